import { CsvError, parse } from 'csv-parse/sync';
import { decodeCsvFile, shown, withoutFormulaGuard } from '#households/domain';
import { DomainError } from '#kernel';
import { OPTIONAL_SIGNAL_COLUMNS, REFUSAL_COLUMNS, SIGNAL_COLUMNS, type SignalColumn } from './columns.js';

export const MOST_SIGNALS = 5_000;

export interface SignalLine {
  /** As a spreadsheet shows it: the header is row 1. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

export interface SignalTable {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly lines: readonly SignalLine[];
}

const plain = (cell: string): string => cell.trim().toLowerCase().replace(/\s+/g, ' ');
const KNOWN = new Map<string, string>([...SIGNAL_COLUMNS, ...REFUSAL_COLUMNS].map((name) => [plain(name), name]));
const filled = (cell: string): boolean => cell.trim() !== '';

const refuse = (message: string): never => {
  throw new DomainError('early-signal-file.unreadable', message, { kind: 'invalid' });
};

/**
 * The lines of a file with signals. A line with too few or too many cells is kept: that is a fault of that line only.
 * @throws DomainError `invalid`: not a text, no known header, quotes that do not pair, nothing or too much in it.
 */
export function readSignalTable(bytes: Uint8Array): SignalTable {
  const text = decodeCsvFile(bytes).replace(/^sep=.\r?\n/i, '');
  const delimiter = delimiterOf(text);
  const [first, ...lines] = recordsOf(text, delimiter).map((cells, at) => ({ rowNumber: at + 1, cells })).filter(({ cells }) => cells.some(filled));
  const cells = first?.cells ?? [];
  const header = cells.slice(0, cells.findLastIndex(filled) + 1).map((cell) => KNOWN.get(plain(cell)) ?? cell.trim());
  checkHeader(header);
  if (lines.length === 0) refuse('Er staan geen signalen in dit bestand, alleen een kopregel.');
  if (lines.length > MOST_SIGNALS) refuse(`Er staan ${lines.length} rijen in dit bestand. Het mogen er ${MOST_SIGNALS} zijn. Splits het bestand.`);
  return { delimiter, header, lines: lines.map((line) => ({ ...line, cells: line.cells.map(withoutFormulaGuard) })) };
}

/** The cell of this column; empty when the file has no such column. */
export const cellOf = ({ header }: SignalTable, { cells }: SignalLine, column: SignalColumn): string => (cells[header.indexOf(column)] ?? '').trim();

function delimiterOf(text: string): string {
  const firstLine = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const known = (delimiter: string): number => firstLine.split(delimiter).filter((cell) => KNOWN.has(plain(cell.replace(/^\s*"|"\s*$/g, '')))).length;
  return [';', ',', '\t'].reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best), ';');
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number((error as CsvError & { records?: number }).records ?? 0) + 1;
    return refuse(`In rij ${row} staat een aanhalingsteken (") op een verkeerde plek. Daardoor is niet te zien waar een cel eindigt. Verbeter die rij.`);
  }
}

function checkHeader(header: readonly string[]): void {
  if (!header.some((name) => KNOWN.has(plain(name)))) refuse(`De eerste rij is geen kopregel. We zoeken deze kolommen: ${SIGNAL_COLUMNS.join(', ')}.`);
  const faults = [
    ['ontbreken', SIGNAL_COLUMNS.filter((name) => !OPTIONAL_SIGNAL_COLUMNS.includes(name) && !header.includes(name))],
    ['kennen we niet', header.filter((name) => !KNOWN.has(plain(name))).map((name) => name || 'zonder naam')],
    ['staan er dubbel in', [...new Set(header.filter((name, at) => header.indexOf(name) !== at))]],
  ] as const;
  const sentences = faults.filter(([, names]) => names.length > 0).map(([what, names]) => `Deze kolommen ${what}: ${names.slice(0, 15).map(shown).join(', ')}.`);
  if (sentences.length > 0) refuse(`De kopregel klopt niet. ${sentences.join(' ')}`);
}
