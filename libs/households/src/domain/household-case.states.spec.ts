import { describe, expect, it } from '@jest/globals';
import {
  allowedHouseholdTransitions,
  followFacts,
  HOUSEHOLD_ACTIONS,
  HOUSEHOLD_STATES,
  type HouseholdAction,
  householdCase,
  type HouseholdFacts,
  type HouseholdState,
  isEnded,
  needsRegisseur,
  transitionHousehold,
} from './household-case.states.js';

const allDone: HouseholdFacts = {
  safetyChecked: true,
  hasPlan: true,
  hasActiveRegisseur: true,
  hasActiveBasis: true,
  openReferrals: 0,
  openFundObligations: 0,
  openPayments: 0,
  warmHandoverDone: true,
  openAftercareContacts: 0,
  openGoals: 0,
};

const out = ['refer-elsewhere', 'decline-help', 'move-away'] as const;
const expected: Record<HouseholdState, readonly HouseholdAction[]> = {
  reported: ['start-safety-check', ...out, 'merge'],
  'safety-check': ['place-on-waiting-list', ...out, 'merge'],
  'waiting-list': ['start-intake', ...out, 'merge'],
  intake: ['place-on-waiting-list', 'start-plan', ...out, 'merge'],
  'draft-plan': ['activate', ...out, 'merge'],
  active: ['scale-up', 'start-aftercare', ...out],
  'scaled-up': ['scale-down', ...out],
  aftercare: ['close', 'reopen', 'decline-help', 'move-away'],
  closed: ['reopen'],
  reopened: ['place-on-waiting-list', 'start-intake', 'start-plan', 'activate', ...out, 'merge'],
  'referred-elsewhere': ['reopen'],
  'declined-help': ['reopen'],
  'moved-away': ['reopen'],
  merged: [],
};

describe.each(householdCase.stateNames)('a household that is %s', (state) => {
  it.each(householdCase.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionHousehold(state, action, allDone);
    if (expected[state].includes(action)) expect(Object.keys(HOUSEHOLD_STATES)).toContain(move());
    else expect(move).toThrow(HOUSEHOLD_ACTIONS[action]);
  });

  it('offers exactly the actions that would succeed', () => {
    expect(allowedHouseholdTransitions(state, allDone)).toEqual(expected[state]);
  });

  it('can be left or is an end', () => {
    expect(['', 'reopen'].includes(expected[state].join())).toBe(isEnded(state));
  });
});

describe('the path of a family', () => {
  it('goes from report to closed and back when it goes wrong again', () => {
    const path: [HouseholdAction, HouseholdState][] = [
      ['start-safety-check', 'safety-check'],
      ['place-on-waiting-list', 'waiting-list'],
      ['start-intake', 'intake'],
      ['start-plan', 'draft-plan'],
      ['activate', 'active'],
      ['scale-up', 'scaled-up'],
      ['scale-down', 'active'],
      ['start-aftercare', 'aftercare'],
      ['close', 'closed'],
      ['reopen', 'reopened'],
      ['activate', 'active'],
    ];
    let state: HouseholdState = 'reported';
    for (const [action, next] of path) {
      state = transitionHousehold(state, action, allDone);
      expect(state).toBe(next);
    }
  });
});

describe('what must be true first', () => {
  const cases: [string, HouseholdState, HouseholdAction, Partial<HouseholdFacts>, string][] = [
    ['the waiting list needs a safety check', 'safety-check', 'place-on-waiting-list', { safetyChecked: false }, 'veiligheid'],
    ['active needs a plan', 'draft-plan', 'activate', { hasPlan: false }, 'geen plan'],
    ['active needs a regisseur', 'draft-plan', 'activate', { hasActiveRegisseur: false }, 'geen regisseur'],
    ['active needs a legal basis', 'draft-plan', 'activate', { hasActiveBasis: false }, 'geen geldige grondslag'],
    ['a reopened case needs the same to be active', 'reopened', 'activate', { hasActiveBasis: false }, 'grondslag'],
    ['back from scaled up needs the same', 'scaled-up', 'scale-down', { hasPlan: false }, 'geen plan'],
    ['closed needs no open referral', 'aftercare', 'close', { openReferrals: 1 }, 'nog een verwijzing'],
    ['closed needs no promised money', 'aftercare', 'close', { openFundObligations: 1 }, 'fonds'],
    ['closed needs no open payment', 'aftercare', 'close', { openPayments: 2 }, 'betaling'],
    ['closed needs a word about every goal', 'aftercare', 'close', { openGoals: 1 }, 'doel'],
    ['closed needs the aftercare to be over', 'aftercare', 'close', { openAftercareContacts: 2 }, 'nazorg'],
    ['intake needs a safety check', 'waiting-list', 'start-intake', { safetyChecked: false }, 'veiligheid'],
    ['nobody is just sent on', 'intake', 'refer-elsewhere', { warmHandoverDone: false }, 'nog geen contact'],
  ];
  it.each(cases)('%s', (_title, state, action, facts, reason) => {
    expect(() => transitionHousehold(state, action, { ...allDone, ...facts })).toThrow(reason);
    expect(allowedHouseholdTransitions(state, { ...allDone, ...facts })).not.toContain(action);
  });

  it('names everything that is missing at once', () => {
    const facts = { ...allDone, hasPlan: false, hasActiveRegisseur: false, hasActiveBasis: false };
    expect(householdCase.missing('activate', facts).map(({ name }) => name)).toEqual([
      'hasPlan',
      'hasActiveRegisseur',
      'hasActiveBasis',
    ]);
  });

  it('a family can stop or move whatever is still open', () => {
    const open = { ...allDone, openReferrals: 3, openPayments: 1 };
    expect(transitionHousehold('active', 'decline-help', open)).toBe('declined-help');
    expect(transitionHousehold('scaled-up', 'move-away', open)).toBe('moved-away');
  });

  // For every state and action: with one fact away, the action is refused exactly when its guard names that fact.
  const ABSENT: Partial<HouseholdFacts>[] = [
    { safetyChecked: false }, { hasPlan: false }, { hasActiveRegisseur: false }, { hasActiveBasis: false }, { openReferrals: 1 },
    { openFundObligations: 1 }, { openPayments: 1 }, { warmHandoverDone: false }, { openAftercareContacts: 1 }, { openGoals: 1 },
  ];
  const ready = ['hasPlan', 'hasActiveRegisseur', 'hasActiveBasis'];
  const NEEDED: Partial<Record<HouseholdAction, readonly string[]>> = {
    'place-on-waiting-list': ['safetyChecked'], 'start-intake': ['safetyChecked'], activate: ready, 'scale-down': ready,
    close: ['openReferrals', 'openFundObligations', 'openPayments', 'openGoals', 'openAftercareContacts'], 'refer-elsewhere': ['warmHandoverDone'],
  };
  it.each(householdCase.stateNames.flatMap((state) => expected[state].map((action) => [state, action] as const)))('%s → %s asks for its facts and for no other', (state, action) => {
    for (const absent of ABSENT) {
      const [fact = ''] = Object.keys(absent);
      expect({ fact, open: allowedHouseholdTransitions(state, { ...allDone, ...absent }).includes(action) }).toEqual({ fact, open: !NEEDED[action]?.includes(fact) });
    }
  });

  it.each(householdCase.stateNames)('%s follows the facts: only an active case falls back, and only when something it needs is gone', (state) => {
    expect(followFacts(state, allDone)).toBe(state);
    for (const absent of ABSENT) {
      const lost = state === 'active' && ready.includes(Object.keys(absent)[0] ?? '');
      expect(followFacts(state, { ...allDone, ...absent })).toBe(lost ? 'draft-plan' : state);
    }
  });

  it('only active and scaled up cases must have a regisseur', () => {
    expect(householdCase.stateNames.filter(needsRegisseur)).toEqual(['active', 'scaled-up']);
  });
});
