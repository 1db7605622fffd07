import { DomainError } from '#kernel';
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import type { Column } from './columns.js';
import { withoutFormulaGuard } from './formula-guard.js';
import { findColumn, readHeader } from './header.js';

export const MAX_ROWS = 5_000;
const DELIMITERS = [';', ',', '\t'] as const;

export interface CsvRow {
  /** As a spreadsheet shows it: the header is row 1, a quoted line break does not start a row, an empty row counts. */
  rowNumber: number;
  cells: readonly string[];
}

/** How to find a cell in a row of this file. */
export interface CsvLayout {
  delimiter: string;
  header: readonly string[];
  positions: ReadonlyMap<Column, number>;
}

export interface IntakeFile extends CsvLayout { rows: CsvRow[] }

/**
 * Cells of an export, without empty rows. A row with too few or too many cells is kept: that is a fault of that row only.
 * @throws DomainError `invalid`: no known header, quotes that do not pair, nothing or too much in it.
 */
export function parse(text: string): IntakeFile {
  const body = text.replace(/^sep=.\r?\n/i, '');
  const delimiter = detectDelimiter(body);
  const records = readRecords(body, delimiter);
  const rows = records.map((cells, at) => ({ rowNumber: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const header = withoutEmptyEnd(rows.shift()?.cells ?? []);
  const positions = readHeader(header);
  if (rows.length === 0) refuse('Er staan geen aanmeldingen in dit bestand, alleen een kopregel.');
  if (rows.length > MAX_ROWS) refuse(`Er staan ${rows.length} rijen in dit bestand. Het mogen er ${MAX_ROWS} zijn. Splits het bestand.`);
  return { delimiter, header, positions, rows: rows.map((row) => ({ ...row, cells: row.cells.map(withoutFormulaGuard) })) };
}

/** Some exports end every line with a delimiter too many. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function detectDelimiter(text: string): string {
  const firstLine = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const known = (delimiter: string) => firstLine.split(delimiter).filter((cell) => findColumn(cell.replace(/^\s*"|"\s*$/g, ''))).length;
  return DELIMITERS.reduce<string>((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best), ';');
}

function readRecords(text: string, delimiter: string): string[][] {
  try {
    // Strict about quotes on purpose: guessing where a cell ends can swallow the next family.
    return parseCsv(text, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number((error as CsvError & { records?: number }).records ?? 0) + 1;
    refuse(`In rij ${row} staat een aanhalingsteken (") op een verkeerde plek. Daardoor is niet te zien waar een cel eindigt. Verbeter die rij.`);
  }
}

function refuse(message: string): never {
  throw new DomainError('intake-file-unreadable', message, { kind: 'invalid' });
}
