import { describe, expect, it } from '@jest/globals';
import { type Actor, DomainError, localDate as d, type Role } from '#kernel';
import {
  answerBy, daysLeft, EXPORT_DAYS, exportDaysOf, extendBy, isGranted, isOpenRequest, isRunning, mayCorrectMember, mayHandleRequest, mayRecordRequest, reminderDays, remindDaysOf, REMIND_DAYS_BEFORE, requestProblems,
  RIGHTS_ACTIONS, RIGHTS_KIND_NAMES, RIGHTS_STATES, type RightsAction, type RightsFacts, rightsNextStep, type RightsState, transitionRights,
} from './index.js';

const ALL_GOOD: RightsFacts = { reasonsGiven: true, inFirstMonth: true, extendedBefore: false, remediesTold: true, effectIsThere: true };

/** Written out: what a request can do in each state, and where it goes. Everything else is refused. */
const TABLE: Record<RightsState, Partial<Record<RightsAction, RightsState>>> = {
  received: { 'ask-identity': 'identity-check', 'confirm-identity': 'in-progress', extend: 'received', withdraw: 'withdrawn' },
  'identity-check': { 'confirm-identity': 'in-progress', extend: 'identity-check', refuse: 'refused', withdraw: 'withdrawn' },
  'in-progress': { extend: 'in-progress', grant: 'granted', 'grant-partly': 'partly-granted', refuse: 'refused', withdraw: 'withdrawn' },
  granted: { 'carry-out': 'carried-out' },
  'partly-granted': { 'carry-out': 'carried-out' },
  refused: {},
  'carried-out': {},
  withdrawn: {},
};
const STATES = Object.keys(RIGHTS_STATES) as RightsState[];
const ACTIONS = Object.keys(RIGHTS_ACTIONS) as RightsAction[];

const kindOf = (work: () => unknown): string => {
  try {
    return String(work());
  } catch (error) {
    return error instanceof DomainError ? error.kind : 'no DomainError';
  }
};

describe('a request about data, state by state', () => {
  it.each(STATES.flatMap((state) => ACTIONS.map((action) => [state, action, TABLE[state][action] ?? 'conflict'] as const)))('%s + %s → %s', (state, action, expected) => {
    expect(kindOf(() => transitionRights(state, action, ALL_GOOD))).toBe(expected);
  });

  it.each<[string, RightsState, RightsAction, Partial<RightsFacts>]>([
    ['a decision without reasons', 'in-progress', 'grant', { reasonsGiven: false }],
    ['a refusal that does not tell of the complaint and the court', 'in-progress', 'refuse', { remediesTold: false }],
    ['a partial refusal that does not tell of it', 'in-progress', 'grant-partly', { remediesTold: false }],
    ['a second extension', 'in-progress', 'extend', { extendedBefore: true }],
    ['an extension after the first month', 'in-progress', 'extend', { inFirstMonth: false }],
    ['an extension without reasons', 'received', 'extend', { reasonsGiven: false }],
    ['carried out while nothing was done', 'granted', 'carry-out', { effectIsThere: false }],
  ])('%s is refused', (_, state, action, facts) => {
    expect(kindOf(() => transitionRights(state, action, { ...ALL_GOOD, ...facts }))).toBe('refused');
  });

  it('runs until the decision, is open until it is carried out', () => {
    expect(STATES.filter(isRunning)).toEqual(['received', 'identity-check', 'in-progress']);
    expect(STATES.filter(isOpenRequest)).toEqual(['received', 'identity-check', 'in-progress', 'granted', 'partly-granted']);
    expect(STATES.filter(isGranted)).toEqual(['granted', 'partly-granted', 'carried-out']);
  });

  it('always says what comes next and whose turn it is', () => {
    for (const kind of RIGHTS_KIND_NAMES) {
      for (const state of STATES) {
        const { text, who } = rightsNextStep({ kind, state, exportState: null, downloaded: false, correctionsMade: 0 });
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(who.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the term of AVG 12(3)', () => {
  it.each([
    ['in the middle of a month', '2026-11-22', '2026-12-22', '2027-02-22'],
    ['on 31 January', '2027-01-31', '2027-02-28', '2027-04-30'],
    ['on 31 January of a leap year', '2028-01-31', '2028-02-29', '2028-04-30'],
    ['to a Sunday, without a shift', '2026-10-22', '2026-11-22', '2027-01-22'],
    ['to Christmas, without a shift', '2026-11-25', '2026-12-25', '2027-02-25'],
    ['on the last day of November', '2026-11-30', '2026-12-30', '2027-02-28'],
  ])('%s', (_, receivedOn, due, extended) => {
    expect([answerBy(d(receivedOn), false), answerBy(d(receivedOn), true), extendBy(d(receivedOn))]).toEqual([due, extended, due]);
  });

  it('is reminded of 10 and 2 days before, not of days that are past', () => {
    expect(reminderDays(d('2026-12-22'), d('2026-11-22'))).toEqual(['2026-12-12', '2026-12-20']);
    expect(reminderDays(d('2026-12-22'), d('2026-12-15'))).toEqual(['2026-12-20']);
    expect(reminderDays(d('2026-12-22'), d('2026-12-23'))).toEqual([]);
  });

  it.each([
    ['what a municipality set', { rights: { remindDaysBefore: [14, 7, 1] } }, [14, 7, 1]], ['nothing', {}, REMIND_DAYS_BEFORE], ['null', null, REMIND_DAYS_BEFORE],
    ['words', { rights: { remindDaysBefore: ['ten'] } }, REMIND_DAYS_BEFORE], ['an empty list', { rights: { remindDaysBefore: [] } }, REMIND_DAYS_BEFORE], ['a year', { rights: { remindDaysBefore: [365] } }, REMIND_DAYS_BEFORE],
  ])('follows the setting: %s', (_, settings, days) => {
    expect(remindDaysOf(settings)).toEqual(days);
  });

  it.each<[string, unknown, number]>([
    ['what a municipality set', { rights: { exportDays: 7 } }, 7], ['nothing', {}, EXPORT_DAYS], ['null', null, EXPORT_DAYS],
    ['none', { rights: { exportDays: 0 } }, EXPORT_DAYS], ['for ever', { rights: { exportDays: 3650 } }, EXPORT_DAYS], ['a word', { rights: { exportDays: '7' } }, EXPORT_DAYS],
  ])('keeps a file as long as settings say: %s', (_what, settings, days) => {
    expect(exportDaysOf(settings)).toBe(days);
  });

  it('counts down, and below zero when it is too late', () => {
    expect([daysLeft(d('2026-12-22'), d('2026-12-10')), daysLeft(d('2026-12-22'), d('2026-12-25'))]).toEqual([12, -3]);
  });
});

describe('who may', () => {
  const actor = (...roles: Role[]): Actor => ({ userId: 'u', organisationId: 'o', municipalityId: 'm', roles, teamIds: [], kind: 'user' });
  const [here, working, elsewhere] = [{ municipalityId: 'm', actorWorksOnIt: false }, { municipalityId: 'm', actorWorksOnIt: true }, { municipalityId: 'x', actorWorksOnIt: true }];

  it.each([
    ['a regisseur of the family', actor('regisseur'), working, [true, false, true, true]],
    ['a case worker of the family', actor('case-worker'), working, [true, false, true, true]],
    ['a regisseur of another family', actor('regisseur'), here, [false, false, false, false]],
    ['the privacy officer', actor('privacy-officer'), here, [true, true, false, true]],
    ['the privacy officer of another municipality', actor('privacy-officer'), elsewhere, [false, false, false, false]],
    ['a partner who somehow works on it', actor('partner-worker'), working, [false, false, false, false]],
    ['a team lead', actor('team-lead'), working, [false, false, false, false]],
    ['a resident', actor('resident'), here, [false, false, false, false]],
  ])('%s: record, decide, correct, correct after a granted request', (_, who, relation, expected) => {
    const verdicts = [mayRecordRequest(who, relation), mayHandleRequest(who, relation), mayCorrectMember(who, relation, false), mayCorrectMember(who, relation, true)];
    expect(verdicts.map(({ allowed }) => allowed)).toEqual(expected);
  });

  it.each([
    [15, 'self', undefined, ['askedBy']], [16, 'self', undefined, []], [15, 'representative', 'parental-authority', []], [15, 'representative', 'guardian', []],
    [16, 'representative', 'parental-authority', ['authority']], [40, 'representative', 'curator', []], [40, 'representative', 'guardian', ['authority']], [40, 'representative', undefined, ['authority']],
  ] as const)('at %s asks %s (%s): %j', (age, askedBy, authority, problems) => {
    const request = { receivedOn: d('2026-11-20'), askedBy, authority, representativeName: 'Wil Jansen' };
    expect(requestProblems(request, age, d('2026-11-22')).map(({ name }) => name)).toEqual(problems);
  });
});
