import { isUncertain } from '../holidays.js';
import { addDays, addMonths, addWeeks, type LocalDate } from '../local-date.js';
import { shiftToWorkingDay } from '../working-days.js';

/** A last day. `raw` is the day before the Algemene termijnenwet shift, `due` the day that counts. */
export interface Deadline {
  readonly raw: LocalDate;
  readonly due: LocalDate;
  /** True when the day lies past the decree days we know: check it by hand. */
  readonly uncertain: boolean;
}

const deadline = (raw: LocalDate, due: LocalDate): Deadline => ({ raw, due, uncertain: isUncertain(due) });

export const unshifted = (day: LocalDate): Deadline => deadline(day, day);

export const shifted = (raw: LocalDate): Deadline => deadline(raw, shiftToWorkingDay(raw));

// Algemene termijnenwet 4: no shift over 90 days, 12 weeks or 3 months. Nor when counting back.
const shiftsFor = (count: number, most: number): boolean => count >= 0 && count <= most;

/** `days` after the start day, which does not count itself. Negative counts back and never shifts. */
export const daysAfter = (start: LocalDate, days: number): Deadline =>
  (shiftsFor(days, 90) ? shifted : unshifted)(addDays(start, days));

/** `weeks` after the start day; see `daysAfter`. */
export const weeksAfter = (start: LocalDate, weeks: number): Deadline =>
  (shiftsFor(weeks, 12) ? shifted : unshifted)(addWeeks(start, weeks));

/** `months` after the start day, at most the last day of the month; see `daysAfter`. */
export const monthsAfter = (start: LocalDate, months: number): Deadline =>
  (shiftsFor(months, 3) ? shifted : unshifted)(addMonths(start, months));
