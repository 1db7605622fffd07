import { addMonths, type FieldProblem, type LocalDate, needs } from '#kernel';
import { eighteenOn } from './turning-18.js';

/** What happens in a life and asks for arranging. `about`: one person, or the family as a whole. */
export const LIFE_EVENTS = {
  'turning-18': { name: '18 worden', about: 'member' },
  divorce: { name: 'Scheiden', about: 'family' },
  death: { name: 'Overlijden', about: 'member' },
  disability: { name: 'Arbeidsongeschikt', about: 'member' },
  'leaving-benefits': { name: 'Uit de bijstand', about: 'member' },
  move: { name: 'Verhuizen', about: 'family' },
  birth: { name: 'Geboorte', about: 'family' },
} as const satisfies Record<string, { name: string; about: 'member' | 'family' }>;
export type LifeEventKind = keyof typeof LIFE_EVENTS;
export const LIFE_EVENT_KINDS = Object.keys(LIFE_EVENTS) as LifeEventKind[];

/** These happen to a person once; the others can come back. */
export const HAPPENS_ONCE: readonly LifeEventKind[] = ['turning-18', 'death'];

/** Longer ago or further ahead is a typing mistake (ours). */
const MOST_MONTHS = 24;

export interface NewLifeEvent {
  readonly kind: LifeEventKind;
  readonly memberId?: string | undefined;
  /** Left out for turning 18: that day follows from the birth date. */
  readonly on?: LocalDate | undefined;
}

export interface LifeEventContext {
  readonly today: LocalDate;
  /** Of the member it is about; null: about the family as a whole. */
  readonly birthDate: LocalDate | null;
}

function turning18Problems(on: LocalDate | undefined, birthDate: LocalDate | null, today: LocalDate): readonly FieldProblem[] {
  const reached = birthDate === null ? null : eighteenOn(birthDate);
  return [
    ...needs(on === undefined, 'on', 'Deze dag volgt uit de geboortedatum. Laat de datum leeg.'),
    ...needs(reached === null || reached > today, 'memberId', 'Dit gezinslid is al 18 jaar of ouder.'),
    ...needs(reached === null || reached <= addMonths(today, MOST_MONTHS), 'memberId', 'Dit gezinslid is nog geen 16 jaar. Dit is nog te vroeg.'),
  ];
}

function dayProblems({ kind, on }: NewLifeEvent, { today, birthDate }: LifeEventContext): readonly FieldProblem[] {
  if (kind === 'turning-18') return turning18Problems(on, birthDate, today);
  if (on === undefined) return needs(false, 'on', 'Vul in wanneer het is.');
  if (birthDate !== null && on < birthDate) return needs(false, 'on', 'Deze dag ligt voor de geboorte van dit gezinslid.');
  if (kind === 'death' && on > today) return needs(false, 'on', 'Deze dag kan niet in de toekomst liggen.');
  const near = on >= addMonths(today, -MOST_MONTHS) && on <= addMonths(today, MOST_MONTHS);
  return needs(near, 'on', 'Deze dag ligt te ver weg. Kies een dag van hooguit twee jaar geleden, of binnen twee jaar.');
}

/** Every problem of an event that somebody starts. */
export const lifeEventProblems = (event: NewLifeEvent, context: LifeEventContext): readonly FieldProblem[] => [
  ...needs(LIFE_EVENTS[event.kind].about === 'family' || event.memberId !== undefined, 'memberId', 'Kies over wie het gaat.'),
  ...dayProblems(event, context),
];
