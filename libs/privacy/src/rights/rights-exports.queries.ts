import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#kernel';
import { Audit, BsnVault, UnitOfWork } from '#platform';
import type { ExportState } from '../domain/rights/index.js';
import { TEXT_LABELS } from './export/texts.js';

export interface ExportText {
  readonly id: string;
  readonly label: string;
  readonly writtenAt: string | null;
  readonly text: string;
  /** Words about others that were found in it; a proposal. */
  readonly suggested: readonly string[];
}

export interface ExportStatus {
  readonly id: string;
  readonly state: ExportState;
  readonly requestedAt: string;
  readonly readyAt: string | null;
  readonly expiresAt: string | null;
  readonly downloads: number;
  readonly version: number;
  /** While they wait to be looked through; empty before and after. */
  readonly texts: readonly ExportText[];
}

interface TextRow extends Omit<ExportText, 'label' | 'text' | 'suggested'> {
  readonly source: string;
  readonly original: string;
  readonly suggestedSealed: string;
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const STATUS = {
  name: 'rights-export-status',
  text: `WITH e AS (SELECT * FROM rights_export WHERE rights_request_id = $1 ORDER BY id DESC LIMIT 1),
    t AS (SELECT t.* FROM rights_export_text t JOIN e ON e.id = t.rights_export_id AND e.state = 'review'),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT e.municipality_id, access.user_id(), access.organisation(), 'rights-export.texts-read', 'rights-request', e.rights_request_id, e.household_id,
        jsonb_build_object('memberId', q.member_id, 'texts', (SELECT count(*) FROM t)), $2 FROM e JOIN rights_request q ON q.id = e.rights_request_id WHERE EXISTS (SELECT FROM t))
    SELECT e.id, e.state, ${iso('e.requested_at')} AS "requestedAt", ${iso('e.ready_at')} AS "readyAt", ${iso('e.expires_at')} AS "expiresAt", e.downloads, e.version,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'source', t.source, 'writtenAt', t.written_at, 'original', encode(t.original_sealed, 'base64'),
        'suggestedSealed', encode(t.suggested_sealed, 'base64')) ORDER BY t.written_at NULLS FIRST, t.id) FROM t), '[]') AS texts
    FROM e`,
};

const TAKE = (column: 'json_sealed' | 'pdf_sealed'): string => `UPDATE rights_export e SET downloads = e.downloads + 1
  FROM rights_request q WHERE q.id = e.rights_request_id AND e.id = (SELECT id FROM rights_export WHERE rights_request_id = $1 ORDER BY id DESC LIMIT 1)
    AND e.state = 'ready' AND e.expires_at > $2 AND q.state NOT IN ('refused', 'withdrawn')
  RETURNING e.${column} AS sealed, e.household_id AS "householdId", q.member_id AS "memberId"`;

const notFound = (): DomainError =>
  new DomainError('rights-export.not-found', 'Er is geen overzicht dat klaarstaat, of je mag het niet zien.', { kind: 'not-found' });

/** How far an export is, what there is to look through, and the files themselves. */
@Injectable()
export class RightsExportsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly vault: BsnVault,
  ) {}

  /** Throws `not-found` when none was started, and for whoever is not the privacy officer of this municipality. */
  async status(actor: Actor, requestId: string): Promise<ExportStatus> {
    const [row] = await this.work.read<Omit<ExportStatus, 'texts'> & { texts: TextRow[] }>(actor, STATUS, [requestId, actor.requestId ?? null]);
    if (!row) throw notFound();
    const open = (sealed: string): string => this.vault.open(Buffer.from(sealed, 'base64'));
    const texts = row.texts.map(({ id, source, writtenAt, original, suggestedSealed }) => ({
      id, label: TEXT_LABELS[source] ?? source, writtenAt, text: open(original), suggested: JSON.parse(open(suggestedSealed)) as string[],
    }));
    return { ...row, texts };
  }

  /** The JSON file. That it was taken is noted and counted in the same transaction: no file without its line. */
  json(actor: Actor, requestId: string): Promise<string> {
    return this.take(actor, requestId, 'json_sealed');
  }

  async pdf(actor: Actor, requestId: string): Promise<Buffer> {
    return Buffer.from(await this.take(actor, requestId, 'pdf_sealed'), 'base64');
  }

  private take(actor: Actor, requestId: string, column: 'json_sealed' | 'pdf_sealed'): Promise<string> {
    return this.work.run(actor, async (tx) => {
      const [row] = await tx.query<{ sealed: Buffer; householdId: string; memberId: string }>(TAKE(column), [requestId, tx.now]);
      if (!row) throw notFound();
      const { householdId, memberId } = row;
      await this.audit.record(tx, {
        action: 'rights-export.downloaded', subjectKind: 'rights-request', subjectId: requestId, householdId, details: { memberId, file: column === 'pdf_sealed' ? 'pdf' : 'json' },
      });
      return this.vault.open(row.sealed);
    });
  }
}
