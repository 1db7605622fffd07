import type { CellReader } from './cells/reading.js';
import { WHOLE_ROW, type Column, type FaultColumn } from './columns.js';
import type { RowRemark } from './intake-plan.js';
import type { CsvLayout, CsvRow } from './parse.js';

/** Reads the cells of one row by column name and collects every fault and warning on the way. */
export class RowReader {
  readonly rowNumber: number;
  readonly refusals: RowRemark[] = [];
  readonly warnings: RowRemark[] = [];
  readonly key: string;

  constructor(private readonly row: CsvRow, private readonly file: CsvLayout) {
    this.rowNumber = row.rowNumber;
    this.key = this.text('Aanmeldnummer').slice(0, 40);
    this.refuseWrongLength();
  }

  /** The value of a cell; null when it is wrong or empty. `whenEmpty` says what is wrong with an empty one; left out = it may be empty. */
  cell<T>(column: Column, read: CellReader<T>, whenEmpty?: string): T | null {
    const text = this.text(column);
    if (text === '') return whenEmpty === undefined ? null : this.refuse(column, whenEmpty);
    const reading = read(text);
    if (!reading.ok) return this.refuse(column, reading.fault);
    if (reading.warning) this.warn(column, reading.warning);
    return reading.value;
  }

  refuse(column: FaultColumn, reason: string): null {
    this.refusals.push(this.remark(column, reason));
    return null;
  }

  warn(column: FaultColumn, reason: string): void {
    this.warnings.push(this.remark(column, reason));
  }

  private text(column: Column): string {
    const position = this.file.positions.get(column);
    return position === undefined ? '' : (this.row.cells[position] ?? '').trim();
  }

  private remark(column: FaultColumn, reason: string): RowRemark {
    return { rowNumber: this.rowNumber, column, reason, key: this.key };
  }

  private refuseWrongLength(): void {
    const wanted = this.file.header.length;
    const surplus = this.row.cells.slice(wanted).some((cell) => cell.trim() !== '');
    if (surplus) {
      this.refuse(WHOLE_ROW, `Deze rij heeft ${this.row.cells.length} cellen en de kopregel ${wanted}. Misschien staat er een ${this.file.delimiter} te veel.`);
    } else if (this.row.cells.length < wanted) {
      this.refuse(WHOLE_ROW, `Deze rij is afgebroken: er zijn ${this.row.cells.length} van de ${wanted} cellen.`);
    }
  }
}
