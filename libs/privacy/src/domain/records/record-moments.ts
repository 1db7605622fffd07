import { addDays, type LocalDate } from '#kernel';

/** So long before the end the regisseur is reminded (the issue asks for 30); shorter records get a week. */
export const REMIND_DAYS = 30;
export const REMIND_DAYS_SHORT = 7;

const hourInAmsterdam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** This time of this day in Amsterdam, in summer and winter. */
export function inAmsterdam(day: LocalDate, time: `${number}${number}:${number}${number}`): Date {
  const winter = new Date(`${day}T${time}:00+01:00`);
  return hourInAmsterdam.format(winter) === time ? winter : new Date(`${day}T${time}:00+02:00`);
}

/**
 * When a record whose period is over is really ended. Data stops at midnight by itself; this moves what leans on it. A minute
 * later, so that two clocks that differ by seconds agree on the day.
 */
export const expiresAt = (validUntil: LocalDate): Date => inAmsterdam(validUntil, '00:01');

/** The morning on which the regisseur hears that it ends soon; null when the record is too short to be reminded of. */
export function remindOn(validUntil: LocalDate, recordedOn: LocalDate): LocalDate | null {
  const usual = addDays(validUntil, -REMIND_DAYS);
  if (usual > recordedOn) return usual;
  const short = addDays(validUntil, -REMIND_DAYS_SHORT);
  return short > recordedOn ? short : null;
}

export const remindAt = (day: LocalDate): Date => inAmsterdam(day, '09:00');
