import type { LocalDate } from '#kernel';
import { readKey } from './cells/intake.js';
import { readRole } from './cells/person.js';
import type { FaultColumn } from './columns.js';
import type { IntakeAddress, IntakeMember, IntakeRole, RowRemark } from './intake-plan.js';
import type { CsvLayout, CsvRow } from './parse.js';
import { readAddress, readFacts, type Given, type HouseholdFacts } from './read-facts.js';
import { checkAge, readPerson } from './read-person.js';
import { RowReader } from './row-reader.js';
import type { PersonClues } from './same-person.js';

export interface RowRules {
  today: LocalDate;
  /** The places of the municipality; left out = every place will do. */
  places?: readonly string[];
  /** The blind index under which a BSN is found again. */
  bsnIndexOf: (bsn: string) => string;
}

export interface ReadRow {
  rowNumber: number;
  /** The aanmeldnummer; '' when there is none. */
  key: string;
  role: IntakeRole | null;
  clues: PersonClues;
  facts: Given<HouseholdFacts>;
  address: Given<IntakeAddress>;
  /** Null when the row has a fault. */
  member: IntakeMember | null;
  refusals: RowRemark[];
  warnings: RowRemark[];
}

/** One row as read: a person, or every fault of the row (not just the first). */
export function readRow(cells: CsvRow, layout: CsvLayout, rules: RowRules): ReadRow {
  const row = new RowReader(cells, layout);
  row.cell('Aanmeldnummer', readKey, 'Het aanmeldnummer ontbreekt.');
  const role = row.cell('Relatie', readRole, 'De relatie ontbreekt. Vul hoofdbewoner, partner of kind in.');
  const person = readPerson(row, rules.today, rules.bsnIndexOf);
  const address = readAddress(row, role === 'main', rules.places);
  const facts = readFacts(row, role === 'main', rules.today);
  checkAge(row, role, person.birthDate, rules.today);
  const { rowNumber, key, refusals, warnings } = row;
  // Without a fault every required cell has been read.
  const member = refusals.length === 0 ? ({ rowNumber, role, ...person, protectedAddress: address.protected ?? false } as IntakeMember) : null;
  return { rowNumber, key, role, clues: person, facts, address, member, refusals, warnings };
}

/** A rule that looks at more than one row can refuse a row as well. */
export function refuseRow(row: ReadRow, column: FaultColumn, reason: string): void {
  row.refusals.push({ rowNumber: row.rowNumber, column, reason, key: row.key });
}

export function warnAbout(row: ReadRow, column: FaultColumn, reason: string): void {
  row.warnings.push({ rowNumber: row.rowNumber, column, reason, key: row.key });
}

/** True as long as nothing refused the row. */
export function isTaken(row: ReadRow): row is ReadRow & { member: IntakeMember } {
  return row.member !== null && row.refusals.length === 0;
}
