import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { nextStep, type ReferralLoop, responsible } from './next-step.js';
import { answerLadder, feedbackDeadline, isLate, referralDeadlines } from './referral.deadlines.js';
import { mayChangeReferral, maySeeReferral, sideOf, WHO_MAY_REFER } from './referral.policy.js';
import { warmReferral } from './referral.states.js';
import { isRefusalCode, REFUSAL_CODES } from './refusal.js';

const actor = (userId: string, organisationId: string, role: Role, kind: Actor['kind'] = 'user'): Actor => ({
  userId,
  organisationId,
  municipalityId: 'groningen',
  roles: [role],
  teamIds: [],
  kind,
});
const jelle = actor('jelle', 'wij', 'regisseur');
const tom = actor('tom', 'humanitas', 'partner-worker');
const job = actor('system', 'naast', 'regisseur', 'system');
const parties = { fromOrganisationId: 'wij', toOrganisationId: 'humanitas', regisseurId: 'jelle' };

describe('on which side somebody stands', () => {
  it.each([
    ['the regisseur of the family sends', jelle, 'sender'],
    ['the worker of the asked organisation receives', tom, 'receiver'],
    ['another regisseur has no side', actor('anna', 'wij', 'regisseur'), null],
    ['a worker of another partner has no side', actor('yara', 'gkb', 'partner-worker'), null],
    ['a colleague without the partner role has no side', actor('x', 'humanitas', 'policy-adviser'), null],
    ['a job is the system', job, 'system'],
  ])('%s', (_title, who, side) => {
    expect(sideOf(who, parties)).toBe(side);
  });

  it('the substitute acts for the regisseur', () => {
    expect(sideOf(actor('anna', 'wij', 'regisseur'), { ...parties, substituteId: 'anna' })).toBe('sender');
  });

  it('the receiver never sees a draft', () => {
    expect(maySeeReferral(tom, { ...parties, state: 'draft' }).allowed).toBe(false);
    expect(maySeeReferral(tom, { ...parties, state: 'requested' }).allowed).toBe(true);
    expect(maySeeReferral(jelle, { ...parties, state: 'draft' }).allowed).toBe(true);
  });
});

describe.each(warmReferral.actionNames)('who may %s', (action) => {
  it.each([
    ['sender', jelle],
    ['receiver', tom],
    ['system', job],
  ] as const)('%s, when the table says so', (side, who) => {
    expect(mayChangeReferral(who, action, parties).allowed).toBe(WHO_MAY_REFER[action].includes(side));
  });

  it('never another partner', () => {
    expect(mayChangeReferral(actor('yara', 'gkb', 'partner-worker'), action, parties).allowed).toBe(false);
  });
});

describe('when the partner must react', () => {
  it.each([
    ['an ordinary referral', '2026-11-20', false, ['2026-11-24', '2026-11-27', '2026-12-04']],
    ['over Christmas', '2026-12-24', false, ['2026-12-29', '2027-01-04', '2027-01-11']],
    ['a threatening situation: all within 3 working days', '2026-12-24', true, ['2026-12-29', '2026-12-30', '2026-12-30']],
  ])('%s', (_title, requestedOn, threatening, days) => {
    const { receiptBy, answerBy, firstContactBy } = referralDeadlines(d(requestedOn), threatening);
    expect([receiptBy, answerBy, firstContactBy]).toEqual(days);
  });

  it.each([
    [false, ['remind-partner 2026-11-27', 'tell-regisseur 2026-11-30', 'tell-team-lead 2026-12-02', 'expire 2026-12-04']],
    [true, ['remind-partner 2026-11-24', 'tell-regisseur 2026-11-26', 'tell-team-lead 2026-11-26', 'expire 2026-11-27']],
  ])('without an answer (threatening: %s) it climbs: %j', (threatening, steps) => {
    expect(answerLadder(d('2026-11-20'), threatening).map(({ step, on }) => `${step} ${on}`)).toEqual(steps);
  });

  it('feedback comes 6 weeks after the first contact', () => {
    expect(feedbackDeadline(d('2026-11-13'))).toBe('2026-12-28');
  });

  it.each([
    ['requested', '2026-11-27', false],
    ['requested', '2026-11-28', true],
    ['accepted', '2026-12-04', false],
    ['accepted', '2026-12-05', true],
    ['in-progress', '2027-12-05', false],
    ['rejected', '2027-12-05', false],
  ])('%s on %s is late: %s', (state, today, late) => {
    expect(isLate({ state, answerBy: d('2026-11-27'), firstContactBy: d('2026-12-04') }, d(today))).toBe(late);
  });
});

describe('whose turn it is', () => {
  const loop = (over: Partial<ReferralLoop>): ReferralLoop => ({
    state: 'requested',
    firstContactOn: null,
    late: false,
    partnerName: 'Humanitas',
    regisseurName: 'Jelle Hoekstra',
    ...over,
  });

  it.each(warmReferral.stateNames)('a referral that is %s has a next step for both sides', (state) => {
    for (const viewer of ['sender', 'receiver'] as const) {
      const { text, who } = nextStep(loop({ state }), viewer);
      expect(text).toMatch(/\.$/);
      expect(['Jij', 'Niemand', 'Humanitas', 'Jelle Hoekstra']).toContain(who);
    }
  });

  it('tells each side its own part', () => {
    expect(nextStep(loop({}), 'receiver')).toEqual({ text: 'Laat weten of jullie dit gezin kunnen helpen.', who: 'Jij' });
    expect(nextStep(loop({}), 'sender')).toEqual({ text: 'Humanitas laat weten of ze kunnen helpen.', who: 'Humanitas' });
    expect(nextStep(loop({ late: true }), 'sender').text).toContain('Bel even.');
  });

  it.each([
    ['requested', null, 'regisseur'],
    ['accepted', null, 'regisseur'],
    ['in-progress', '2026-12-01', 'partner'],
    ['in-progress', null, 'regisseur'],
    ['on-hold', '2026-12-01', 'partner'],
    ['completed', '2026-12-01', 'regisseur'],
    ['rejected', null, 'regisseur'],
  ] as const)('%s with first contact %s: responsible is the %s', (state, contact, who) => {
    expect(responsible({ state, firstContactOn: contact ? d(contact) : null })).toBe(who);
  });

  it('every refusal code proposes a next step', () => {
    for (const { label, nextStep: step } of Object.values(REFUSAL_CODES)) expect([label, step].every(Boolean)).toBe(true);
    expect([isRefusalCode('no-capacity'), isRefusalCode('nope')]).toEqual([true, false]);
  });
});
