import { describe, expect, it } from '@jest/globals';
import { type FhirTaskStatus, fromFhirTask, toFhirTask } from './fhir-task.js';
import {
  allowedReferralTransitions,
  isOpenReferral,
  REFERRAL_ACTIONS,
  REFERRAL_TRANSITIONS,
  type ReferralAction,
  type ReferralFacts,
  type ReferralState,
  transitionReferral,
  warmReferral,
} from './referral.states.js';

const fine: ReferralFacts = {
  sharingAllowed: true,
  questionAsked: true,
  refusal: { code: 'no-capacity', explanation: 'Tot januari vol.', nextStep: 'Vraag SchuldHulpMaatje.' },
  reasonGiven: true,
  answerTermOver: true,
};

const expected: Record<ReferralState, readonly ReferralAction[]> = {
  draft: ['request', 'cancel', 'mark-entered-in-error'],
  requested: ['confirm-receipt', 'accept', 'reject', 'cancel', 'expire', 'stop-basis-gone', 'mark-entered-in-error'],
  accepted: ['cancel', 'record-first-contact', 'record-three-way-meeting', 'give-feedback', 'stop-basis-gone', 'mark-entered-in-error'],
  'in-progress': ['record-three-way-meeting', 'give-feedback', 'hold', 'complete', 'fail', 'stop-basis-gone', 'mark-entered-in-error'],
  'on-hold': ['give-feedback', 'resume', 'complete', 'fail', 'stop-basis-gone', 'mark-entered-in-error'],
  completed: ['mark-entered-in-error'],
  failed: ['mark-entered-in-error'],
  rejected: ['mark-entered-in-error'],
  cancelled: ['mark-entered-in-error'],
  expired: ['mark-entered-in-error'],
  'entered-in-error': [],
};
const factsFor = (action: ReferralAction): ReferralFacts =>
  action === 'stop-basis-gone' ? { ...fine, sharingAllowed: false } : fine;

describe.each(warmReferral.stateNames)('a referral that is %s', (state) => {
  it.each(warmReferral.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionReferral(state, action, factsFor(action));
    if (expected[state].includes(action)) expect(move()).toBe(REFERRAL_TRANSITIONS[state][action]);
    else expect(move).toThrow(REFERRAL_ACTIONS[action]);
  });

  it('offers what would succeed while the basis is valid', () => {
    expect(allowedReferralTransitions(state, fine)).toEqual(expected[state].filter((action) => action !== 'stop-basis-gone'));
  });

  it('goes to FHIR and back without loss', () => {
    const { status, businessStatus } = toFhirTask(state, false);
    expect(fromFhirTask(status, businessStatus)).toBe(state);
  });
});

describe('what must be true first', () => {
  const cases: [string, ReferralState, ReferralAction, Partial<ReferralFacts>, string][] = [
    ['nothing is sent without a lawful basis', 'draft', 'request', { sharingAllowed: false }, 'grondslag'],
    ['nothing is sent without a question', 'draft', 'request', { questionAsked: false }, 'wat je vraagt'],
    ['a partner cannot accept when the basis is gone', 'requested', 'accept', { sharingAllowed: false }, 'grondslag'],
    ['a refusal has a code', 'requested', 'reject', { refusal: { ...fine.refusal, code: null } }, 'Kies waarom'],
    ['a refusal is explained', 'requested', 'reject', { refusal: { ...fine.refusal, explanation: ' ' } }, 'Leg uit'],
    ['a refusal carries a next step', 'requested', 'reject', { refusal: { ...fine.refusal, nextStep: '' } }, 'volgende stap'],
    ['a bare refusal is refused', 'requested', 'reject', { refusal: undefined }, 'Kies waarom'],
    ['a cancellation says why', 'requested', 'cancel', { reasonGiven: false }, 'waarom'],
    ['a failure says why', 'in-progress', 'fail', { reasonGiven: false }, 'waarom'],
    ['a referral does not expire before its time', 'requested', 'expire', { answerTermOver: false }, 'nog niet voorbij'],
    ['a valid basis stops nothing', 'in-progress', 'stop-basis-gone', {}, 'nog geldig'],
  ];
  it.each(cases)('%s', (_title, state, action, facts, reason) => {
    expect(() => transitionReferral(state, action, { ...fine, ...facts })).toThrow(reason);
  });

  it('withdrawing the basis stops every referral in flight', () => {
    const gone = { ...fine, sharingAllowed: false };
    for (const state of ['requested', 'accepted', 'in-progress', 'on-hold'] as const) {
      expect(transitionReferral(state, 'stop-basis-gone', gone)).toBe('cancelled');
    }
  });

  it('accepting does not close the loop', () => {
    expect(isOpenReferral(transitionReferral('requested', 'accept', fine))).toBe(true);
    expect(warmReferral.stateNames.filter(isOpenReferral)).toEqual(['draft', 'requested', 'accepted', 'in-progress', 'on-hold']);
  });
});

describe('FHIR Task', () => {
  it.each([
    ['requested', true, 'received'],
    ['requested', false, 'requested'],
    ['expired', true, 'cancelled'],
  ] as const)('%s with receipt %s is %s', (state, receipt, status) => {
    expect(toFhirTask(state, receipt).status).toBe(status);
  });

  it.each([
    ['received', 'requested'],
    ['ready', 'accepted'],
    ['cancelled', 'cancelled'],
  ] as [FhirTaskStatus, ReferralState][])('%s comes in as %s', (status, state) => {
    expect(fromFhirTask(status)).toBe(state);
  });
});
