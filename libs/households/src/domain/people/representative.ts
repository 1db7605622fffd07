import { addMonths, type FieldProblem, type LocalDate, needs } from '#kernel';
import { isMinor } from '../member.js';
import { reachProblems } from './contact.js';

/** Who acts for somebody by law: BW 1:431, 1:450, 1:378 for an adult; 1:295 and 1:251 for a child. */
export const REPRESENTATIVE_KINDS = {
  administrator: 'Bewindvoerder', mentor: 'Mentor', curator: 'Curator', guardian: 'Voogd', 'parent-elsewhere': 'Ouder met gezag, woont ergens anders',
} as const;
export type RepresentativeKind = keyof typeof REPRESENTATIVE_KINDS;

export interface Representation {
  readonly kind: RepresentativeKind;
  readonly name: string;
  readonly organisation?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly since: LocalDate;
  /** The first day on which it no longer holds. */
  readonly until?: LocalDate | null;
}

const OVER_A_CHILD: readonly RepresentativeKind[] = ['guardian', 'parent-elsewhere'];
/** A court may decide ahead, for the day on which somebody turns 18 (BW 1:431 lid 1, 1:450 lid 1). */
const AHEAD_MONTHS = 6;

/** Whether it holds on this day. */
export const representsOn = ({ since, until }: Pick<Representation, 'since' | 'until'>, day: LocalDate): boolean => since <= day && (!until || day < until);

/** 'Mentor: M. de Wit (Bewind Noord).', to stand beside the question who says yes. */
export const representativeText = ({ kind, name, organisation }: Pick<Representation, 'kind' | 'name' | 'organisation'>): string =>
  `${REPRESENTATIVE_KINDS[kind]}: ${name}${organisation ? ` (${organisation})` : ''}.`;

/** Everything that is wrong with who acts for this person. */
export function representationProblems(input: Representation, birthDate: LocalDate, today: LocalDate): readonly FieldProblem[] {
  const ofAChild = OVER_A_CHILD.includes(input.kind);
  const adultAt = addMonths(birthDate, 12 * 18);
  return [
    ...needs(!ofAChild || isMinor(birthDate, input.since), 'kind', 'Deze persoon is 18 jaar of ouder. Dan is er geen voogd of ouder met gezag meer.'),
    ...needs(ofAChild || input.since >= adultAt, 'kind', 'Een bewindvoerder, mentor of curator is er pas vanaf 18 jaar. Kies voogd, of een latere dag.'),
    ...needs(input.since >= birthDate, 'since', 'Deze dag ligt vóór de geboortedatum.'),
    ...needs(input.since <= addMonths(today, AHEAD_MONTHS), 'since', 'Deze dag ligt meer dan een half jaar vooruit. Controleer de datum.'),
    ...needs(!input.until || input.until > input.since, 'until', 'De laatste dag ligt vóór de eerste.'),
    ...needs(!ofAChild || !input.until || input.until <= adultAt, 'until', 'Gezag en voogdij stoppen op de 18e verjaardag. Kies een eerdere dag, of laat dit leeg.'),
    ...reachProblems(input),
  ];
}
