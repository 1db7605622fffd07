import { type Actor, allowIf, type FieldProblem, hasRole, isFilled, type LocalDate, localDateOf, needs, type Verdict } from '#kernel';

/** How people spoke with the family, as the screens call it. */
export const CONTACT_KINDS = {
  conversation: 'gesprek',
  'home-visit': 'huisbezoek',
  phone: 'telefoon',
  'walk-in': 'spreekuur',
  message: 'bericht',
} as const;
export type ContactKind = keyof typeof CONTACT_KINDS;
export const CONTACT_KIND_NAMES = Object.keys(CONTACT_KINDS) as ContactKind[];

export const LONGEST_NOTE = 20_000;

export interface ContactContent {
  readonly kind: ContactKind;
  readonly contactAt: Date;
  readonly memberIds: readonly string[];
  /** Who else: the own network, a partner, in words. */
  readonly others?: string | null;
  readonly discussed: string;
  readonly nextStep?: string | null;
  /** When the writer wants to be reminded of the next step. */
  readonly remindOn?: LocalDate | null;
}

/** `reportedOn`: the day the case began. `members`: everybody of the family, also who left it. */
export interface ContactFacts {
  readonly reportedOn: LocalDate;
  readonly members: readonly { readonly id: string; readonly leftOn: LocalDate | null }[];
}

/** What is wrong with a contact note at this moment; the case is reckoned in days of Amsterdam. */
export function contactProblems({ contactAt, memberIds, others, discussed, nextStep, remindOn }: ContactContent, facts: ContactFacts, now: Date): readonly FieldProblem[] {
  const day = localDateOf(contactAt);
  const met = memberIds.map((id) => facts.members.find((member) => member.id === id));
  return [
    ...needs(contactAt.getTime() <= now.getTime(), 'contactAt', 'Dit moment moet nog komen. Kies wanneer het contact was.'),
    ...needs(day >= facts.reportedOn, 'contactAt', 'Dit is van voor de aanmelding van het gezin.'),
    ...needs(memberIds.length > 0 || isFilled(others), 'memberIds', 'Met wie was het contact? Kies iemand, of schrijf het op.'),
    ...needs(met.every((member) => member !== undefined), 'memberIds', 'Dit gezinslid hoort niet bij dit gezin.'),
    ...needs(met.every((member) => !member?.leftOn || day <= member.leftOn), 'memberIds', 'Dit gezinslid hoorde toen niet meer bij het gezin. Schrijf de naam bij wie er nog meer was.'),
    ...needs(isFilled(discussed), 'discussed', 'Schrijf op wat er is besproken.'),
    ...needs(discussed.length <= LONGEST_NOTE, 'discussed', 'Dit verslag is te lang: schrijf hooguit 20.000 tekens. Maak er twee van, of kort het in.'),
    ...needs(!remindOn || isFilled(nextStep), 'nextStep', 'Waar wil je aan herinnerd worden? Schrijf de volgende stap op.'),
    ...needs(!remindOn || remindOn > localDateOf(now), 'remindOn', 'Kies een dag die nog moet komen.'),
  ];
}

/** How somebody stands to the family of a note. */
export interface ContactRelation {
  readonly municipalityId: string;
  /** Has a task there; break-glass is none. */
  readonly hasTask: boolean;
  readonly asRegisseur: boolean;
}

/** Who writes a contact note: whoever has a task in the family. */
export const mayWriteContact = (actor: Actor, { municipalityId, hasTask }: ContactRelation): Verdict =>
  allowIf(actor.municipalityId === municipalityId && hasTask && hasRole(actor, 'regisseur', 'case-worker'), 'Alleen wie met dit gezin werkt, schrijft een verslag.');

/** Who corrects one: who wrote it, or the regisseur, also when the writer has left. */
export const mayCorrectContact = (actor: Actor, relation: ContactRelation, writtenBy: string): Verdict => {
  const may = mayWriteContact(actor, relation);
  if (!may.allowed) return may;
  return allowIf(actor.userId === writtenBy || (relation.asRegisseur && hasRole(actor, 'regisseur')), 'Alleen wie het schreef of de regisseur verbetert dit verslag.');
};
