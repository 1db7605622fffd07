import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { BIRTHDAY_TASK, birthdayOn, BIRTHDAYS, birthdaysReached, RECORDS_TO_REVIEW } from './birthdays.js';

describe('the birthday on which somebody else starts to decide', () => {
  it.each([
    ['2014-11-22', 12, '2026-11-22'],
    ['2010-03-01', 16, '2026-03-01'],
    // 12 and 16 years after a leap day is a leap day; 18 years after it is not, and then the birthday is 1 March.
    ['2008-02-29', 12, '2020-02-29'],
    ['2008-02-29', 16, '2024-02-29'],
    ['2008-02-29', 18, '2026-03-01'],
  ])('born %s: %i on %s', (born, age, on) => {
    expect(birthdayOn(d(born), age)).toBe(on);
  });

  it.each([
    ['the day before', '2026-11-21', []],
    ['on the day', '2026-11-22', [12]],
    ['a day later, when nobody looked', '2026-11-23', [12]],
    ['three months later', '2027-02-21', [12]],
    ['a year later it is no news any more', '2027-11-22', []],
  ])('the 12th birthday, %s (%s)', (_when, today, reached) => {
    expect(birthdaysReached(d('2014-11-22'), d(today))).toEqual(reached);
  });

  it.each([
    ['2026-02-28', []],
    ['2026-03-01', [18]],
  ])('who was born on 29 February 2008 is 18 on 1 March: %s', (today, reached) => {
    expect(birthdaysReached(d('2008-02-29'), d(today))).toEqual(reached);
  });

  it('an adult of 40 raises nothing', () => {
    expect(birthdaysReached(d('1986-11-22'), d('2026-11-22'))).toEqual([]);
  });

  it('each birthday has its task, without a name, and its records', () => {
    expect(BIRTHDAYS.map((age) => RECORDS_TO_REVIEW[age].length)).toEqual([2, 3, 3]);
    for (const age of BIRTHDAYS) expect(BIRTHDAY_TASK[age]).toContain(String(age));
  });
});
