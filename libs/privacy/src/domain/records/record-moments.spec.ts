import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { expiresAt, remindAt, remindOn } from './record-moments.js';

describe('when a record ends and when it is told', () => {
  it.each([
    ['winter', '2026-12-01', '2026-11-30T23:01:00.000Z'],
    ['summer', '2026-07-01', '2026-06-30T22:01:00.000Z'],
    ['the night that summer time begins', '2026-03-29', '2026-03-28T23:01:00.000Z'],
    ['the night that it ends', '2026-10-25', '2026-10-24T22:01:00.000Z'],
  ])('just after midnight in Amsterdam, %s', (_season, day, instant) => {
    expect(expiresAt(d(day)).toISOString()).toBe(instant);
  });

  it('tells in the morning', () => {
    expect([remindAt(d('2026-07-01')), remindAt(d('2026-12-01'))].map((at) => at.toISOString())).toEqual(['2026-07-01T07:00:00.000Z', '2026-12-01T08:00:00.000Z']);
  });

  it.each([
    ['a year', '2026-01-01', '2027-01-01', '2026-12-02'],
    ['31 days', '2026-03-01', '2026-04-01', '2026-03-02'],
    ['30 days: a week before', '2026-03-02', '2026-04-01', '2026-03-25'],
    ['eight days', '2026-03-02', '2026-03-10', '2026-03-03'],
    ['a week: not at all', '2026-03-02', '2026-03-09', null],
  ])('a record of %s is told of', (_length, recordedOn, validUntil, on) => {
    expect(remindOn(d(validUntil), d(recordedOn))).toBe(on);
  });
});
