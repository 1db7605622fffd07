import { ageOn, type FieldProblem, isFilled, type LocalDate } from '#kernel';

/** In which capacity somebody says yes. */
export const CAPACITIES = {
  self: 'de persoon zelf',
  'parent-with-authority': 'ouder met gezag',
  'parent-without-authority': 'ouder zonder gezag',
  guardian: 'voogd',
  mentor: 'mentor',
  curator: 'curator',
} as const;
export type Capacity = keyof typeof CAPACITIES;

/** Who said yes: a member of the family, or a name of somebody outside it. */
export interface Agreement {
  readonly memberId?: string | null;
  readonly name?: string | null;
  readonly capacity: Capacity;
}

export interface KnownMember {
  readonly id: string;
  readonly role: string;
  readonly birthDate: LocalDate;
}

/** What is recorded about authority over a child; nothing recorded is nothing known. */
export interface Authority {
  readonly childId: string;
  readonly adultId: string;
  readonly hasAuthority: boolean;
}

export interface AgreementContext {
  readonly today: LocalDate;
  /** About whom. */
  readonly member: KnownMember;
  readonly members: readonly KnownMember[];
  readonly authority: readonly Authority[];
}

/** Whose yes is needed. `child-and-parents`: both, not one of them. */
export type WhoseYes = 'self' | 'parents' | 'child-and-parents' | 'representative';

/** The three records ask different people: consent to share is the AVG's, the two others are those of care. */
export type RecordKind = 'legal-basis' | 'secrecy-release' | 'help-agreement';

/**
 * Help and secrecy: under 12 the parents with authority, 12–15 the child and the parents, from 16 the child alone
 * (Jeugdwet 7.3.4 and 7.3.5, BW 7:450 and 7:465). Consent to share data: under 16 the legal representative (UAVG 5).
 */
export function whoseYes(kind: RecordKind, birthDate: LocalDate, today: LocalDate): WhoseYes {
  const age = ageOn(birthDate, today);
  if (kind === 'legal-basis') return age < 16 ? 'representative' : 'self';
  if (age < 12) return 'parents';
  return age < 16 ? 'child-and-parents' : 'self';
}

/** For the screen: who has to say yes for this person. */
export const WHOSE_YES: Readonly<Record<WhoseYes, string>> = {
  self: 'Deze persoon beslist zelf.',
  parents: 'Een ouder met gezag of een voogd moet ja zeggen.',
  'child-and-parents': 'Het kind zelf én een ouder met gezag of een voogd moeten ja zeggen.',
  representative: 'Een ouder met gezag of een voogd geeft toestemming voor dit kind.',
};

const OVER_A_CHILD: readonly Capacity[] = ['parent-with-authority', 'guardian'];
/** BW 1:378 and 1:450: a court gave an adult somebody who decides with or for them. */
const FOR_AN_ADULT: readonly Capacity[] = ['self', 'mentor', 'curator'];

/** Everything that is wrong with who agreed; `field` is where the form shows it. */
export function yesProblems(kind: RecordKind, agreed: readonly Agreement[], context: AgreementContext, field = 'agreedBy'): readonly FieldProblem[] {
  const problem = (message: string): FieldProblem => ({ name: field, message });
  if (agreed.length === 0) return [problem('Schrijf op wie ja heeft gezegd.')];
  const wrong = agreed.flatMap((one) => strangeness(one, context)).map(problem);
  return wrong.length > 0 ? wrong : missingYes(kind, agreed, context).map(problem);
}

/** What can't be true of one name, whoever is needed. */
function strangeness(agreed: Agreement, { member, members, authority, today }: AgreementContext): readonly string[] {
  const { memberId, name, capacity } = agreed;
  if (capacity === 'parent-without-authority') return ['Een ouder zonder gezag kan hier geen ja zeggen. Vraag het aan wie gezag heeft.'];
  if (!isFilled(memberId ?? undefined)) {
    if (capacity === 'self') return ['Kies het gezinslid zelf.'];
    return isFilled(name ?? undefined) ? [] : ['Schrijf de naam op van wie ja heeft gezegd.'];
  }
  const who = members.find(({ id }) => id === memberId);
  if (!who) return ['Dit gezinslid hoort niet bij dit gezin.'];
  if (capacity === 'self') return who.id === member.id ? [] : ['Alleen de persoon zelf kan voor zichzelf ja zeggen.'];
  if (who.id === member.id) return ['Niemand is vertegenwoordiger van zichzelf.'];
  // BW 1:246: who is under age has no authority over others.
  if (ageOn(who.birthDate, today) < 18) return ['Wie jonger is dan 18 jaar kan niet voor een ander ja zeggen.'];
  const known = authority.find(({ childId, adultId }) => childId === member.id && adultId === who.id);
  if (capacity === 'parent-with-authority' && known?.hasAuthority === false) return ['Deze ouder heeft geen gezag over dit kind. Vraag het aan wie gezag heeft.'];
  return [];
}

function missingYes(kind: RecordKind, agreed: readonly Agreement[], { member, today }: AgreementContext): readonly string[] {
  const needed = whoseYes(kind, member.birthDate, today);
  const has = (capacities: readonly Capacity[]): boolean => agreed.some(({ capacity }) => capacities.includes(capacity));
  if (needed === 'self') {
    // From 16 a parent says nothing in the child's place; a mentor or curator is for who is of age.
    const may = ageOn(member.birthDate, today) < 18 ? (['self'] as const) : FOR_AN_ADULT;
    return has(may) ? [] : ['Deze persoon beslist zelf. Leg vast dat die zelf ja heeft gezegd.'];
  }
  const parents = has(OVER_A_CHILD) ? [] : ['Voor dit kind moet een ouder met gezag of een voogd ja zeggen.'];
  const child = needed !== 'child-and-parents' || has(['self']) ? [] : ['Dit kind is 12 jaar of ouder en moet ook zelf ja zeggen.'];
  return [...parents, ...child];
}
