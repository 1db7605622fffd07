import { DomainError } from './domain-error.js';
import { holidayName } from './holidays.js';
import { addDays, type LocalDate, weekday } from './local-date.js';

/** Saturday, Sunday, general holiday or a day put on a par with it (Algemene termijnenwet 1 and 3). */
export const isNonWorkingDay = (date: LocalDate): boolean =>
  weekday(date) >= 6 || holidayName(date) !== undefined;

/** The day itself, or the first working day after it (Algemene termijnenwet 1). */
export function shiftToWorkingDay(date: LocalDate): LocalDate {
  let day = date;
  while (isNonWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/**
 * The n-th working day after `date`; the start day does not count.
 * `count` is a whole number ≥ 0; 0 gives the day itself, also when it is a Sunday. Throws `invalid` otherwise.
 */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  if (!Number.isInteger(count) || count < 0) {
    throw new DomainError('working-days.invalid', 'Het aantal werkdagen klopt niet.', { kind: 'invalid' });
  }
  let day = date;
  for (let left = count; left > 0; left -= 1) day = shiftToWorkingDay(addDays(day, 1));
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isNonWorkingDay(day)) count += 1;
  return count;
}
