import { addDays, type LocalDate, shiftToWorkingDay } from '#kernel';

const LOOK_AGAIN_DAYS = 28;

/** When the regisseur looks whether everything was arranged: on the day itself, or four weeks from now when that has passed (ours). */
export const followUpOn = (eventOn: LocalDate, today: LocalDate): LocalDate => shiftToWorkingDay(eventOn > today ? eventOn : addDays(today, LOOK_AGAIN_DAYS));
