import { joinDutch } from '#kernel';
import { addressPart } from './address-key.js';
import { checkBornAfterIntake } from './born-after-intake.js';
import { WHOLE_ROW } from './columns.js';
import { isTaken, refuseRow, type ReadRow } from './read-row.js';
import { isSamePerson } from './same-person.js';

/** The rows with one aanmeldnummer, in the order of the file. */
export interface RowGroup {
  key: string;
  rows: ReadRow[];
  /** The row of the main resident, taken or refused; null when the file has none for this number. */
  main: ReadRow | null;
}

/**
 * Rows to households by aanmeldnummer. Refuses what does not fit together: a person twice, two main residents, a row
 * without a main resident, another address than the main resident. A wrong row of a partner or child refuses itself only.
 */
export function groupRows(rows: readonly ReadRow[], isKnown: (key: string) => boolean): RowGroup[] {
  const byKey = new Map<string, ReadRow[]>();
  for (const row of rows.filter(({ key }) => key !== '')) {
    const own = byKey.get(row.key);
    if (own) own.push(row);
    else byKey.set(row.key, [row]);
  }
  return [...byKey].map(([key, own]) => checkGroup(key, own, isKnown(key)));
}

/** Members cannot come in without the main resident on whose row the household stands. */
export function refuseFollowers(rows: readonly ReadRow[], main: ReadRow): void {
  for (const row of rows.filter((other) => other !== main)) {
    refuseRow(row, 'Relatie', `De rij van de hoofdbewoner (rij ${main.rowNumber}) is niet overgenomen.`);
  }
}

function checkGroup(key: string, rows: ReadRow[], known: boolean): RowGroup {
  checkBornAfterIntake(rows);
  const repeats = refuseRepeats(rows);
  const mains = rows.filter((row) => row.role === 'main' && !repeats.has(row));
  if (mains.length > 1) refuseSeveralMains(mains);
  const main = mains[0] ?? null;
  const others = rows.filter((row) => !mains.includes(row));
  if (main && !isTaken(main)) refuseFollowers(others, main);
  if (main && isTaken(main)) for (const row of others) refuseOtherAddress(row, main);
  if (!main && !known) refuseOrphans(others);
  return { key, rows, main };
}

function refuseRepeats(rows: readonly ReadRow[]): Set<ReadRow> {
  const repeats = new Set<ReadRow>();
  const taken: ReadRow[] = [];
  // Faulty rows last: a corrected row further down is the one to take.
  for (const row of [...rows.filter(isTaken), ...rows.filter((other) => !isTaken(other))]) {
    const first = taken.find((other) => isSamePerson(other.clues, row.clues));
    if (!first) {
      if (isTaken(row)) taken.push(row);
      continue;
    }
    repeats.add(row);
    refuseRow(row, WHOLE_ROW, `Deze persoon staat al in rij ${first.rowNumber}.`);
  }
  return repeats;
}

function refuseSeveralMains(mains: readonly ReadRow[]): void {
  const numbers = joinDutch(mains.map(({ rowNumber }) => String(rowNumber)));
  for (const row of mains) refuseRow(row, 'Relatie', `Bij dit aanmeldnummer staat meer dan één hoofdbewoner: rij ${numbers}. Laat er één staan.`);
}

/** A row whose relation is unreadable may be the main resident itself: its own fault says enough. */
function refuseOrphans(rows: readonly ReadRow[]): void {
  for (const row of rows.filter(({ role }) => role !== null)) {
    refuseRow(row, 'Relatie', 'De hoofdbewoner van dit aanmeldnummer staat niet in dit bestand en is nog niet bekend.');
  }
}

function refuseOtherAddress(row: ReadRow, main: ReadRow): void {
  const { postcode, houseNumber, suffix } = row.address;
  const own = main.address;
  const same = (given: string | number | null, ofMain: string | number | null) => given === null || addressPart(given) === addressPart(ofMain);
  if (same(postcode, own.postcode) && same(houseNumber, own.houseNumber) && same(suffix, own.suffix)) return;
  refuseRow(row, 'Postcode', `Het adres is anders dan in de rij van de hoofdbewoner (rij ${main.rowNumber}).`);
}
