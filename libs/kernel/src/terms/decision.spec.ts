import { describe, expect, it } from '@jest/globals';
import {
  addWeeks,
  decisionDeadline,
  isNonWorkingDay,
  localDate as d,
  notConsideredDeadline,
  paymentDeadline,
} from '../index.js';

const receivedOn = d('2026-09-09');
const letter = (invitedOn: string, remedyUntil: string | null, suppliedOn: string | null = null) => ({
  invitedOn: d(invitedOn),
  remedyUntil: remedyUntil ? d(remedyUntil) : null,
  suppliedOn: suppliedOn ? d(suppliedOn) : null,
});

describe('the term to decide (Awb 4:13)', () => {
  it.each([
    ['8 weeks end on an ordinary Wednesday', '2026-09-09', 8, '2026-11-04'],
    ['8 weeks end in the new year on New Year and the decree day after it', '2025-11-06', 8, '2026-01-05'],
    ['8 weeks run over 29 February in a leap year', '2028-01-10', 8, '2028-03-06'],
    ['8 weeks end on Christmas and skip the second Christmas day', '2029-10-30', 8, '2029-12-27'],
    ['8 weeks end on King’s Day moved to Saturday 26 April and go to Monday', '2025-03-01', 8, '2025-04-28'],
    ['12 weeks of a local rule that end on a Saturday still shift', '2026-09-05', 12, '2026-11-30'],
    ['13 weeks of a local rule that end on a Saturday do not shift', '2026-09-05', 13, '2026-12-05'],
  ])('%s', (_title, received, weeks, due) => {
    expect(decisionDeadline({ receivedOn: d(received), weeks }).due).toBe(due);
  });

  it('says a date past the known decree days is uncertain', () => {
    expect(decisionDeadline({ receivedOn: d('2028-11-10') }).uncertain).toBe(true);
    expect(decisionDeadline({ receivedOn: d('2028-10-10') }).uncertain).toBe(false);
  });
});

describe('suspension while the request is incomplete (Awb 4:15)', () => {
  const due = (...suspensions: ReturnType<typeof letter>[]) => {
    const term = decisionDeadline({ receivedOn, suspensions });
    return [term.strict, term.practice];
  };

  it.each([
    ['a letter without a remedy date does not suspend', [letter('2026-09-15', null)], ['2026-11-04', '2026-11-04']],
    [
      'an unused remedy term suspends up to the last remedy day',
      [letter('2026-09-15', '2026-09-29')],
      ['2026-11-17', '2026-11-18'],
    ],
    [
      'a supplement before the last remedy day ends the suspension early',
      [letter('2026-09-15', '2026-09-29', '2026-09-18')],
      ['2026-11-06', '2026-11-09'],
    ],
    [
      'a supplement after the last remedy day does not stretch the suspension',
      [letter('2026-09-15', '2026-09-29', '2026-10-09')],
      ['2026-11-17', '2026-11-18'],
    ],
    [
      'a supplement on the day of the letter suspends nothing',
      [letter('2026-09-15', '2026-09-29', '2026-09-15')],
      ['2026-11-04', '2026-11-04'],
    ],
    [
      'two letters after each other add up',
      [letter('2026-09-15', '2026-09-18'), letter('2026-10-01', '2026-10-06')],
      ['2026-11-10', '2026-11-12'],
    ],
    [
      'two letters over the same days count those days once',
      [letter('2026-09-15', '2026-09-25'), letter('2026-09-18', '2026-09-25')],
      ['2026-11-13', '2026-11-16'],
    ],
    [
      'a letter on the last day comes too late: it would suspend from the day after',
      [letter('2026-11-04', '2026-11-18')],
      ['2026-11-04', '2026-11-04'],
    ],
  ])('%s', (_title, letters, dates) => {
    expect(due(...letters)).toEqual(dates);
  });

  it('plans on the earlier of the two readings', () => {
    const term = decisionDeadline({ receivedOn, suspensions: [letter('2026-09-15', '2026-09-28')] });
    expect(term.due).toBe(term.strict);
    expect(term.strict < term.practice).toBe(true);
  });

  it('refuses a remedy day on or before the day of the letter', () => {
    expect(() => due(letter('2026-09-15', '2026-09-15'))).toThrow('hersteltermijn');
  });
});

describe('extension (Awb 4:14)', () => {
  const extended = (noticeOn: string, until: string, ...suspensions: ReturnType<typeof letter>[]) =>
    decisionDeadline({ receivedOn, suspensions, extension: { noticeOn: d(noticeOn), until: d(until) } }).due;

  it('takes the named date, also when it is a Sunday', () => {
    expect(extended('2026-11-04', '2026-11-29')).toBe('2026-11-29');
  });

  it('refuses a notice after the term', () => {
    expect(() => extended('2026-11-05', '2026-11-29')).toThrow('zolang de beslistermijn nog loopt');
  });

  it('accepts a notice in the days that a suspension gave', () => {
    expect(extended('2026-11-10', '2026-12-15', letter('2026-09-15', '2026-09-28'))).toBe('2026-12-15');
  });

  it('refuses a date that is not later', () => {
    expect(() => extended('2026-11-01', '2026-11-04')).toThrow('na de oude beslisdatum');
  });

  it('a letter after the notice does not move the date that the new one is measured against', () => {
    expect(extended('2026-11-01', '2026-11-06', letter('2026-11-02', '2026-11-20'))).toBe('2026-11-23');
  });

  it('adds a suspension that started after the notice', () => {
    expect(extended('2026-11-01', '2026-11-30', letter('2026-11-10', '2026-11-20'))).toBe('2026-12-09');
  });
});

describe('other terms of the decision', () => {
  it.each([
    ['not taken into consideration: 4 weeks', notConsideredDeadline(d('2026-11-02')).due, '2026-11-30'],
    ['payment: 6 weeks, over King’s Day', paymentDeadline(d('2026-03-16')).due, '2026-04-28'],
  ])('%s', (_title, due, expected) => {
    expect(due).toBe(expected);
  });

  it('shifts only to working days and never forward of the raw date', () => {
    for (let week = 0; week < 120; week += 1) {
      const { raw, due } = decisionDeadline({ receivedOn: addWeeks(d('2024-01-06'), week) });
      expect(isNonWorkingDay(due)).toBe(false);
      expect(due >= raw).toBe(true);
    }
  });
});
