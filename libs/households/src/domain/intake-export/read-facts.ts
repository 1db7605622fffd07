import type { LocalDate } from '#kernel';
import { readCity, readHouseNumber, readPostcode, readShortText, readSuffix } from './cells/address.js';
import { readPastDay } from './cells/date.js';
import { readLifeDomains, readNote, readUrgency, readYesNo } from './cells/intake.js';
import type { IntakeAddress, NewHousehold } from './intake-plan.js';
import type { RowReader } from './row-reader.js';

/** What the row of a main resident says about the household as a whole. */
export type HouseholdFacts = Pick<NewHousehold, 'reportedOn' | 'source' | 'urgency' | 'lifeDomains' | 'note'>;
export type Given<T> = { [fact in keyof T]: T[fact] | null };

/** On the row of the main resident these are required; other rows may leave them empty. */
export function readFacts(row: RowReader, onMain: boolean, today: LocalDate): Given<HouseholdFacts> {
  const required = (message: string) => (onMain ? message : undefined);
  return {
    reportedOn: row.cell('Aanmelddatum', readPastDay(today), required('De aanmelddatum ontbreekt.')),
    source: row.cell('Bron', readShortText, required('De bron ontbreekt.')),
    lifeDomains: row.cell('Leefgebieden', readLifeDomains),
    urgency: row.cell('Urgentie', readUrgency, required('De urgentie ontbreekt. Vul spoed, hoog, normaal of laag in.')),
    note: row.cell('Toelichting', readNote),
  };
}

/** Other rows than the main resident's may leave the address out: the family lives together. */
export function readAddress(row: RowReader, onMain: boolean, places?: readonly string[]): Given<IntakeAddress> {
  const required = (message: string) => (onMain ? message : undefined);
  return {
    postcode: row.cell('Postcode', readPostcode, required('De postcode ontbreekt.')),
    houseNumber: row.cell('Huisnr', readHouseNumber, required('Het huisnummer ontbreekt.')),
    suffix: row.cell('Toev.', readSuffix),
    city: row.cell('Woonplaats', readCity(places), required('De woonplaats ontbreekt.')),
    neighbourhood: row.cell('Wijk', readShortText),
    protected: row.cell('Geheim adres', readYesNo, required('Vul in of het adres geheim is: ja of nee.')),
  };
}
