import { defineMachine, isFilled, needs, type Transitions } from '#kernel';

export const REFERRAL_STATES = {
  draft: 'concept',
  requested: 'gevraagd',
  accepted: 'aangenomen',
  'in-progress': 'bezig',
  'on-hold': 'even stil',
  completed: 'afgerond',
  failed: 'niet gelukt',
  rejected: 'niet aangenomen',
  cancelled: 'ingetrokken',
  expired: 'verlopen',
  'entered-in-error': 'per ongeluk gemaakt',
} as const;
export type ReferralState = keyof typeof REFERRAL_STATES;

export const REFERRAL_ACTIONS = {
  request: 'de verwijzing versturen',
  'confirm-receipt': 'de ontvangst bevestigen',
  accept: 'de verwijzing aannemen',
  reject: 'de verwijzing niet aannemen',
  cancel: 'de verwijzing intrekken',
  expire: 'de verwijzing laten verlopen',
  'record-first-contact': 'het eerste contact vastleggen',
  'record-three-way-meeting': 'het driegesprek vastleggen',
  'give-feedback': 'een terugkoppeling geven',
  hold: 'even stilzetten',
  resume: 'weer verdergaan',
  complete: 'afronden',
  fail: 'vastleggen dat het niet is gelukt',
  'stop-basis-gone': 'stoppen omdat de grondslag weg is',
  'mark-entered-in-error': 'vastleggen dat dit per ongeluk is gemaakt',
} as const;
export type ReferralAction = keyof typeof REFERRAL_ACTIONS;

export interface ReferralFacts {
  /** The sharing gate covers everything that is shared, today. */
  readonly sharingAllowed: boolean;
  readonly questionAsked: boolean;
  readonly refusal?: { readonly code?: string | null; readonly explanation?: string | null; readonly nextStep?: string | null };
  readonly reasonGiven: boolean;
  /** The answer term and its reminders have passed. */
  readonly answerTermOver: boolean;
}

const inError = { 'mark-entered-in-error': 'entered-in-error' } as const;

export const REFERRAL_TRANSITIONS: Transitions<ReferralState, ReferralAction> = {
  draft: { request: 'requested', cancel: 'cancelled', ...inError },
  requested: {
    'confirm-receipt': 'requested',
    accept: 'accepted',
    reject: 'rejected',
    cancel: 'cancelled',
    expire: 'expired',
    'stop-basis-gone': 'cancelled',
    ...inError,
  },
  accepted: {
    'record-first-contact': 'in-progress',
    'record-three-way-meeting': 'accepted',
    'give-feedback': 'accepted',
    cancel: 'cancelled',
    'stop-basis-gone': 'cancelled',
    ...inError,
  },
  'in-progress': {
    'record-three-way-meeting': 'in-progress',
    'give-feedback': 'in-progress',
    hold: 'on-hold',
    complete: 'completed',
    fail: 'failed',
    'stop-basis-gone': 'cancelled',
    ...inError,
  },
  'on-hold': {
    'give-feedback': 'on-hold',
    resume: 'in-progress',
    complete: 'completed',
    fail: 'failed',
    'stop-basis-gone': 'cancelled',
    ...inError,
  },
  completed: inError,
  failed: inError,
  rejected: inError,
  cancelled: inError,
  expired: inError,
  'entered-in-error': {},
};

const coveredByBasis = ({ sharingAllowed }: ReferralFacts) =>
  needs(sharingAllowed, 'sharingAllowed', 'Er mist een geldige grondslag om deze gegevens te delen.');

const withReason = ({ reasonGiven }: ReferralFacts) => needs(reasonGiven, 'reason', 'Schrijf kort op waarom.');

/** The warm referral of domain.md. Accepting does not close the loop: the first contact does. */
export const warmReferral = defineMachine<ReferralState, ReferralAction, ReferralFacts>({
  code: 'referral',
  subject: 'Deze verwijzing',
  states: REFERRAL_STATES,
  actions: REFERRAL_ACTIONS,
  transitions: REFERRAL_TRANSITIONS,
  guards: {
    request: (facts) => [
      ...needs(facts.questionAsked, 'question', 'Schrijf op wat je vraagt.'),
      ...coveredByBasis(facts),
    ],
    accept: coveredByBasis,
    reject: ({ refusal }) => [
      ...needs(isFilled(refusal?.code), 'code', 'Kies waarom het niet kan.'),
      ...needs(isFilled(refusal?.explanation), 'explanation', 'Leg uit waarom het niet kan.'),
      ...needs(isFilled(refusal?.nextStep), 'nextStep', 'Schrijf op wat de volgende stap voor het gezin is.'),
    ],
    cancel: withReason,
    fail: withReason,
    'mark-entered-in-error': withReason,
    expire: ({ answerTermOver }) => needs(answerTermOver, 'answerBy', 'De tijd om te antwoorden is nog niet voorbij.'),
    'stop-basis-gone': ({ sharingAllowed }) => needs(!sharingAllowed, 'sharingAllowed', 'De grondslag is nog geldig.'),
  },
});

const OPEN: readonly ReferralState[] = ['draft', 'requested', 'accepted', 'in-progress', 'on-hold'];

/** Somebody still has a step to take: a case with an open referral cannot be closed. */
export const isOpenReferral = (state: ReferralState): boolean => OPEN.includes(state);

/** The next state; throws `conflict` (wrong state) or `refused` with what is missing. */
export const { transition: transitionReferral, allowedTransitions: allowedReferralTransitions } = warmReferral;
