import type { HouseholdState } from '#households';
import type { DemoBook } from './book.js';
import type { FamilyPlan } from './family.js';

/** Groningen: 150 families, 40 of them waiting. */
const WAITING = 40;
const OF_PERSONA: Partial<Record<HouseholdState, number>> = { intake: 4, 'draft-plan': 3, active: 11, 'scaled-up': 1, aftercare: 3 };
const OF_COLLEAGUES: Partial<Record<HouseholdState, number>> = {
  intake: 13, 'draft-plan': 12, active: 34, 'scaled-up': 5, aftercare: 9, closed: 8, 'declined-help': 1, 'moved-away': 1,
};
const OF_ZUID: Partial<Record<HouseholdState, number>> = { intake: 1, 'draft-plan': 1, active: 3 };
const HOOGEVEEN: Partial<Record<HouseholdState, number>> = { intake: 1, active: 2 };
const HOOGEVEEN_WAITING = 3;

const repeated = (counts: Partial<Record<HouseholdState, number>>): HouseholdState[] =>
  Object.entries(counts).flatMap(([state, count]) => Array.from({ length: count }, () => state as HouseholdState));

/** Who has which family, and how far they are. */
export function planFamilies({ people, random }: DemoBook): FamilyPlan[] {
  const [persona, ...colleagues] = people.regisseurs;
  const of = (key: string): string => people.user[key] ?? '';
  const waiting = (team: FamilyPlan['team'], count: number): FamilyPlan[] =>
    Array.from({ length: count }, () => ({ team, state: 'waiting-list', regisseurId: null }));
  return [
    ...waiting('WIJ Noord', WAITING),
    ...repeated(OF_PERSONA).map((state) => ({ team: 'WIJ Noord' as const, state, regisseurId: persona ?? '' })),
    ...random.shuffled(repeated(OF_COLLEAGUES)).map((state, at) => ({ team: 'WIJ Noord' as const, state, regisseurId: colleagues[at % colleagues.length] ?? '' })),
    ...repeated(OF_ZUID).map((state) => ({ team: 'WIJ Zuid' as const, state, regisseurId: of('regisseur-zuid') })),
    ...waiting('Sociaal team', HOOGEVEEN_WAITING),
    ...repeated(HOOGEVEEN).map((state) => ({ team: 'Sociaal team' as const, state, regisseurId: of('regisseur-hoogeveen') })),
  ];
}
