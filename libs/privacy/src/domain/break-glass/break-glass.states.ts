import { defineMachine, needs, type Transitions } from '#kernel';

export const BREAK_GLASS_STATES = {
  running: 'open',
  over: 'gesloten en nog niet nagekeken',
  reviewed: 'nagekeken',
} as const;
export type BreakGlassState = keyof typeof BREAK_GLASS_STATES;

export const BREAK_GLASS_ACTIONS = {
  close: 'de noodtoegang sluiten',
  review: 'de noodtoegang nakijken',
} as const;
export type BreakGlassAction = keyof typeof BREAK_GLASS_ACTIONS;

export const BREAK_GLASS_OUTCOMES = {
  justified: 'terecht',
  'not-justified': 'niet terecht',
} as const;
export type BreakGlassOutcome = keyof typeof BREAK_GLASS_OUTCOMES;

export interface BreakGlassFacts {
  /** The reviewer says why. */
  readonly noteGiven: boolean;
}

// A review of a window that is still open closes it: who looks at it need not wait until the hour is over.
export const BREAK_GLASS_TRANSITIONS: Transitions<BreakGlassState, BreakGlassAction> = {
  running: { close: 'over', review: 'reviewed' },
  over: { review: 'reviewed' },
  reviewed: {},
};

export const breakGlass = defineMachine<BreakGlassState, BreakGlassAction, BreakGlassFacts>({
  code: 'break-glass',
  subject: 'Deze noodtoegang',
  states: BREAK_GLASS_STATES,
  actions: BREAK_GLASS_ACTIONS,
  transitions: BREAK_GLASS_TRANSITIONS,
  guards: { review: ({ noteGiven }) => needs(noteGiven, 'note', 'Vertel wat je hebt nagekeken.') },
});

export interface BreakGlassTimes {
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
}

/** Where a break-glass stands at this moment; the end of the window needs nobody to do anything. */
export function breakGlassStateAt({ endsAt, endedAt, reviewedAt }: BreakGlassTimes, now: Date): BreakGlassState {
  if (reviewedAt) return 'reviewed';
  return endedAt || endsAt <= now ? 'over' : 'running';
}

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionBreakGlass } = breakGlass;
