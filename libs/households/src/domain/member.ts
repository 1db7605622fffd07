import { ageOn, capitalise, isFilled, type LocalDate, tidySpaces } from '#kernel';

export { ageOn };

export const MEMBER_ROLES = { main: 'hoofdpersoon', partner: 'partner', child: 'kind', other: 'ander gezinslid' } as const;
export type MemberRole = keyof typeof MEMBER_ROLES;

export interface PersonName {
  readonly firstName: string;
  readonly infix?: string | null;
  readonly lastName: string;
}

const join = (parts: readonly (string | null | undefined)[], separator: string): string =>
  parts.filter(isFilled).map(tidySpaces).join(separator);

/** 'Renée de Boer' */
export const displayName = ({ firstName, infix, lastName }: PersonName): string =>
  join([firstName, infix, lastName], ' ');

/** 'Boer, de': the Dutch way to sort, last name before infix. */
export const sortName = ({ infix, lastName }: Omit<PersonName, 'firstName'>): string =>
  join([lastName, infix], ', ');

/** 'Familie De Boer': without a first name the infix gets its capital. */
export const householdName = ({ infix, lastName }: Omit<PersonName, 'firstName'>): string =>
  `Familie ${capitalise(join([infix, lastName], ' '))}`;

/** Under 18 (BW 1:233). An unknown birth date counts as a child when the role says so. */
export const isMinor = (birthDate: LocalDate, today: LocalDate): boolean => ageOn(birthDate, today) < 18;

export function isChild(member: { role: MemberRole; birthDate: LocalDate | null }, today: LocalDate): boolean {
  return member.birthDate === null ? member.role === 'child' : isMinor(member.birthDate, today);
}
