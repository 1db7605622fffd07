import { addMonths, type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';
import { isChild, type MemberRole } from '../member.js';

export const LEAVING_REASONS = {
  'own-home': 'Woont nu op zichzelf', 'other-parent': 'Woont nu bij de andere ouder', care: 'Woont in een pleeggezin of instelling', deceased: 'Overleden', other: 'Iets anders',
} as const;
export type LeavingReason = keyof typeof LEAVING_REASONS;

/** A member as the rules about belonging see them. */
export interface Belonging {
  readonly id: string;
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
  readonly leftOn: LocalDate | null;
}

export interface NewBelonging {
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
  readonly joinedOn: LocalDate;
}

const OLDEST_YEARS = 120;
/** A younger person is no main resident (ours; as in a report). */
const MAIN_FROM = 16;
const PARENTS: readonly MemberRole[] = ['main', 'partner'];

export const isPresent = ({ leftOn }: Pick<Belonging, 'leftOn'>): boolean => leftOn === null;
const present = (members: readonly Belonging[]): readonly Belonging[] => members.filter(isPresent);

const birthDateProblems = (birthDate: LocalDate, today: LocalDate): readonly FieldProblem[] => [
  ...needs(birthDate <= today, 'birthDate', 'De geboortedatum ligt in de toekomst.'),
  ...needs(birthDate >= addMonths(today, -12 * OLDEST_YEARS), 'birthDate', `Deze datum ligt meer dan ${OLDEST_YEARS} jaar terug.`),
];

/** A child is younger than the parents in the family; who is not is 'other'. */
export function ageInRole(role: MemberRole, birthDate: LocalDate, others: readonly Pick<Belonging, 'role' | 'birthDate'>[], today: LocalDate, field: string): readonly FieldProblem[] {
  const parents = others.filter((other) => PARENTS.includes(other.role));
  const children = others.filter((other) => other.role === 'child');
  return [
    ...needs(role !== 'child' || parents.every((parent) => birthDate > parent.birthDate), field, 'Dit kind is ouder dan een ouder in het gezin. Controleer de geboortedatum, of kies een andere plek in het gezin.'),
    ...needs(!PARENTS.includes(role) || children.every((child) => birthDate < child.birthDate), field, 'Deze persoon is jonger dan een kind in het gezin. Controleer de geboortedatum, of kies een andere plek in het gezin.'),
    ...needs(role !== 'main' || addMonths(birthDate, 12 * MAIN_FROM) <= today, field, `De hoofdpersoon is jonger dan ${MAIN_FROM} jaar. Kies een andere hoofdpersoon.`),
  ];
}

/** What is wrong with somebody new in the family; an empty list means: welcome. A new member is never the main person: there is one already. */
export function joiningProblems(person: NewBelonging, members: readonly Belonging[], today: LocalDate): readonly FieldProblem[] {
  return [
    ...birthDateProblems(person.birthDate, today),
    ...needs(person.joinedOn <= today, 'joinedOn', 'Deze dag ligt in de toekomst. Leg dit vast als het zover is.'),
    ...needs(person.joinedOn >= person.birthDate, 'joinedOn', 'Deze dag ligt vóór de geboortedatum.'),
    ...needs(person.role !== 'main', 'role', 'Er is al een hoofdpersoon. Voeg deze persoon eerst toe, en wijzig daarna de rol.'),
    ...ageInRole(person.role, person.birthDate, present(members), today, 'birthDate'),
  ];
}

/** What is wrong with another place in the family. */
export function roleProblems(member: Belonging, role: MemberRole, members: readonly Belonging[], today: LocalDate): readonly FieldProblem[] {
  const others = present(members).filter(({ id }) => id !== member.id).map((other) => (role === 'main' && other.role === 'main' ? { ...other, role: formerMainRole(member.role) } : other));
  return [
    ...needs(isPresent(member), 'role', 'Dit gezinslid hoort niet meer bij dit gezin.'),
    ...needs(member.role !== 'main' || role === 'main', 'role', 'Een gezin heeft altijd een hoofdpersoon. Maak eerst iemand anders hoofdpersoon.'),
    ...ageInRole(role, member.birthDate, others, today, 'role'),
  ];
}

/** There is one main person: who was it takes the place of who becomes it, and a parent never becomes a child. */
export const formerMainRole = (wasRole: MemberRole): MemberRole => (wasRole === 'partner' ? 'partner' : 'other');

/** What is wrong with a departure. The day is the first on which somebody does not belong to the family any more. */
export function leavingProblems(member: Belonging & { readonly joinedOn: LocalDate | null }, leftOn: LocalDate, today: LocalDate): readonly FieldProblem[] {
  const since = member.joinedOn ?? member.birthDate;
  return [
    ...needs(isPresent(member), 'leftOn', 'Dit gezinslid hoort al niet meer bij dit gezin.'),
    ...needs(leftOn <= today, 'leftOn', 'Deze dag ligt in de toekomst. Leg dit vast als het zover is.'),
    ...needs(leftOn >= member.birthDate, 'leftOn', 'Deze dag ligt vóór de geboortedatum.'),
    ...needs(leftOn < member.birthDate || leftOn >= since, 'leftOn', 'Op deze dag hoorde deze persoon nog niet bij het gezin.'),
    ...needs(member.role !== 'main', 'leftOn', 'Dit is de hoofdpersoon. Maak eerst iemand anders hoofdpersoon, of sluit het dossier af.'),
  ];
}

/** What is wrong with a return. Who died does not come back: that is a correction. */
export function returnProblems(member: Belonging & { readonly leftReason: LeavingReason | null }, on: LocalDate, role: MemberRole, members: readonly Belonging[], today: LocalDate): readonly FieldProblem[] {
  return [
    ...needs(!isPresent(member), 'on', 'Deze persoon hoort al bij dit gezin.'),
    ...needs(on <= today, 'on', 'Deze dag ligt in de toekomst. Leg dit vast als het zover is.'),
    ...needs(member.leftOn === null || on >= member.leftOn, 'on', 'Deze dag ligt vóór de dag van het vertrek.'),
    ...needs(role !== 'main', 'role', 'Er is al een hoofdpersoon. Wijzig de rol daarna.'),
    ...ageInRole(role, member.birthDate, present(members), today, 'role'),
  ];
}

/** How many people and children a list says: counted as on the day the family came in, like a report and a correction do. */
export const familyCount = (members: readonly Belonging[], registeredOn: LocalDate): { memberCount: number; childCount: number } => ({
  memberCount: present(members).length,
  childCount: present(members).filter((member) => isChild(member, registeredOn)).length,
});

/** Living in two homes, in the family's own words; nothing of the other household (docs/decisions/0013 and 0022). */
export const elsewhereProblems = (livesElsewhere: boolean, agreement: string | null | undefined): readonly FieldProblem[] =>
  needs(livesElsewhere || !isFilled(agreement), 'elsewhereAgreement', 'Vink eerst aan dat deze persoon ook ergens anders woont.');
