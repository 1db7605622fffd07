import { addDays, avgAnswerDeadline, daysBetween, type LocalDate } from '#kernel';

/** AVG 12(3): one month from receipt, or three when extended. Receipt counts, not the day on which we knew who asked. */
export const answerBy = (receivedOn: LocalDate, extended: boolean): LocalDate => avgAnswerDeadline(receivedOn, extended).due;

/** The last day to tell that it takes longer. */
export const extendBy = (receivedOn: LocalDate): LocalDate => answerBy(receivedOn, false);

/** So many days before the last day the privacy officer hears of it (ours): a setting per municipality. */
export const REMIND_DAYS_BEFORE: readonly number[] = [10, 2];

/** Settings: `{"rights": {"remindDaysBefore": [10, 2]}}`; anything else means the default. */
export function remindDaysOf(settings: unknown): readonly number[] {
  const days = (settings as { rights?: { remindDaysBefore?: unknown } } | null)?.rights?.remindDaysBefore;
  const usable = Array.isArray(days) && days.length > 0 && days.every((day) => Number.isInteger(day) && day >= 0 && day <= 60);
  return usable ? (days as number[]) : REMIND_DAYS_BEFORE;
}

/** The days on which to remind, those that are past already left out. */
export const reminderDays = (deadline: LocalDate, today: LocalDate, before: readonly number[] = REMIND_DAYS_BEFORE): LocalDate[] =>
  [...new Set(before)].map((days) => addDays(deadline, -days)).filter((day) => day >= today);

/** Negative when it is too late. */
export const daysLeft = (deadline: LocalDate, today: LocalDate): number => daysBetween(today, deadline);

/** How long a made file stays (ours): a setting per municipality. */
export const EXPORT_DAYS = 14;

/** Settings: `{"rights": {"exportDays": 14}}`, at most 60; anything else means the default. */
export function exportDaysOf(settings: unknown): number {
  const days = (settings as { rights?: { exportDays?: unknown } } | null)?.rights?.exportDays;
  return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 60 ? days : EXPORT_DAYS;
}
