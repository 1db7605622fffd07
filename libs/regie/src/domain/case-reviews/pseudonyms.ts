import { ageOn, type LocalDate } from '#kernel';

/** Wide enough that an age says who it is only together with more. */
const BANDS = [[3, '0-3'], [11, '4-11'], [17, '12-17'], [27, '18-27'], [44, '28-44'], [64, '45-64']] as const;
export type AgeBand = (typeof BANDS)[number][1] | '65+';

export interface ReviewedMember {
  readonly role: 'main' | 'partner' | 'child' | 'other';
  readonly birthDate: LocalDate;
  /** Who asked for restriction of their data is not discussed (AVG 18). */
  readonly isRestricted: boolean;
}

/** One person as colleagues hear of them. */
export interface PseudonymousMember {
  readonly role: 'adult' | 'child' | 'other';
  readonly age: AgeBand;
}

export const ageBand = (birthDate: LocalDate, today: LocalDate): AgeBand => BANDS.find(([last]) => ageOn(birthDate, today) <= last)?.[1] ?? '65+';

const ROLE = { main: 'adult', partner: 'adult', child: 'child', other: 'other' } as const;

/** A family without whose it is: roles and age bands, in an order that says nothing of how they stand in the record. */
export const composition = (members: readonly ReviewedMember[], today: LocalDate): readonly PseudonymousMember[] =>
  members.filter(({ isRestricted }) => !isRestricted)
    .map(({ role, birthDate }): PseudonymousMember => ({ role: ROLE[role], age: ageBand(birthDate, today) }))
    .sort((one, other) => `${one.role} ${one.age.padStart(5, '0')}`.localeCompare(`${other.role} ${other.age.padStart(5, '0')}`, 'nl'));

const LETTERS = 26;

/** 'A', 'B', … 'Z', 'AA': the name of the next family in one review. It means nothing in another one. */
export function labelOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? letter : labelOf(Math.floor(index / LETTERS) - 1) + letter;
}
