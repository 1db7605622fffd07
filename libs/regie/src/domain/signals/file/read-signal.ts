import { addressKeyOf, type CellReader, readCity, readHouseNumber, readName, readPastDay, readPostcode, readShortText, readSuffix, readYesNo } from '#households/domain';
import { type LocalDate, normaliseName } from '#kernel';
import { type CreditorKind, readAmount, readCreditorKind, readMonths, readSignalDay } from './cells.js';
import { type SignalColumn, WHOLE_ROW } from './columns.js';
import { cellOf, type SignalLine, type SignalTable } from './signal-table.js';

export interface SignalRules {
  readonly today: LocalDate;
  /** The places of the municipality; left out: every place will do. */
  readonly places?: readonly string[];
}

export interface NewSignal {
  readonly rowNumber: number;
  readonly creditorKind: CreditorKind;
  readonly creditor: string;
  readonly name: string;
  readonly personKey: string;
  readonly postcode: string;
  readonly houseNumber: string;
  readonly suffix: string | null;
  readonly city: string;
  readonly addressKey: string;
  readonly amountCents: number;
  readonly months: number | null;
  readonly signalledOn: LocalDate;
  readonly threatening: boolean;
  /** Creditor, address, person and month: two lines with the same key are one signal. */
  readonly signalKey: string;
}

export interface SignalRefusal {
  readonly rowNumber: number;
  readonly column: SignalColumn | typeof WHOLE_ROW;
  readonly reason: string;
}

/** The last part of a name, for matching only: 'J. de Vries' and 'Jan de Vries' are one person at one address. */
export const personKeyOf = (name: string): string => normaliseName(name).split(' ').at(-1) ?? '';

/** One line as read: a signal, or every fault of the line. */
export function readSignal(table: SignalTable, line: SignalLine, { today, places }: SignalRules): NewSignal | SignalRefusal[] {
  const { rowNumber } = line;
  const refusals: SignalRefusal[] = lengthFaults(table, line);
  function read<T>(column: SignalColumn, reader: CellReader<T>, whenEmpty?: string): T | null {
    const text = cellOf(table, line, column);
    const reading = text === '' ? undefined : reader(text);
    if (reading?.ok) return reading.value;
    const reason = reading ? reading.fault : whenEmpty;
    if (reason) refusals.push({ rowNumber, column, reason });
    return null;
  }
  const cells = {
    creditorKind: read('Soort schuldeiser', readCreditorKind, 'De soort schuldeiser ontbreekt.'),
    creditor: read('Schuldeiser', readShortText, 'De naam van de schuldeiser ontbreekt.'),
    name: read('Naam', readName, 'De naam ontbreekt.'),
    postcode: read('Postcode', readPostcode, 'De postcode ontbreekt.'),
    houseNumber: read('Huisnr', readHouseNumber, 'Het huisnummer ontbreekt.'),
    suffix: read('Toev.', readSuffix),
    city: read('Woonplaats', readCity(places), 'De woonplaats ontbreekt.'),
    amountCents: read('Bedrag', readAmount, 'Het bedrag ontbreekt.'),
    months: read('Maanden', readMonths),
    signalledOn: read('Signaaldatum', readSignalDay(today, readPastDay(today)), 'De signaaldatum ontbreekt.'),
    threatening: read('Dreiging', readYesNo) ?? false,
  };
  // Without a fault every required cell has been read.
  return refusals.length > 0 ? refusals : complete(rowNumber, cells as Cells);
}

type Cells = Omit<NewSignal, 'rowNumber' | 'personKey' | 'addressKey' | 'signalKey' | 'houseNumber'> & { readonly houseNumber: number };

function complete(rowNumber: number, cells: Cells): NewSignal {
  const personKey = personKeyOf(cells.name);
  const addressKey = addressKeyOf(cells);
  const signalKey = [cells.creditorKind, normaliseName(cells.creditor), addressKey, personKey, cells.signalledOn.slice(0, 7)].join('|');
  return { ...cells, rowNumber, houseNumber: String(cells.houseNumber), personKey, addressKey, signalKey };
}

function lengthFaults({ header, delimiter }: SignalTable, { rowNumber, cells }: SignalLine): SignalRefusal[] {
  if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    return [{ rowNumber, column: WHOLE_ROW, reason: `Deze rij heeft ${cells.length} cellen en de kopregel ${header.length}. Misschien staat er een ${delimiter} te veel.` }];
  }
  return cells.length < header.length ? [{ rowNumber, column: WHOLE_ROW, reason: `Deze rij is afgebroken: er zijn ${cells.length} van de ${header.length} cellen.` }] : [];
}
