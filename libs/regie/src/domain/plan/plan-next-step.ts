import { formatLocalDate, type LocalDate } from '#kernel';
import type { PlanSnapshot, SnapshotAction } from './plan-snapshot.js';

export interface PlanFacts extends PlanSnapshot {
  readonly agreedVersion: number | null;
  /** How much is different from what the family agreed to. */
  readonly changes: number;
  readonly reviewOn: LocalDate | null;
}

export interface PlanNextStep {
  readonly text: string;
  /** Whose turn it is, by name. */
  readonly who: string;
  readonly actionId: string | null;
}

const REGISSEUR = 'Regisseur';
const step = (text: string, who = REGISSEUR, actionId: string | null = null): PlanNextStep => ({ text, who, actionId });
const ofAction = ({ id, what, owner }: SnapshotAction, when: string): PlanNextStep => step(`${what} (${when})`, owner, id);

/** The one thing that comes next in this plan: first that there is one, then what is late, then the agreement, then the calendar. */
export function planNextStep({ goals, actions, agreedVersion, changes, reviewOn }: PlanFacts, today: LocalDate): PlanNextStep {
  const running = goals.filter(({ state }) => state === 'open');
  const [first] = actions.filter(({ state }) => state === 'open').toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (goals.length === 0) return step('Schrijf samen met het gezin het eerste doel op.');
  if (first && first.dueOn < today) return ofAction(first, `had klaar moeten zijn op ${formatLocalDate(first.dueOn)}`);
  const bare = running.find(({ id }) => !actions.some(({ goalId, state }) => goalId === id && state !== 'dropped'));
  if (bare) return step(`Spreek af wie wat doet voor dit doel: "${bare.words}"`);
  if (agreedVersion === null) return step('Bespreek het plan met het gezin en leg vast of zij ja zeggen.');
  if (reviewOn !== null && reviewOn <= today) return step('Bespreek met het gezin hoe het plan loopt.');
  if (changes > 0) return step('Bespreek met het gezin wat er veranderd is in het plan.');
  if (first) return ofAction(first, first.dueOn === today ? 'vandaag' : `voor ${formatLocalDate(first.dueOn)}`);
  return step(running.length === 0 ? 'Alle doelen zijn klaar. Bespreek met het gezin wat er nog nodig is.' : 'Spreek een volgende actie af.');
}
