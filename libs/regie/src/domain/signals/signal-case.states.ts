import { defineMachine, type FieldProblem, needs, type Transitions } from '#kernel';

export const SIGNAL_STATES = {
  new: 'nieuw',
  'visit-planned': 'huisbezoek gepland',
  'not-reached': 'nog niet gesproken',
  spoken: 'gesproken',
  'waiting-list': 'op de wachtlijst',
  'no-help': 'wil geen hulp',
  'already-helped': 'krijgt al hulp',
  'given-up': 'niet bereikt, gestopt',
} as const;
export type SignalState = keyof typeof SIGNAL_STATES;

export const SIGNAL_ACTIONS = {
  'plan-visit': 'een huisbezoek plannen',
  'visit-done': 'noteren dat het huisbezoek is geweest',
  'not-at-home': 'noteren dat niemand thuis was',
  'refused-at-door': 'noteren dat iemand aan de deur geen hulp wil',
  'send-letter': 'noteren dat er een brief is gestuurd',
  'call-reached': 'noteren dat er is gebeld en gesproken',
  'call-missed': 'noteren dat er is gebeld zonder antwoord',
  'accept-help': 'op de wachtlijst zetten',
  'decline-help': 'vastleggen dat iemand geen hulp wil',
  'mark-helped': 'vastleggen dat iemand al hulp krijgt',
  'give-up': 'stoppen met proberen',
} as const;
export type SignalAction = keyof typeof SIGNAL_ACTIONS;
export const SIGNAL_ACTION_NAMES = Object.keys(SIGNAL_ACTIONS) as SignalAction[];

export interface SignalFacts {
  /** How often somebody tried: not at home, a letter, a call without an answer. */
  readonly tries: number;
}

/** Fewer tries is no following up of a signal (ours; Wgs 3, first paragraph under b, asks for an offer of a first talk). */
const TRIES_BEFORE_STOPPING = 3;

const answers = { 'call-reached': 'spoken', 'accept-help': 'waiting-list', 'decline-help': 'no-help', 'mark-helped': 'already-helped' } as const;

export const SIGNAL_TRANSITIONS: Transitions<SignalState, SignalAction> = {
  new: { 'plan-visit': 'visit-planned', 'send-letter': 'not-reached', 'call-missed': 'not-reached', ...answers },
  'visit-planned': {
    'plan-visit': 'visit-planned', 'visit-done': 'spoken', 'not-at-home': 'not-reached', 'refused-at-door': 'no-help',
    'send-letter': 'visit-planned', 'call-missed': 'visit-planned', ...answers,
  },
  'not-reached': { 'plan-visit': 'visit-planned', 'send-letter': 'not-reached', 'call-missed': 'not-reached', 'give-up': 'given-up', ...answers },
  spoken: { 'plan-visit': 'visit-planned', 'send-letter': 'spoken', 'call-reached': 'spoken', 'call-missed': 'spoken', 'accept-help': 'waiting-list', 'decline-help': 'no-help', 'mark-helped': 'already-helped' },
  'waiting-list': {},
  'no-help': {},
  'already-helped': {},
  'given-up': {},
};

const triedEnough = ({ tries }: SignalFacts): readonly FieldProblem[] =>
  needs(tries >= TRIES_BEFORE_STOPPING, 'tries', `Probeer het eerst ${TRIES_BEFORE_STOPPING} keer: met een brief, een telefoontje of een huisbezoek.`);

/** What happens with the signals about one person at one address. */
export const signalCase = defineMachine<SignalState, SignalAction, SignalFacts>({
  code: 'early-signal',
  subject: 'Dit signaal',
  states: SIGNAL_STATES,
  actions: SIGNAL_ACTIONS,
  transitions: SIGNAL_TRANSITIONS,
  guards: { 'give-up': triedEnough },
});

export const { transition: transitionSignal, allowedTransitions: allowedSignalTransitions } = signalCase;

export const isSignalClosed = (state: SignalState): boolean => Object.keys(SIGNAL_TRANSITIONS[state]).length === 0;
