import { REFUSAL_COLUMNS, WHOLE_ROW } from './columns.js';
import { type NewSignal, readSignal, type SignalRefusal, type SignalRules } from './read-signal.js';
import { readSignalTable, type SignalLine, type SignalTable } from './signal-table.js';

export interface SignalImportPlan {
  readonly rowCount: number;
  /** New signals and those we had: rowCount - refusedRows. */
  readonly takenRows: number;
  readonly refusedRows: number;
  readonly newSignals: readonly NewSignal[];
  /** Lines that came in before; nothing is written for them. */
  readonly known: number;
  readonly refusals: readonly SignalRefusal[];
  /** The refused lines as they came with the reasons, to correct and import again. */
  readonly refused: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** What the lines of a file are, before it is known which of them came in earlier. */
export interface SignalFile {
  readonly table: SignalTable;
  readonly signals: readonly NewSignal[];
  readonly refusals: readonly SignalRefusal[];
}

/** Reads every line; a signal that stands in the file twice is refused the second time. Throws `invalid` when the file can't be read. */
export function readSignalFile(bytes: Uint8Array, rules: SignalRules): SignalFile {
  const table = readSignalTable(bytes);
  const rows = new Map<string, number>();
  const signals: NewSignal[] = [];
  const refusals: SignalRefusal[] = [];
  for (const line of table.lines) {
    const signal = readSignal(table, line, rules);
    if (Array.isArray(signal)) refusals.push(...signal);
    else if (rows.has(signal.signalKey)) refusals.push({ rowNumber: line.rowNumber, column: WHOLE_ROW, reason: `Dit signaal staat al in rij ${rows.get(signal.signalKey)}.` });
    else {
      rows.set(signal.signalKey, line.rowNumber);
      signals.push(signal);
    }
  }
  return { table, signals, refusals };
}

/** What an import would change. `known`: the keys of signals that are here already; the same file again changes nothing. */
export function planSignalImport({ table, signals, refusals }: SignalFile, known: ReadonlySet<string>): SignalImportPlan {
  const newSignals = signals.filter(({ signalKey }) => !known.has(signalKey));
  const refused = table.lines.filter(({ rowNumber }) => refusals.some((refusal) => refusal.rowNumber === rowNumber));
  return {
    rowCount: table.lines.length, takenRows: signals.length, refusedRows: refused.length, newSignals, known: signals.length - newSignals.length, refusals,
    refused: { columns: [...table.header.filter(isOriginal), ...REFUSAL_COLUMNS], rows: refused.map((line) => refusedRow(table, line, refusals)) },
  };
}

const isOriginal = (name: string): boolean => !REFUSAL_COLUMNS.includes(name);

/** One cell for each original column; what stood beyond the last one is kept in it, so that nothing gets lost. */
function refusedRow({ header, delimiter }: SignalTable, { rowNumber, cells }: SignalLine, refusals: readonly SignalRefusal[]): string[] {
  const own = refusals.filter((refusal) => refusal.rowNumber === rowNumber);
  const original = header.flatMap((name, at) => (isOriginal(name) ? [cells[at] ?? ''] : []));
  const last = [original.at(-1) ?? '', ...cells.slice(header.length).filter((cell) => cell.trim() !== '')].join(delimiter);
  return [
    ...original.slice(0, -1), last, String(rowNumber),
    [...new Set(own.map(({ column }) => column))].join(', '), own.map(({ column, reason }) => `${column}: ${reason}`).join(' '),
  ];
}
