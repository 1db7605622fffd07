import { decode } from './decode.js';
import { groupRows } from './group.js';
import type { IntakePlan, KnownHousehold } from './intake-plan.js';
import { Acquaintances } from './match.js';
import { parse } from './parse.js';
import { placeGroups } from './place.js';
import { isTaken, readRow, type RowRules } from './read-row.js';
import { originalColumns, originalCells } from './refused-rows.js';

export interface IntakeImportRules extends RowRules {
  /** The households of this municipality that may return in the file. */
  known: readonly KnownHousehold[];
}

/**
 * What an intake export would change, without changing anything. Every row is either taken or refused with all its
 * faults; the same file a second time gives only known people.
 * @throws DomainError `invalid` when the file as a whole cannot be read.
 */
export function planIntakeImport(bytes: Uint8Array, rules: IntakeImportRules): IntakePlan {
  const file = parse(decode(bytes));
  const acquaintances = new Acquaintances(rules.known);
  const rows = file.rows.map((row) => readRow(row, file, rules));
  const groups = groupRows(rows, (key) => acquaintances.findByReference(key) !== undefined);
  const { newHouseholds, newMembers, known } = placeGroups(groups, acquaintances);
  const refused = rows.filter((row) => !isTaken(row));
  const unchanged = new Set(known);
  return {
    newHouseholds, newMembers, known: known.length,
    refusals: refused.flatMap(({ refusals }) => refusals),
    warnings: rows.filter((row) => isTaken(row) && !unchanged.has(row)).flatMap(({ warnings }) => warnings),
    takenRows: rows.length - refused.length, refusedRows: refused.length, rowCount: rows.length,
    refused: {
      columns: originalColumns(file),
      rows: rows.flatMap((row, at) => (isTaken(row) ? [] : [{ rowNumber: row.rowNumber, cells: originalCells(file.rows[at]!, file), refusals: row.refusals }])),
    },
  };
}
