import { addDays, addWorkingDays, type LocalDate, localDateOf } from '#kernel';

/** The first day on which invited organisations read nothing of it any more; `days` after the meeting they still do. */
export const readableUntil = (plannedAt: Date, days: number): LocalDate => addDays(localDateOf(plannedAt), days + 1);

/** The day on which the organiser is asked for minutes that are still open. */
export const minutesDueOn = (plannedAt: Date, workingDays: number): LocalDate => addWorkingDays(localDateOf(plannedAt), workingDays);
