import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  earliest,
  formatLocalDate,
  isLocalDate,
  latest,
  localDate as d,
  localDateOf,
  weekday,
} from './index.js';

describe('local dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', null])('%s is not a date', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  it('refuses a day that does not exist', () => {
    expect(() => d('2027-02-29')).toThrow('geen geldige datum');
  });

  it.each([
    ['summer evening in UTC is already tomorrow', '2026-07-01T22:00:00Z', '2026-07-02'],
    ['just before midnight in summer', '2026-07-01T21:59:59Z', '2026-07-01'],
    ['winter midnight', '2026-12-31T23:00:00Z', '2027-01-01'],
    ['the night the clock goes back', '2026-10-25T22:59:59Z', '2026-10-25'],
  ])('knows the day in Amsterdam: %s', (_title, instant, day) => {
    expect(localDateOf(new Date(instant))).toBe(day);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(d(from), months)).toBe(to);
  });

  it('counts days over a change of the clock', () => {
    expect(daysBetween(d('2026-03-28'), d('2026-03-30'))).toBe(2);
    expect(addDays(d('2026-10-24'), 2)).toBe('2026-10-26');
  });

  it('knows weekdays, the earliest and the latest', () => {
    expect([weekday(d('2026-11-22')), weekday(d('2026-11-23'))]).toEqual([7, 1]);
    expect(earliest(d('2026-02-01'), d('2026-01-31'))).toBe('2026-01-31');
    expect(latest(d('2026-02-01'), d('2026-01-31'))).toBe('2026-02-01');
  });

  it('writes a date as people do', () => {
    expect(formatLocalDate(d('2027-03-01'))).toBe('1 maart 2027');
  });

  it('adding and counting days are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const start = d('2026-06-15');
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});
