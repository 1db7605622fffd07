import { describe, expect, it, test } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { HOUSEHOLD_ACTIONS } from '#households/domain';
import {
  afterAttempt, aftercareDays, answerByProblems, answerDay, CASE_DEFAULTS, CASE_STEPS, CASE_TEXTS, caseSettings, escalationAlarm, escalationMachine, heldProblems,
  mayAnswerEscalation, stepProblems,
} from './index.js';

const { aftercare, escalation } = CASE_DEFAULTS;

describe('the aftercare', () => {
  test.each([
    ['three, six and twelve months after the start', '2026-03-02', ['2026-06-02', '2026-09-02', '2027-03-02']],
    ['on the next working day when that is a weekend', '2026-02-14', ['2026-05-18', '2026-08-14', '2027-02-15']],
    ['not on a holiday: 25 December, and the 26th, and the weekend after it', '2026-09-25', ['2026-12-28', '2027-03-25', '2027-09-27']],
    ['on the last day of a shorter month', '2026-11-30', ['2027-03-01', '2027-05-31', '2027-11-30']],
  ])('asks how it goes %s', (_title, start, days) => {
    expect(aftercareDays(d(start), aftercare).map(({ on }) => on)).toEqual(days);
  });

  it('tries again after five working days, and after three times lets go', () => {
    const today = d('2026-06-02');
    expect(afterAttempt(0, false, today, aftercare)).toEqual({ state: 'planned', attempts: 1, nextAttemptOn: '2026-06-09' });
    expect(afterAttempt(2, false, today, aftercare)).toEqual({ state: 'not-reached', attempts: 3, nextAttemptOn: null });
    expect(afterAttempt(2, true, today, aftercare)).toEqual({ state: 'held', attempts: 3, nextAttemptOn: null });
  });

  it('takes no contact that is still to come, nor one of before it began', () => {
    expect(heldProblems(d('2026-06-03'), d('2026-03-02'), d('2026-06-02'))).toMatchObject([{ name: 'heldOn' }]);
    expect(heldProblems(d('2026-03-01'), d('2026-03-02'), d('2026-06-02'))).toMatchObject([{ name: 'heldOn' }]);
    expect(heldProblems(d('2026-06-02'), d('2026-03-02'), d('2026-06-02'))).toEqual([]);
  });
});

describe('an escalation', () => {
  const lead = (over: Partial<Actor> = {}): Actor =>
    ({ userId: 'm', organisationId: 'wij', municipalityId: 'groningen', roles: ['team-lead' as Role], teamIds: ['noord'], kind: 'user', ...over });
  const household = { municipalityId: 'groningen', teamId: 'noord' };

  it.each([
    ['the team lead of the family', lead(), true],
    ['not the team lead of another team', lead({ teamIds: ['zuid'] }), false],
    ['not another municipality', lead({ municipalityId: 'hoogeveen' }), false],
    ['not a regisseur of the team', lead({ roles: ['regisseur'] }), false],
  ])('is answered by %s', (_title, actor, allowed) => expect(mayAnswerEscalation(actor, household).allowed).toBe(allowed));

  test.each(escalationMachine.stateNames)('%s goes where the table says', (state) => {
    expect(escalationMachine.allowedTransitions(state, {})).toEqual(state === 'ended' ? [] : ['answer', 'override', 'end']);
  });

  it('rings on the day itself, and then louder, until the ladder is at its end', () => {
    expect([0, 1, 2, 3].map((rung) => escalationAlarm(d('2026-06-05'), rung, escalation))).toEqual([
      { rung: 0, on: '2026-06-05', tells: ['team-lead'] },
      { rung: 1, on: '2026-06-09', tells: ['team-lead', 'regisseur'] },
      { rung: 2, on: '2026-06-12', tells: ['team-lead', 'regisseur'] },
      undefined,
    ]);
  });

  it('wants an answer today or later, and not in half a year', () => {
    expect(answerByProblems(d('2026-06-01'), d('2026-06-02'))).toHaveLength(1);
    expect(answerByProblems(answerDay(d('2026-06-02'), escalation), d('2026-06-02'))).toEqual([]);
    expect(answerByProblems(d('2027-01-04'), d('2026-06-02'))).toHaveLength(1);
  });
});

describe('what a municipality sets', () => {
  it('is taken over when it makes sense', () => {
    const set = { case: { aftercare: { months: [12, 1], attempts: 2, retryWorkingDays: 1 }, escalation: { answerWorkingDays: 1, ladder: [{ after: 1, tells: ['regisseur'] }] } } };
    expect(caseSettings(set)).toEqual({ aftercare: { months: [1, 12], attempts: 2, retryWorkingDays: 1 }, escalation: set.case.escalation });
  });
  test.each([
    [null], [{}], [{ case: 'x' }], [{ case: { aftercare: { months: [], attempts: 0, retryWorkingDays: 'x' } } }], [{ case: { aftercare: { months: [3, 3] } } }],
    [{ case: { escalation: { answerWorkingDays: -1, ladder: [] } } }], [{ case: { escalation: { ladder: [{ after: 2, tells: ['team-lead'] }, { after: 1, tells: ['team-lead'] }] } } }],
    [{ case: { escalation: { ladder: [{ after: 2, tells: ['college'] }] } } }],
  ])('is our default when it is %j', (settings) => expect(caseSettings(settings)).toEqual(CASE_DEFAULTS));
});

describe('a step of the case', () => {
  it.each(Object.keys(HOUSEHOLD_ACTIONS) as (keyof typeof HOUSEHOLD_ACTIONS)[])('%s is told in one sentence', (action) => expect(CASE_TEXTS[action]).toMatch(/^[A-Z].*\.$/));

  it.each(CASE_STEPS)('%s asks for a reason when the family leaves, comes back or waits again', (action) => {
    const missing = stepProblems({ action }, 'intake', d('2026-06-02')).map(({ name }) => name);
    const expected: Partial<Record<string, string[]>> = {
      reopen: ['reason'], 'decline-help': ['reason'], 'move-away': ['reason'], 'refer-elsewhere': ['reason', 'otherParty'], 'place-on-waiting-list': ['reason'],
    };
    expect(missing).toEqual(expected[action] ?? []);
  });

  it('a contact that is still to come is no handover', () => {
    expect(stepProblems({ action: 'refer-elsewhere', reason: 'x', otherParty: 'y', contactOn: d('2026-06-03') }, 'intake', d('2026-06-02'))).toMatchObject([{ name: 'contactOn' }]);
  });
});
