import { addMonths, type LocalDate } from '#kernel';
import { readEmail, readPhone } from './cells/contact.js';
import { readPastDay } from './cells/date.js';
import { readBsn, readName } from './cells/person.js';
import type { IntakeMember, MemberRole } from './intake-plan.js';
import type { Given } from './read-facts.js';
import type { RowReader } from './row-reader.js';
import { normalisedNameOf } from './same-person.js';

/** A younger person is no main resident: the intake belongs on the name of a parent or guardian (ours). */
export const MAIN_RESIDENT_FROM_AGE = 16;

export type GivenPerson = Given<Omit<IntakeMember, 'rowNumber' | 'role' | 'protectedAddress'>>;

export function readPerson(row: RowReader, today: LocalDate, bsnIndexOf: (bsn: string) => string): GivenPerson {
  const lastName = row.cell('Achternaam', readName, 'De achternaam ontbreekt.');
  const infix = row.cell('Tussenvoegsel', readName);
  const firstName = row.cell('Voorletters/roepnaam', readName, 'De roepnaam ontbreekt.');
  const birthDate = row.cell('Geboortedatum', readPastDay(today), 'De geboortedatum ontbreekt.');
  const bsn = row.cell('BSN', readBsn);
  return {
    lastName, infix, firstName, birthDate, bsn,
    normalisedName: firstName && lastName ? normalisedNameOf({ firstName, infix, lastName }) : null,
    bsnIndex: bsn === null ? null : bsnIndexOf(bsn),
    phone: row.cell('Telefoon', readPhone),
    email: row.cell('E-mail', readEmail),
  };
}

/** Compares the birth date with the role and with the day of the intake. */
export function checkBirthDate(row: RowReader, role: MemberRole | null, birthDate: LocalDate | null, reportedOn: LocalDate | null, today: LocalDate): void {
  if (!birthDate) return;
  if (role === 'main' && addMonths(birthDate, 12 * MAIN_RESIDENT_FROM_AGE) > today) {
    row.refuse('Geboortedatum', `De hoofdbewoner is jonger dan ${MAIN_RESIDENT_FROM_AGE} jaar. Meld aan op naam van een ouder of voogd.`);
  }
  if (!reportedOn || birthDate <= reportedOn) return;
  // A baby may come between the intake and the export; an adult may not.
  if (role === 'child') row.warn('Geboortedatum', 'Dit kind is geboren na de aanmelddatum. Controleer de geboortedatum.');
  else row.refuse('Geboortedatum', 'De geboortedatum ligt na de aanmelddatum.');
}
