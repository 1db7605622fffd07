import { addMonths, ageOn, type FieldProblem, formatLocalDate, type LocalDate, needs } from '#kernel';
import { type Agreement, type Authority, type KnownMember, yesProblems } from '#privacy/domain';

export const AGREED_HOW = { talk: 'in een gesprek', paper: 'op papier' } as const;
export type AgreedHow = keyof typeof AGREED_HOW;

/** Somebody's yes to the plan, for one member: their own, or that of who decides for a child. */
export interface PlanYes extends Agreement {
  readonly forMemberId: string;
}

export interface PlanAgreement {
  readonly agreedBy: readonly PlanYes[];
  readonly agreedOn: LocalDate;
  readonly how: AgreedHow;
  /** What the family does not agree with or worries about, in their own words. */
  readonly reservations: string | null;
  readonly reviewOn: LocalDate;
}

export interface AgreeingFamily {
  readonly today: LocalDate;
  readonly reportedOn: LocalDate;
  readonly members: readonly KnownMember[];
  readonly authority: readonly Authority[];
}

const FIELD = 'agreedBy';
const LONGEST = 2000;
const FURTHEST_MONTHS = 24;

/** For a child the rule is that of an agreement to be helped: under 12 a parent with authority, 12 to 15 both, from 16 the child. */
function yesesOf(member: KnownMember, agreedBy: readonly PlanYes[], family: AgreeingFamily): readonly FieldProblem[] {
  const own = agreedBy.filter(({ forMemberId }) => forMemberId === member.id);
  return own.length === 0 ? [] : yesProblems('help-agreement', own, { ...family, member }, FIELD);
}

const saysYesThemselves = ({ forMemberId, memberId, capacity }: PlanYes): boolean => capacity === 'self' && memberId === forMemberId;

/**
 * What is wrong with the family's agreement on its plan. At least one member of 16 or older says yes for themselves; whoever
 * else is named, is named rightly. Who did not say yes does not hold up the plan: the page says so (decision 21).
 */
export function agreementProblems({ agreedBy, agreedOn, reservations, reviewOn }: PlanAgreement, family: AgreeingFamily): readonly FieldProblem[] {
  const { members, today, reportedOn } = family;
  const born = members.filter(({ id }) => agreedBy.some(({ forMemberId }) => forMemberId === id)).map(({ birthDate }) => birthDate);
  const decides = members.filter(({ birthDate }) => ageOn(birthDate, today) >= 16).map(({ id }) => id);
  return [
    ...needs(agreedBy.every(({ forMemberId }) => members.some(({ id }) => id === forMemberId)), FIELD, 'Dit gezinslid hoort niet bij dit gezin.'),
    ...needs(agreedBy.some((yes) => decides.includes(yes.forMemberId) && saysYesThemselves(yes)), FIELD, 'Minstens één gezinslid van 16 jaar of ouder moet zelf ja zeggen tegen het plan.'),
    ...members.flatMap((member) => yesesOf(member, agreedBy, family)),
    ...needs(agreedOn <= today, 'agreedOn', 'Deze dag moet nog komen. Kies vandaag of eerder.'),
    ...needs(agreedOn >= reportedOn, 'agreedOn', `Het gezin is aangemeld op ${formatLocalDate(reportedOn)}. Eerder kan er geen plan zijn.`),
    ...needs(born.every((day) => agreedOn >= day), 'agreedOn', 'Op deze dag was een van deze gezinsleden nog niet geboren.'),
    ...needs((reservations ?? '').length <= LONGEST, 'reservations', `Schrijf hooguit ${LONGEST} tekens.`),
    ...reviewProblems(reviewOn, today),
  ];
}

/** When the plan is looked at again. */
export const reviewProblems = (reviewOn: LocalDate, today: LocalDate): readonly FieldProblem[] => [
  ...needs(reviewOn > today, 'reviewOn', 'Kies een dag na vandaag.'),
  ...needs(reviewOn <= addMonths(today, FURTHEST_MONTHS), 'reviewOn', 'Kies een dag binnen twee jaar.'),
];
