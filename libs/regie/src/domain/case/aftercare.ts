import { addMonths, addWorkingDays, type FieldProblem, type LocalDate, needs, shiftToWorkingDay } from '#kernel';
import type { CaseSettings } from './case-settings.js';

export const AFTERCARE_STATES = {
  planned: 'gepland', held: 'geweest', 'not-reached': 'niet bereikt', lapsed: 'vervallen',
} as const;
export type AftercareState = keyof typeof AFTERCARE_STATES;

export const AFTERCARE_GOING = {
  well: 'Het gaat goed', 'some-worries': 'Er zijn zorgen, het gezin redt het', 'not-well': 'Het gaat niet goed',
} as const;
export type AftercareGoing = keyof typeof AFTERCARE_GOING;

export interface PlannedContact {
  readonly months: number;
  readonly on: LocalDate;
}

/**
 * The days on which the aftercare asks how it goes. Our own terms, no law: counted in months from the start and held on the
 * first working day from there, because on a Sunday nobody calls.
 */
export const aftercareDays = (start: LocalDate, { months }: CaseSettings['aftercare']): readonly PlannedContact[] =>
  months.map((count) => ({ months: count, on: shiftToWorkingDay(addMonths(start, count)) }));

export type AftercareOutcome =
  | { readonly reached: false }
  | { readonly reached: true; readonly heldOn: LocalDate; readonly going: AftercareGoing; readonly words: string };

export interface AttemptedContact {
  readonly state: AftercareState;
  readonly attempts: number;
  /** The next day to try; null when it is over. */
  readonly nextAttemptOn: LocalDate | null;
}

/** What is wrong with what somebody writes down about a contact that was held. */
export const heldProblems = (heldOn: LocalDate, startedOn: LocalDate | null, today: LocalDate): readonly FieldProblem[] => [
  ...needs(heldOn <= today, 'heldOn', 'Deze dag moet nog komen. Leg het gesprek vast als het is geweest.'),
  ...needs(startedOn === null || heldOn >= startedOn, 'heldOn', 'Deze dag ligt voor het begin van de nazorg.'),
];

/** A contact after one more attempt on `today`: it was held, there is a next day to try, or it counts as not reached. */
export function afterAttempt(attempts: number, reached: boolean, today: LocalDate, settings: CaseSettings['aftercare']): AttemptedContact {
  const count = attempts + 1;
  if (reached) return { state: 'held', attempts: count, nextAttemptOn: null };
  if (count >= settings.attempts) return { state: 'not-reached', attempts: count, nextAttemptOn: null };
  return { state: 'planned', attempts: count, nextAttemptOn: addWorkingDays(today, settings.retryWorkingDays) };
}
