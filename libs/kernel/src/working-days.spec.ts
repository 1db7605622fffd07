import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  easterSunday,
  holidayName,
  isNonWorkingDay,
  kingsDay,
  localDate as d,
  shiftToWorkingDay,
  workingDaysBetween,
} from './index.js';

const anyDay = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays(d('2020-01-01'), days));

describe('holidays (Algemene termijnenwet 3)', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter %i is on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it.each([
    ['2026-01-01', 'Nieuwjaarsdag'],
    ['2026-01-02', 'gelijkgestelde dag'],
    ['2026-04-03', 'Goede Vrijdag'],
    ['2026-04-06', 'tweede paasdag'],
    ['2026-04-27', 'Koningsdag'],
    ['2026-05-05', 'Bevrijdingsdag'],
    ['2026-05-14', 'Hemelvaartsdag'],
    ['2026-05-15', 'gelijkgestelde dag'],
    ['2026-05-25', 'tweede pinksterdag'],
    ['2026-12-25', 'eerste kerstdag'],
    ['2026-12-26', 'tweede kerstdag'],
    ['2027-05-05', 'Bevrijdingsdag'],
    ['2026-12-24', undefined],
    ['2026-12-31', undefined],
    ['2029-05-11', undefined],
  ])('%s is %s', (day, name) => {
    expect(holidayName(d(day))).toBe(name);
  });

  it('moves King’s Day to Saturday when the 27th is a Sunday', () => {
    expect([kingsDay(2025), kingsDay(2026), kingsDay(2031)]).toEqual(['2025-04-26', '2026-04-27', '2031-04-26']);
  });
});

describe('working days', () => {
  it.each([
    ['a Saturday goes to Monday', '2026-11-21', '2026-11-23'],
    ['Good Friday goes past Easter', '2026-04-03', '2026-04-07'],
    ['Christmas goes past the weekend', '2026-12-25', '2026-12-28'],
    ['a working day stays', '2026-11-23', '2026-11-23'],
  ])('%s', (_title, from, to) => {
    expect(shiftToWorkingDay(d(from))).toBe(to);
  });

  it.each([
    ['2026-12-24', 3, '2026-12-30'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-04-30', 5, '2026-05-08'],
  ])('%s plus %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(d(from), count)).toBe(to);
  });

  it.each([-1, 0.5])('refuses to add %s working days', (count) => {
    expect(() => addWorkingDays(d('2026-11-20'), count)).toThrow('werkdagen');
  });

  it('a shift never lands on a free day, never goes back, never skips a working day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const to = shiftToWorkingDay(day);
        expect(isNonWorkingDay(to)).toBe(false);
        expect(to >= day).toBe(true);
        for (let between = day; between < to; between = addDays(between, 1)) {
          expect(isNonWorkingDay(between)).toBe(true);
        }
      }),
    );
  });

  it('adding working days and counting them agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const to = addWorkingDays(day, count);
        expect(workingDaysBetween(day, to)).toBe(count);
        expect(workingDaysBetween(to, day)).toBe(-count);
        expect(isNonWorkingDay(to)).toBe(false);
      }),
    );
  });
});
