import { DomainError } from '../domain-error.js';
import { addDays, daysBetween, earliest, type LocalDate, localDate } from '../local-date.js';
import { type Cents, cents } from '../money.js';
import { type Deadline, daysAfter, weeksAfter } from './deadline.js';

const BLOCK_DAYS = 14;
const MOST_DAYS = 42;

/** Cents per day for days 1–14, 15–28 and 29–42 (Awb 4:17(2)), newest first. An indexation is a new line. */
const TARIFFS = [
  { from: localDate('2019-01-01'), perDay: [2300, 3500, 4500] },
  { from: localDate('2009-10-01'), perDay: [2000, 3000, 4000] },
] as const;

export interface PenaltyTerm {
  /** Last day to decide without a penalty: 14 days after the notice, shifted. */
  readonly grace: Deadline;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Last day to fix the penalty: 2 weeks after the last day it was due (Awb 4:18). */
  readonly determineBy: Deadline;
}

/**
 * What follows from a written notice of default (Awb 4:17). `decideBy` is the decision deadline;
 * `decidedOn` ends the penalty, the day of the decision itself not counted.
 * Throws `refused` for a notice that came before the deadline had passed.
 */
export function noticeOfDefault(notice: {
  receivedOn: LocalDate;
  decideBy?: LocalDate;
  decidedOn?: LocalDate | null;
}): PenaltyTerm {
  const { receivedOn, decideBy, decidedOn } = notice;
  if (decideBy !== undefined && receivedOn <= decideBy) {
    throw new DomainError('notice-of-default.premature', 'De beslistermijn was nog niet voorbij.', {
      kind: 'refused',
      fields: [{ name: 'receivedOn', message: 'Een ingebrekestelling telt pas na de beslistermijn.' }],
    });
  }
  const grace = daysAfter(receivedOn, BLOCK_DAYS);
  const firstDay = addDays(grace.due, 1);
  const fullEnd = addDays(firstDay, MOST_DAYS - 1);
  const lastDay = decidedOn ? earliest(fullEnd, addDays(decidedOn, -1)) : fullEnd;
  return { grace, firstDay, lastDay, determineBy: weeksAfter(lastDay, 2) };
}

/** Days of penalty so far, 0–42: from `firstDay` up to and including `lastDay`. */
export const penaltyDays = ({ firstDay, lastDay }: Pick<PenaltyTerm, 'firstDay' | 'lastDay'>): number =>
  Math.min(MOST_DAYS, Math.max(0, daysBetween(firstDay, lastDay) + 1));

/**
 * The penalty in cents after `days` days in default, by the tariff that held on `on`.
 * `days` is a whole number ≥ 0; above 42 nothing is added. Throws `invalid` otherwise.
 */
export function penaltyAmount(days: number, on: LocalDate): Cents {
  const tariff = TARIFFS.find(({ from }) => from <= on);
  if (!Number.isInteger(days) || days < 0 || !tariff) {
    throw new DomainError('penalty.invalid', 'Voor deze dagen is geen dwangsom te berekenen.', {
      kind: 'invalid',
    });
  }
  const amounts = tariff.perDay.map((perDay, block) => {
    const inBlock = Math.min(BLOCK_DAYS, Math.max(0, days - block * BLOCK_DAYS));
    return perDay * inBlock;
  });
  return cents(amounts.reduce((total, amount) => total + amount, 0));
}
