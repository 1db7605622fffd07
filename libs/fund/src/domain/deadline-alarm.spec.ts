import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { alarmDay, isDeadlineNear, rolesToWarn } from './deadline-alarm.js';
import { FUND_REQUEST_STATES, type FundRequestState } from './fund-request.states.js';

describe('the alarm before the decision deadline', () => {
  it.each([
    ['in plain weeks', '2026-11-20', '2026-11-06'],
    ['over Easter', '2026-04-07', '2026-03-20'],
    ['over King’s Day', '2026-04-28', '2026-04-13'],
  ])('rings ten working days before, %s', (_title, deadline, expected) => {
    expect(alarmDay(d(deadline))).toBe(expected);
    expect(isDeadlineNear('submitted', d(deadline), d(expected))).toBe(true);
  });

  it('is silent before that day, without a deadline, and when the decision is there', () => {
    expect(isDeadlineNear('submitted', d('2026-11-20'), d('2026-11-05'))).toBe(false);
    expect(isDeadlineNear('draft', null, d('2026-11-20'))).toBe(false);
    expect(isDeadlineNear('granted', d('2026-11-20'), d('2026-11-20'))).toBe(false);
  });

  it('keeps ringing when the deadline has passed', () => {
    expect(isDeadlineNear('on-agenda', d('2026-11-20'), d('2026-12-20'))).toBe(true);
  });

  it.each(Object.keys(FUND_REQUEST_STATES) as FundRequestState[])('the secretary always hears it: %s', (state) => {
    expect(rolesToWarn(state)).toContain('fund-secretary');
  });
});
