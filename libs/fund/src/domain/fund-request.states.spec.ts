import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { fundDecisionDeadline } from './fund-request.deadlines.js';
import {
  allowedFundRequestTransitions,
  awaitsDecision,
  FUND_REQUEST_ACTIONS,
  FUND_REQUEST_TRANSITIONS,
  fundRequest,
  type FundRequestAction,
  type FundRequestFacts,
  type FundRequestState,
  isFundObligation,
  transitionFundRequest,
} from './fund-request.states.js';
import { fundNextStep } from './next-step.js';

const fine: FundRequestFacts = {
  requestProblems: [],
  decisionProblems: [],
  remedyDateSet: true,
  remedyTermOver: true,
  meetingDateSet: true,
  adviceCount: 1,
  outcome: 'granted',
  fullyPaid: true,
  objectionOpen: false,
  objectionTermOver: true,
};

const expected: Record<FundRequestState, readonly FundRequestAction[]> = {
  draft: ['submit', 'withdraw'],
  submitted: ['start-completeness-check', 'find-complete', 'ask-supplement', 'withdraw'],
  'completeness-check': ['find-complete', 'ask-supplement', 'withdraw'],
  incomplete: ['receive-supplement', 'not-consider', 'withdraw'],
  'under-review': ['write-advice', 'put-on-agenda', 'withdraw'],
  advice: ['put-on-agenda', 'withdraw'],
  'on-agenda': ['put-on-agenda', 'give-advice', 'withdraw'],
  'committee-advice': ['give-advice', 'grant', 'grant-partly', 'refuse', 'withdraw'],
  granted: ['announce'],
  'partly-granted': ['announce'],
  refused: ['announce'],
  'not-considered': ['announce'],
  withdrawn: ['close'],
  announced: ['pay', 'close'],
  paid: ['evaluate'],
  evaluated: ['close'],
  closed: [],
};

describe.each(fundRequest.stateNames)('a request that is %s', (state) => {
  it.each(fundRequest.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionFundRequest(state, action, fine);
    if (expected[state].includes(action)) expect(move()).toBe(FUND_REQUEST_TRANSITIONS[state][action]);
    else expect(move).toThrow(FUND_REQUEST_ACTIONS[action]);
  });

  it('offers exactly the actions that would succeed', () => {
    expect(allowedFundRequestTransitions(state, fine)).toEqual(expected[state]);
  });

  it('has a next step and somebody whose turn it is', () => {
    const { text, who } = fundNextStep(state);
    expect([text, who].every(Boolean)).toBe(true);
  });
});

describe('what must be true first', () => {
  const problem = [{ name: 'x', message: 'Dit klopt niet.' }];
  const cases: [string, FundRequestState, FundRequestAction, Partial<FundRequestFacts>, string][] = [
    ['a request with problems is not submitted', 'draft', 'submit', { requestProblems: problem }, 'Dit klopt niet'],
    ['who asks for a supplement names a last day', 'submitted', 'ask-supplement', { remedyDateSet: false }, 'laatste dag'],
    ['nobody is shut out before the remedy term is over', 'incomplete', 'not-consider', { remedyTermOver: false }, 'nog niet voorbij'],
    ['the agenda has a day', 'under-review', 'put-on-agenda', { meetingDateSet: false }, 'vergadering'],
    ['no decision without advice', 'committee-advice', 'grant', { adviceCount: 0 }, 'geen advies'],
    ['no decision that is not sound', 'committee-advice', 'refuse', { decisionProblems: problem }, 'Dit klopt niet'],
    ['a part is guarded like the whole', 'committee-advice', 'grant-partly', { decisionProblems: problem }, 'klopt niet'],
    ['nothing is paid on a refusal', 'announced', 'pay', { outcome: 'refused' }, 'niets toegekend'],
    ['paid means all of it', 'announced', 'pay', { fullyPaid: false }, 'Nog niet alles'],
    ['what was granted is paid before closing', 'announced', 'close', { fullyPaid: false }, 'betaald'],
    ['an objection keeps the request open', 'evaluated', 'close', { objectionOpen: true }, 'bezwaar'],
    ['the term to object keeps the request open', 'announced', 'close', { outcome: 'refused', objectionTermOver: false }, 'Bezwaar maken'],
  ];
  it.each(cases)('%s', (_title, state, action, facts, reason) => {
    expect(() => transitionFundRequest(state, action, { ...fine, ...facts })).toThrow(reason);
  });

  it('a withdrawn request closes without a term to object', () => {
    const facts = { ...fine, outcome: 'withdrawn' as const, objectionTermOver: false };
    expect(transitionFundRequest('withdrawn', 'close', facts)).toBe('closed');
  });
});

describe('what others ask of a request', () => {
  it('promised money is an obligation until it is paid', () => {
    const open = fundRequest.stateNames.filter((state) => isFundObligation(state, 'granted'));
    expect(open).toEqual(['granted', 'partly-granted', 'announced']);
    expect(isFundObligation('announced', 'refused')).toBe(false);
  });

  it('the clock runs from submission to decision', () => {
    expect([awaitsDecision('draft'), awaitsDecision('incomplete'), awaitsDecision('granted')]).toEqual([false, true, false]);
  });

  it('after a refusal the next step is a talk, not a payment', () => {
    expect(fundNextStep('announced', false).who).toBe('De regisseur');
    expect(fundNextStep('announced').text).toContain('Betaal');
  });
});

describe('the decision deadline', () => {
  const receivedOn = d('2026-09-09');
  const letter = { invitedOn: d('2026-09-15'), remedyUntil: d('2026-09-28') };

  it.each([
    ['in time', '2026-11-02', 2, false],
    ['on the last day', '2026-11-04', 0, false],
    ['late', '2026-11-05', -1, true],
  ])('%s', (_title, today, daysLeft, late) => {
    expect(fundDecisionDeadline({ receivedOn }, d(today))).toMatchObject({ due: '2026-11-04', daysLeft, late });
  });

  it.each([
    ['2026-09-15', false],
    ['2026-09-16', true],
    ['2026-09-27', true],
    ['2026-09-28', false],
  ])('with a letter of 15 to 28 September the clock stands still on %s: %s', (today, suspended) => {
    const deadline = fundDecisionDeadline({ receivedOn, suspensions: [letter] }, d(today));
    expect(deadline).toMatchObject({ strict: '2026-11-16', practice: '2026-11-17', suspended });
  });

  it('the clock runs again from the day of the supplement', () => {
    const term = { receivedOn, suspensions: [{ ...letter, suppliedOn: d('2026-09-20') }] };
    expect(fundDecisionDeadline(term, d('2026-09-19')).suspended).toBe(true);
    expect(fundDecisionDeadline(term, d('2026-09-20')).suspended).toBe(false);
  });
});
