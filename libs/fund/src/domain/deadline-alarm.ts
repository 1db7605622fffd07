import { addDays, isNonWorkingDay, type LocalDate, type Role, workingDaysBetween } from '#kernel';
import { awaitsDecision, type FundRequestState } from './fund-request.states.js';

/** (ours) Working days before the decision deadline on which people hear that it comes near. */
export const ALARM_WORKING_DAYS = 10;

/** The day that lies `ALARM_WORKING_DAYS` working days before the deadline. */
export function alarmDay(deadline: LocalDate): LocalDate {
  let day = deadline;
  for (let left = ALARM_WORKING_DAYS; left > 0; ) {
    day = addDays(day, -1);
    if (!isNonWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Still undecided, and the deadline is at most `ALARM_WORKING_DAYS` working days away or has passed. */
export const isDeadlineNear = (state: FundRequestState, deadline: LocalDate | null, today: LocalDate): boolean =>
  deadline !== null && awaitsDecision(state) && workingDaysBetween(today, deadline) <= ALARM_WORKING_DAYS;

/** Whose turn it is when the deadline comes near. The secretary always knows: they guard the term. */
export function rolesToWarn(state: FundRequestState): readonly Role[] {
  switch (state) {
    case 'incomplete':
      return ['fund-secretary', 'regisseur'];
    case 'on-agenda':
      return ['fund-secretary', 'committee-member'];
    case 'committee-advice':
      return ['fund-secretary', 'decision-maker'];
    default:
      return ['fund-secretary'];
  }
}
