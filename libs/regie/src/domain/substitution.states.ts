import { defineMachine, type LocalDate, type Transitions } from '#kernel';

export const SUBSTITUTION_STATES = {
  planned: 'afgesproken',
  running: 'bezig',
  over: 'voorbij',
  ended: 'gestopt',
} as const;
export type SubstitutionState = keyof typeof SUBSTITUTION_STATES;

export const SUBSTITUTION_ACTIONS = { end: 'de waarneming stoppen' } as const;
export type SubstitutionAction = keyof typeof SUBSTITUTION_ACTIONS;

export const SUBSTITUTION_TRANSITIONS: Transitions<SubstitutionState, SubstitutionAction> = {
  planned: { end: 'ended' },
  running: { end: 'ended' },
  over: {},
  ended: {},
};

export const substitution = defineMachine<SubstitutionState, SubstitutionAction, object>({
  code: 'substitution',
  subject: 'Deze waarneming',
  states: SUBSTITUTION_STATES,
  actions: SUBSTITUTION_ACTIONS,
  transitions: SUBSTITUTION_TRANSITIONS,
  guards: {},
});

export interface SubstitutionDays {
  readonly firstDay: LocalDate;
  /** The last day of the absence. */
  readonly lastDay: LocalDate;
  readonly endedAt: Date | null;
}

/** Where it stands on this day; it begins and is over without anybody doing anything. */
export function substitutionStateOn({ firstDay, lastDay, endedAt }: SubstitutionDays, today: LocalDate): SubstitutionState {
  if (endedAt) return 'ended';
  if (today < firstDay) return 'planned';
  return today <= lastDay ? 'running' : 'over';
}

/** The next state; throws `conflict` when it is over already. */
export const { transition: transitionSubstitution } = substitution;
