import { describe, expect, it } from '@jest/globals';
import { addDays, localDate as d } from '#kernel';
import { type WaitingDay, waitingTrend } from './trend.js';

/** From Monday 21 September 2026: so many wait on each day. */
const days = (counts: readonly number[], left = 0, daysWaited = 0): WaitingDay[] =>
  counts.map((waiting, at) => ({ day: addDays(d('2026-09-21'), at), waiting, entered: 0, left, daysWaited }));
const eightWeeks = (before: number, now: number): WaitingDay[] => days([...Array<number>(28).fill(before), ...Array<number>(28).fill(now)]);

describe('does the waiting list get shorter', () => {
  it.each([
    ['shorter', 40, 30, 'Ja, de wachtlijst wordt korter. De laatste vier weken wachtten er gemiddeld 30 gezinnen, de vier weken daarvoor 40.'],
    ['longer', 30, 40, 'Nee, de wachtlijst wordt langer. De laatste vier weken wachtten er gemiddeld 40 gezinnen, de vier weken daarvoor 30.'],
    ['same', 40, 39, 'Nee, de wachtlijst blijft ongeveer even lang. De laatste vier weken wachtten er gemiddeld 39 gezinnen, de vier weken daarvoor 40.'],
    ['same', 2, 1, 'Nee, de wachtlijst blijft ongeveer even lang. De laatste vier weken wachtten er gemiddeld 1 gezinnen, de vier weken daarvoor 2.'],
  ])('%s', (answer, before, now, sentence) => {
    expect(waitingTrend(eightWeeks(before, now), false)).toMatchObject({ answer, sentence });
  });

  it('does not say before eight weeks are counted', () => {
    expect(waitingTrend(eightWeeks(40, 30).slice(1), false).answer).toBe('unknown');
    expect(waitingTrend([], false)).toMatchObject({ answer: 'unknown', weeks: [] });
  });

  it('sums the weeks, from Monday', () => {
    const [first, second] = waitingTrend(days([3, 3, 3, 3, 3, 3, 9, 4], 1, 20), false).weeks;
    expect(first).toEqual({ weekOf: '2026-09-21', waiting: 9, entered: 0, left: 7, averageDays: 20 });
    expect(second).toEqual({ weekOf: '2026-09-28', waiting: 4, entered: 0, left: 1, averageDays: 20 });
  });

  it('shows who is not in the team no number that points at a family', () => {
    const [week] = waitingTrend(days([4, 4, 4, 4], 1, 20), true).weeks;
    expect(week).toMatchObject({ waiting: null, left: null, averageDays: null, entered: 0 });
    expect(waitingTrend(eightWeeks(6, 4), true)).toMatchObject({ answer: 'unknown', sentence: 'Er wachten te weinig gezinnen om het te laten zien: minder dan 5.' });
  });
});
