import { normaliseName } from '#kernel';
import { LOST_LETTER } from './cells/person.js';

/** What is known of a person, perhaps not all of it. */
export interface PersonClues { bsnIndex?: string | null; normalisedName?: string | null; birthDate?: string | null }

export interface NameParts { firstName: string; infix?: string | null; lastName: string }

/** Stands in for a lost letter while the name is normalised; no name contains it. */
const PLACEHOLDER = 'ʘ';

/** For matching only. A letter that the export lost stays visible as a ?: 'tess nowak wi?niewska'. */
export function normalisedNameOf({ firstName, infix, lastName }: NameParts): string {
  const name = [firstName, infix ?? '', lastName].join(' ').replace(LOST_LETTER, PLACEHOLDER);
  return normaliseName(name).replaceAll(PLACEHOLDER, '?');
}

/** The same BSN, or the same name and birth date. A lost letter fits any letter, on either side. */
export function isSamePerson(one: PersonClues, other: PersonClues): boolean {
  return hasSameBsn(one, other) || hasSameNameAndBirthDate(one, other);
}

export function hasSameBsn(one: PersonClues, other: PersonClues): boolean {
  return Boolean(one.bsnIndex) && one.bsnIndex === other.bsnIndex;
}

export function hasSameNameAndBirthDate(one: PersonClues, other: PersonClues): boolean {
  if (!one.normalisedName || !other.normalisedName || !one.birthDate || one.birthDate !== other.birthDate) return false;
  return fits(one.normalisedName, other.normalisedName) || fits(other.normalisedName, one.normalisedName);
}

/** A ? stands for no, one or two characters. Follows all possible places at once, so that many ?s cost no more time. */
function fits(name: string, other: string): boolean {
  if (!name.includes('?')) return name === other;
  let places = new Set([0]);
  for (const character of name) {
    const next = character === '?' ? [...places].flatMap((at) => [at, at + 1, at + 2]) : [...places].filter((at) => other[at] === character).map((at) => at + 1);
    places = new Set(next.filter((at) => at <= other.length));
  }
  return places.has(other.length);
}
