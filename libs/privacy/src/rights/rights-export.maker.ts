import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import { Audit, BsnVault, Outbox, type Transaction, writePdf } from '#platform';
import { exportDaysOf, type ExportState, type RightsKind, suggestedPhrases, transitionExport } from '../domain/rights/index.js';
import { compileExport, type RightsExportDocument, type ShownText } from './export/compile.js';
import { type ExportScope, scopeOf } from './export/scope.js';
import { TEXT_LABELS, TEXT_SOURCES } from './export/texts.js';
import { toPdf } from './export/to-pdf.js';

interface HeldExport {
  readonly id: string;
  readonly requestId: string;
  readonly householdId: string;
  readonly memberId: string;
  readonly kind: RightsKind;
  readonly byRepresentative: boolean;
  readonly state: ExportState;
}

interface FoundText {
  readonly id: string;
  readonly at: Date | null;
  readonly text: string;
}

const HOLD = `SELECT e.id, e.rights_request_id AS "requestId", e.household_id AS "householdId", q.member_id AS "memberId", q.kind, q.asked_by = 'representative' AS "byRepresentative", e.state
  FROM rights_export e JOIN rights_request q ON q.id = e.rights_request_id WHERE e.id = $1 FOR UPDATE OF e`;
const FACTS = { checkedForOthers: true, openTexts: 0 };

/**
 * The work of the worker on an export. Each step holds the row, looks at its state and is one transaction: a worker that is
 * stopped halfway did nothing, and the next one does it again.
 */
@Injectable()
export class RightsExportMaker {
  constructor(
    private readonly vault: BsnVault,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Puts everything that people wrote themselves ready to look through, sealed. */
  async collect(tx: Transaction, id: string): Promise<void> {
    const held = await this.hold(tx, id);
    if (held?.state !== 'collecting') return;
    const scope = await scopeOf(tx, held);
    const count = held.kind === 'access' ? await this.keepTexts(tx, held, scope) : 0;
    const review = transitionExport(held.state, 'collected', FACTS);
    // Nothing to look through: then nobody needs to say that they did.
    const state = count > 0 ? review : transitionExport(review, 'check', FACTS);
    await tx.query('UPDATE rights_export SET state = $2, version = version + 1 WHERE id = $1', [id, state]);
    await this.outbox.add(tx, count > 0 ? { kind: 'rights-export.to-check', payload: { exportId: id } } : { kind: 'rights-export.make', payload: { exportId: id } });
  }

  /** Makes both files, seals them, and forgets the originals of the texts. */
  async make(tx: Transaction, id: string): Promise<void> {
    const held = await this.hold(tx, id);
    if (held?.state !== 'making') return;
    const document = await compileExport(tx, held.kind, await scopeOf(tx, held), await this.shownTexts(tx, id));
    const pdf = await drawn(document);
    await tx.query('UPDATE rights_export_text SET original_sealed = NULL, suggested_sealed = NULL WHERE rights_export_id = $1', [id]);
    if (!pdf) {
      await tx.query('UPDATE rights_export SET state = $2, failure = $3, version = version + 1 WHERE id = $1', [id, transitionExport(held.state, 'fail', FACTS), 'pdf']);
    } else {
      const expiresAt = new Date(tx.now.getTime() + (await this.daysKept(tx)) * 86_400_000);
      await tx.query(
        'UPDATE rights_export SET state = $2, json_sealed = $3, pdf_sealed = $4, ready_at = $5, expires_at = $6, version = version + 1 WHERE id = $1',
        [id, transitionExport(held.state, 'made', FACTS), this.vault.seal(JSON.stringify(document, null, 2)).sealed, this.vault.seal(pdf.toString('base64')).sealed, tx.now, expiresAt],
      );
      await this.outbox.add(tx, { kind: 'rights-export.expire', payload: { exportId: id }, runAt: expiresAt, dedupeKey: `rights-export.expire:${id}:ready` });
    }
    await this.note(tx, held, pdf ? 'made' : 'failed');
    await this.outbox.add(tx, { kind: 'rights-export.made', payload: { exportId: id } });
  }

  /** When its days are over, or when nobody looked through it: really gone, files and texts. */
  async expire(tx: Transaction, id: string): Promise<void> {
    const held = await this.hold(tx, id);
    if (!held || !['review', 'ready', 'failed'].includes(held.state)) return;
    const [due] = await tx.query('SELECT FROM rights_export WHERE id = $1 AND expires_at <= $2', [id, tx.now]);
    if (due) await this.throwAway(tx, held);
  }

  /** The request was refused or taken back: nothing is left of what was put ready for it, in whatever state. */
  async drop(tx: Transaction, requestId: string): Promise<void> {
    const rows = await tx.query<{ id: string }>(`SELECT id FROM rights_export WHERE rights_request_id = $1 AND state <> 'expired' ORDER BY id`, [requestId]);
    for (const { id } of rows) {
      const held = await this.hold(tx, id);
      if (held && held.state !== 'expired') await this.throwAway(tx, held);
    }
  }

  private async throwAway(tx: Transaction, held: HeldExport): Promise<void> {
    const state = transitionExport(held.state, 'expire', FACTS);
    await tx.query('DELETE FROM rights_export_text WHERE rights_export_id = $1', [held.id]);
    await tx.query('UPDATE rights_export SET state = $2, json_sealed = NULL, pdf_sealed = NULL, version = version + 1 WHERE id = $1', [held.id, state]);
    await this.note(tx, held, 'expired');
  }

  private async daysKept(tx: Transaction): Promise<number> {
    const [municipality] = await tx.query<{ settings: unknown }>('SELECT settings FROM municipality WHERE id = $1', [tx.actor.municipalityId]);
    return exportDaysOf(municipality?.settings);
  }

  private async hold(tx: Transaction, id: string): Promise<HeldExport | undefined> {
    const [held] = await tx.query<HeldExport>(HOLD, [id]);
    return held;
  }

  private async keepTexts(tx: Transaction, held: HeldExport, scope: ExportScope): Promise<number> {
    let count = 0;
    for (const { source, sql } of TEXT_SOURCES) {
      for (const { id, at, text } of await tx.query<FoundText>(sql, [scope.memberIds, scope.householdIds])) {
        const suggested = JSON.stringify(suggestedPhrases(text, scope.wordsOfOthers, scope.ownWords));
        await tx.query(
          `INSERT INTO rights_export_text (id, rights_export_id, household_id, municipality_id, source, source_id, written_at, original_sealed, suggested_sealed)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [newId(), held.id, held.householdId, tx.actor.municipalityId, source, id, at, this.vault.seal(text).sealed, this.vault.seal(suggested).sealed],
        );
        count += 1;
      }
    }
    return count;
  }

  private async shownTexts(tx: Transaction, id: string): Promise<ShownText[]> {
    const rows = await tx.query<{ source: string; at: Date | null; shown: Buffer }>(
      `SELECT source, written_at AS at, shown_sealed AS shown FROM rights_export_text
       WHERE rights_export_id = $1 AND included AND shown_sealed IS NOT NULL ORDER BY written_at NULLS FIRST, id`, [id]);
    return rows.map(({ source, at, shown }) => ({ label: TEXT_LABELS[source] ?? source, at: at?.toISOString() ?? null, text: this.vault.open(shown) }));
  }

  private note(tx: Transaction, { requestId, householdId, memberId }: HeldExport, what: string): Promise<void> {
    return this.audit.record(tx, { action: `rights-export.${what}`, subjectKind: 'rights-request', subjectId: requestId, householdId, details: { memberId } });
  }
}

/** A file that can't be drawn is no reason to try for ever: the officer sees that it failed and can start again. */
async function drawn(document: RightsExportDocument): Promise<Buffer | undefined> {
  try {
    return await writePdf(toPdf(document));
  } catch {
    return undefined;
  }
}
