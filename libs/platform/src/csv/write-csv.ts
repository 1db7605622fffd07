import { stringify } from 'csv-stringify/sync';

/** Spreadsheets run a cell that starts with one of these (OWASP, CSV injection). A guard is guarded too: import can take exactly one off. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The same text, which no spreadsheet will run as a formula. */
export function neutraliseFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A table as Dutch Excel opens it: UTF-8 with BOM, `;`, CRLF, quotes where needed, formula cells neutralised. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((row) => row.map(neutraliseFormula));
  // The library quotes its own line end only; a bare \n would start a new row just as well.
  return stringify(cells, { delimiter: ';', record_delimiter: '\r\n', bom: true, quoted_match: /[\r\n]/ });
}
