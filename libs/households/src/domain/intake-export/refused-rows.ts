import { REFUSAL_COLUMNS } from './columns.js';
import { findColumn } from './header.js';
import type { IntakePlan } from './intake-plan.js';
import type { CsvLayout, CsvRow } from './parse.js';

/** A table to write as CSV; whoever writes it neutralises formulas. */
export interface Table { columns: string[]; rows: string[][] }

/** The refused rows as they came, each followed by its row number, the columns at fault and the reasons. Can be corrected and imported again. */
export function refusedRowsTable({ refused }: Pick<IntakePlan, 'refused'>): Table {
  return {
    columns: [...refused.columns, ...REFUSAL_COLUMNS],
    rows: refused.rows.map(({ rowNumber, cells, refusals }) => [
      ...cells,
      String(rowNumber),
      [...new Set(refusals.map(({ column }) => column))].join(', '),
      refusals.map(({ column, reason }) => `${column}: ${reason}`).join(' '),
    ]),
  };
}

/** The header without what an earlier refused-rows file added. */
export function originalColumns({ header }: CsvLayout): string[] {
  return header.filter(isOriginal);
}

/** One cell for each original column. Cells beyond the last column are kept in it: nothing of the row gets lost. */
export function originalCells({ cells }: CsvRow, { header, delimiter }: CsvLayout): string[] {
  const own = header.flatMap((name, at) => (isOriginal(name) ? [cells[at] ?? ''] : []));
  const surplus = cells.slice(header.length).filter((cell) => cell.trim() !== '');
  return [...own.slice(0, -1), [own.at(-1) ?? '', ...surplus].join(delimiter)];
}

function isOriginal(cell: string): boolean {
  return !REFUSAL_COLUMNS.some((name) => name === findColumn(cell));
}
