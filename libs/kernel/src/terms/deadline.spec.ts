import { describe, expect, it } from '@jest/globals';
import { daysAfter, isUncertain, localDate as d, monthsAfter, weeksAfter } from '../index.js';

// 5 December 2026 is a Saturday.
describe('which terms shift to a working day (Algemene termijnenwet 1 and 4)', () => {
  it.each([
    ['90 days shift', daysAfter(d('2026-09-06'), 90), '2026-12-05', '2026-12-07'],
    ['91 days do not', daysAfter(d('2026-09-05'), 91), '2026-12-05', '2026-12-05'],
    ['12 weeks shift', weeksAfter(d('2026-09-12'), 12), '2026-12-05', '2026-12-07'],
    ['13 weeks do not', weeksAfter(d('2026-09-05'), 13), '2026-12-05', '2026-12-05'],
    ['3 months shift', monthsAfter(d('2026-09-05'), 3), '2026-12-05', '2026-12-07'],
    ['4 months do not', monthsAfter(d('2026-08-05'), 4), '2026-12-05', '2026-12-05'],
    ['counting days back does not', daysAfter(d('2026-12-15'), -10), '2026-12-05', '2026-12-05'],
    ['counting weeks back does not', weeksAfter(d('2026-12-19'), -2), '2026-12-05', '2026-12-05'],
    ['counting months back does not', monthsAfter(d('2027-01-05'), -1), '2026-12-05', '2026-12-05'],
  ])('%s', (_title, deadline, raw, due) => {
    expect(deadline).toEqual({ raw, due, uncertain: false });
  });

  it('the decree days are known up to and including 31 December 2028', () => {
    expect([isUncertain(d('2028-12-31')), isUncertain(d('2029-01-01'))]).toEqual([false, true]);
  });
});
