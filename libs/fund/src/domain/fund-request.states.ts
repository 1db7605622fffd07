import { defineMachine, type FieldProblem, needs, type Transitions } from '#kernel';

export const FUND_REQUEST_STATES = {
  draft: 'concept',
  submitted: 'ingediend',
  'completeness-check': 'wordt gecontroleerd',
  incomplete: 'nog niet compleet',
  'under-review': 'in behandeling',
  advice: 'voorbereid',
  'on-agenda': 'op de agenda',
  'committee-advice': 'advies gegeven',
  granted: 'toegekend',
  'partly-granted': 'deels toegekend',
  refused: 'afgewezen',
  'not-considered': 'niet in behandeling genomen',
  withdrawn: 'ingetrokken',
  announced: 'bekendgemaakt',
  paid: 'betaald',
  evaluated: 'geëvalueerd',
  closed: 'afgesloten',
} as const;
export type FundRequestState = keyof typeof FUND_REQUEST_STATES;

export const FUND_REQUEST_ACTIONS = {
  submit: 'de aanvraag indienen',
  'start-completeness-check': 'de aanvraag gaan controleren',
  'find-complete': 'de aanvraag compleet verklaren',
  'ask-supplement': 'om een aanvulling vragen',
  'receive-supplement': 'de aanvulling ontvangen',
  'not-consider': 'de aanvraag niet in behandeling nemen',
  'write-advice': 'de aanvraag voorbereiden',
  'put-on-agenda': 'de aanvraag op de agenda zetten',
  'give-advice': 'advies geven',
  grant: 'toekennen',
  'grant-partly': 'deels toekennen',
  refuse: 'afwijzen',
  withdraw: 'de aanvraag intrekken',
  announce: 'het besluit bekendmaken',
  pay: 'betalen',
  evaluate: 'evalueren',
  close: 'afsluiten',
} as const;
export type FundRequestAction = keyof typeof FUND_REQUEST_ACTIONS;

export type FundOutcome = 'granted' | 'partly-granted' | 'refused' | 'not-considered' | 'withdrawn';

export interface FundRequestFacts {
  /** What is wrong with the request itself: `fundRequestProblems`. */
  readonly requestProblems: readonly FieldProblem[];
  /** What is wrong with the decision being taken: `decisionProblems`. */
  readonly decisionProblems: readonly FieldProblem[];
  /** The letter names a last day for the supplement; without it the clock does not stop (Awb 4:15). */
  readonly remedyDateSet: boolean;
  readonly remedyTermOver: boolean;
  readonly meetingDateSet: boolean;
  readonly adviceCount: number;
  readonly outcome: FundOutcome | null;
  /** Everything that was granted has been paid. */
  readonly fullyPaid: boolean;
  readonly objectionOpen: boolean;
  readonly objectionTermOver: boolean;
}

const stop = { withdraw: 'withdrawn' } as const;
const check = { 'find-complete': 'under-review', 'ask-supplement': 'incomplete', ...stop } as const;

export const FUND_REQUEST_TRANSITIONS: Transitions<FundRequestState, FundRequestAction> = {
  draft: { submit: 'submitted', ...stop },
  // A secretary who checks in one go need not say first that the check has started.
  submitted: { 'start-completeness-check': 'completeness-check', ...check },
  'completeness-check': check,
  incomplete: { 'receive-supplement': 'completeness-check', 'not-consider': 'not-considered', ...stop },
  'under-review': { 'write-advice': 'advice', 'put-on-agenda': 'on-agenda', ...stop },
  advice: { 'put-on-agenda': 'on-agenda', ...stop },
  'on-agenda': { 'put-on-agenda': 'on-agenda', 'give-advice': 'committee-advice', ...stop },
  'committee-advice': {
    'give-advice': 'committee-advice',
    grant: 'granted',
    'grant-partly': 'partly-granted',
    refuse: 'refused',
    ...stop,
  },
  granted: { announce: 'announced' },
  'partly-granted': { announce: 'announced' },
  refused: { announce: 'announced' },
  'not-considered': { announce: 'announced' },
  withdrawn: { close: 'closed' },
  announced: { pay: 'paid', close: 'closed' },
  paid: { evaluate: 'evaluated' },
  evaluated: { close: 'closed' },
  closed: {},
};

const paysOut = (outcome: FundOutcome | null): boolean => outcome === 'granted' || outcome === 'partly-granted';

const decided = (facts: FundRequestFacts): readonly FieldProblem[] => [
  ...needs(facts.adviceCount > 0, 'advice', 'De commissie heeft nog geen advies gegeven.'),
  ...facts.decisionProblems,
];

const mayEnd = (facts: FundRequestFacts): readonly FieldProblem[] => [
  ...needs(!paysOut(facts.outcome) || facts.fullyPaid, 'payments', 'Er moet nog betaald worden.'),
  ...needs(!facts.objectionOpen, 'objection', 'Er loopt nog een bezwaar.'),
  ...needs(facts.outcome === 'withdrawn' || facts.objectionTermOver, 'objectionTerm', 'Bezwaar maken kan nog.'),
];

/** The fund request of domain.md; an objection runs beside it in its own machine. */
export const fundRequest = defineMachine<FundRequestState, FundRequestAction, FundRequestFacts>({
  code: 'fund-request',
  subject: 'Deze aanvraag',
  states: FUND_REQUEST_STATES,
  actions: FUND_REQUEST_ACTIONS,
  transitions: FUND_REQUEST_TRANSITIONS,
  guards: {
    submit: ({ requestProblems }) => requestProblems,
    'ask-supplement': ({ remedyDateSet }) =>
      needs(remedyDateSet, 'remedyUntil', 'Noem de laatste dag voor de aanvulling.'),
    'not-consider': ({ remedyTermOver }) =>
      needs(remedyTermOver, 'remedyUntil', 'De tijd voor de aanvulling is nog niet voorbij.'),
    'put-on-agenda': ({ meetingDateSet }) => needs(meetingDateSet, 'meetingOn', 'Kies de dag van de vergadering.'),
    grant: decided,
    'grant-partly': decided,
    refuse: decided,
    pay: ({ outcome, fullyPaid }) => [
      ...needs(paysOut(outcome), 'outcome', 'Er is niets toegekend.'),
      ...needs(fullyPaid, 'payments', 'Nog niet alles is betaald.'),
    ],
    close: mayEnd,
  },
});

/** Money is promised or still to be paid: a case with such a request cannot be closed. */
export const isFundObligation = (state: FundRequestState, outcome: FundOutcome | null): boolean =>
  state === 'granted' || state === 'partly-granted' || (state === 'announced' && paysOut(outcome));

/** Before the decision the clock of Awb 4:13 runs; a draft has no clock yet. */
export const awaitsDecision = (state: FundRequestState): boolean =>
  ['submitted', 'completeness-check', 'incomplete', 'under-review', 'advice', 'on-agenda', 'committee-advice'].includes(state);

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionFundRequest, allowedTransitions: allowedFundRequestTransitions } = fundRequest;
