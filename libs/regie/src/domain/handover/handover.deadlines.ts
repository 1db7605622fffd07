import { addDays, addWorkingDays, type LocalDate, shiftToWorkingDay } from '#kernel';
import type { HandoverSettings } from './handover.settings.js';

export type HandoverRung = 'remind-both' | 'tell-team-lead';

/** The morning on which somebody hears that a hand-over is late: first both regisseurs, the working day after the talk was to be. */
export const remindBothOn = (talkOn: LocalDate): LocalDate => shiftToWorkingDay(addDays(talkOn, 1));

/** Then the team lead. */
export const tellTeamLeadOn = (remindedOn: LocalDate, { teamLeadWorkingDays }: HandoverSettings): LocalDate => addWorkingDays(remindedOn, teamLeadWorkingDays);

/** Until when the talk that was skipped may wait (ours). */
export const urgentTalkBy = (switchedOn: LocalDate, { urgentTalkWorkingDays }: HandoverSettings): LocalDate => addWorkingDays(switchedOn, urgentTalkWorkingDays);

/** Whose turn it is to be told, or null when the hand-over is not late (any more: the talk may have been put off). */
export function rungOn(today: LocalDate, talkOn: LocalDate, settings: HandoverSettings): HandoverRung | null {
  const first = remindBothOn(talkOn);
  if (today < first) return null;
  return today < tellTeamLeadOn(first, settings) ? 'remind-both' : 'tell-team-lead';
}
