import { type Urgency, waitingDays } from '#households/domain';
import { daysBetween, type LocalDate } from '#kernel';
import type { WaitingSettings } from './settings.js';

export interface WaitingState {
  readonly urgency: Urgency;
  readonly waitingSince: LocalDate;
  readonly lastCalledOn: LocalDate | null;
}

export interface WaitingJudgement {
  readonly waitingDays: number;
  readonly targetDays: number;
  /** 0 while the wait is within the target. */
  readonly overTargetDays: number;
  /** Nobody called for longer than the municipality wants; without any call it counts from the first day of waiting. */
  readonly callOverdue: boolean;
}

/** How long this family waits against what the municipality wants. The day of the target itself is still in time. */
export function judgeWaiting({ urgency, waitingSince, lastCalledOn }: WaitingState, settings: WaitingSettings, today: LocalDate): WaitingJudgement {
  const days = waitingDays(waitingSince, today);
  const targetDays = settings.targetDays[urgency];
  return {
    waitingDays: days, targetDays, overTargetDays: Math.max(0, days - targetDays),
    callOverdue: daysBetween(lastCalledOn ?? waitingSince, today) > settings.callEveryDays,
  };
}
