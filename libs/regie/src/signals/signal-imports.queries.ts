import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#kernel';
import { BsnVault, UnitOfWork } from '#platform';
import type { SignalRefusal } from '../domain/index.js';

export interface SignalImportReport {
  readonly id: string;
  readonly fileName: string;
  readonly importedAt: string;
  readonly rowCount: number;
  readonly takenRows: number;
  readonly refusedRows: number;
  readonly newSignals: number;
  /** People nobody was following up yet. */
  readonly newCases: number;
  readonly known: number;
  readonly refusals: SignalRefusal[];
}

const SEEN = (action: string): string => `seen AS (
  INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, request_id)
  SELECT municipality_id, access.user_id(), access.organisation(), '${action}', 'early-signal-import', id, $2 FROM import)`;

const ONE = {
  name: 'early-signal-import',
  text: `WITH import AS (SELECT * FROM early_signal_import WHERE id = $1), ${SEEN('early-signal-import.read')}
    SELECT id, file_name AS "fileName", to_char(imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "importedAt", row_count AS "rowCount",
      taken_rows AS "takenRows", refused_rows AS "refusedRows", new_signals AS "newSignals", new_cases AS "newCases", already_known AS known, refusals FROM import`,
};

// The lines hold names and addresses as they came, so taking them out is noted.
const REFUSED_ROWS = {
  name: 'early-signal-import-refused-rows',
  text: `WITH import AS (SELECT * FROM early_signal_import WHERE id = $1), ${SEEN('early-signal-import.refused-rows-read')}
    SELECT refused_csv_sealed AS sealed FROM import`,
};

const notFound = (): DomainError => new DomainError('early-signal-import.not-found', 'Deze import bestaat niet, of je mag hem niet zien.', { kind: 'not-found' });
const wiped = (): DomainError => new DomainError('early-signal-import.refused-rows-wiped', 'Deze regels zijn gewist, omdat de bewaartermijn voorbij is.', { kind: 'not-found' });

/** Imports of signals as their own importer sees them. */
@Injectable()
export class SignalImportsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: BsnVault,
  ) {}

  async getOne(actor: Actor, id: string): Promise<SignalImportReport> {
    const [row] = await this.work.read<SignalImportReport>(actor, ONE, [id, actor.requestId ?? null]);
    if (!row) throw notFound();
    return row;
  }

  /** The refused lines with the reasons, ready to correct and import again. */
  async getRefusedRows(actor: Actor, id: string): Promise<string> {
    const [row] = await this.work.read<{ sealed: Buffer | null }>(actor, REFUSED_ROWS, [id, actor.requestId ?? null]);
    if (!row) throw notFound();
    if (!row.sealed) throw wiped();
    return this.vault.open(row.sealed);
  }
}
