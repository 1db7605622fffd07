import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { answerDueAt, startOfWork } from './answer-due.js';

describe('the moment on which the regisseur hears that no answer came', () => {
  it.each([
    ['a Monday in winter time', '2026-11-23', false, '2026-12-01T08:00:00.000Z'],
    ['a Monday in summer time', '2026-06-01', false, '2026-06-09T07:00:00.000Z'],
    ['a Thursday before the weekend in which the clock goes back', '2026-10-22', true, '2026-10-28T08:00:00.000Z'],
    ['the week before Christmas', '2026-12-21', false, '2026-12-30T08:00:00.000Z'],
  ])('is nine in the morning of the working day after the term, for %s', (_, requestedOn, threatening, expected) => {
    expect(answerDueAt(d(requestedOn), threatening).toISOString()).toBe(expected);
  });

  it('knows summer and winter time', () => {
    expect([startOfWork(d('2026-03-28')), startOfWork(d('2026-03-29'))].map((at) => at.toISOString())).toEqual([
      '2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z',
    ]);
  });
});
