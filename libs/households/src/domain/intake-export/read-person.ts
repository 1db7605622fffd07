import type { LocalDate } from '#kernel';
import { ageOn } from '../member.js';
import { readEmail, readPhone } from './cells/contact.js';
import { readPastDay } from './cells/date.js';
import { readBsn, readName } from './cells/person.js';
import type { IntakeMember, IntakeRole } from './intake-plan.js';
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

export function checkAge(row: RowReader, role: IntakeRole | null, birthDate: LocalDate | null, today: LocalDate): void {
  if (role !== 'main' || !birthDate || ageOn(birthDate, today) >= MAIN_RESIDENT_FROM_AGE) return;
  row.refuse('Geboortedatum', `De hoofdbewoner is jonger dan ${MAIN_RESIDENT_FROM_AGE} jaar. Meld aan op naam van een ouder of voogd.`);
}
