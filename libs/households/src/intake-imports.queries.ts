import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, isId } from '#kernel';
import { BsnVault, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import type { IntakeRefusal, IntakeWarning } from './domain/intake-export/index.js';

export interface ImportSummary {
  readonly id: string;
  readonly fileName: string;
  readonly importedAt: string;
  readonly rowCount: number;
  readonly takenRows: number;
  readonly refusedRows: number;
  readonly newHouseholds: number;
  readonly newMembers: number;
  readonly alreadyKnown: number;
}

export interface ImportReport extends ImportSummary {
  readonly refusals: IntakeRefusal[];
  readonly warnings: IntakeWarning[];
}

const SUMMARY = `id, file_name AS "fileName", to_char(imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "importedAt",
  row_count AS "rowCount", taken_rows AS "takenRows", refused_rows AS "refusedRows", new_households AS "newHouseholds",
  new_members AS "newMembers", already_known AS "alreadyKnown"`;

const LIST = {
  name: 'intake-imports',
  text: `SELECT ${SUMMARY} FROM intake_import WHERE imported_by = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
};

// The reasons of refusal quote the numbers of reports.
const ONE = {
  name: 'intake-import',
  text: `WITH import AS (SELECT * FROM intake_import WHERE id = $1),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id)
      SELECT municipality_id, access.user_id(), access.organisation(), 'intake.import-read', 'intake-import', id FROM import)
    SELECT ${SUMMARY}, refusals, warnings FROM import`,
};

// The file holds people's rows as they came, so taking it out is noted like opening a dossier.
const REFUSED_ROWS = {
  name: 'intake-import-refused-rows',
  text: `WITH import AS (SELECT * FROM intake_import WHERE id = $1),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, request_id)
      SELECT municipality_id, access.user_id(), access.organisation(), 'intake.refused-rows-read', 'intake-import', id, $2 FROM import)
    SELECT refused_csv_sealed AS sealed FROM import`,
};

const notFound = (): DomainError => new DomainError('intake-import.not-found', 'Deze import bestaat niet, of je mag hem niet zien.', { kind: 'not-found' });
// The term of these rows is short (decision 17).
const wiped = (): DomainError => new DomainError('intake-import.refused-rows-wiped', 'Deze regels zijn gewist, omdat de bewaartermijn voorbij is.', { kind: 'not-found' });

/** Imports as their own importer sees them; row-level security hides those of others. */
@Injectable()
export class IntakeImportsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: BsnVault,
  ) {}

  /** Newest first: ids follow the time at which they were made. */
  async list(actor: Actor, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<ImportSummary>> {
    const [after = null] = decodeCursor(cursor, [isId]) ?? [];
    const rows = await this.work.read<ImportSummary>(actor, LIST, [actor.userId, after, limit + 1]);
    return toPage(rows, limit, ({ id }) => [id]);
  }

  async getOne(actor: Actor, id: string): Promise<ImportReport> {
    const [row] = await this.work.read<ImportReport>(actor, ONE, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** The refused rows as CSV, ready to correct and import again. */
  async getRefusedRows(actor: Actor, id: string): Promise<string> {
    const [row] = await this.work.read<{ sealed: Buffer | null }>(actor, REFUSED_ROWS, [id, actor.requestId ?? null]);
    if (!row) throw notFound();
    if (!row.sealed) throw wiped();
    return this.vault.open(row.sealed);
  }
}
