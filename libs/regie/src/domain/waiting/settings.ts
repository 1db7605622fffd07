import { URGENCIES, type Urgency } from '#households/domain';

export interface WaitingSettings {
  /** In how many days a family with this urgency should have left the list. */
  readonly targetDays: Readonly<Record<Urgency, number>>;
  /** A family hears from the team at least once in so many days while it waits. */
  readonly callEveryDays: number;
}

/** No law gives these (ours): a municipality sets its own in `settings.waitingList`. */
export const WAITING_DEFAULTS: WaitingSettings = { targetDays: { spoed: 3, hoog: 14, normaal: 42, laag: 84 }, callEveryDays: 21 };

const isDays = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 730;

/** The part `waitingList` of a municipality's settings. What is not there, or is no number of days, counts as the default. */
export function waitingSettings(part: unknown): WaitingSettings {
  const { targetDays, callEveryDays } = (part ?? {}) as { targetDays?: Partial<Record<Urgency, unknown>> | null; callEveryDays?: unknown };
  const target = (urgency: Urgency): number => {
    const days = targetDays?.[urgency];
    return isDays(days) ? days : WAITING_DEFAULTS.targetDays[urgency];
  };
  return {
    targetDays: Object.fromEntries(URGENCIES.map((urgency) => [urgency, target(urgency)])) as Record<Urgency, number>,
    callEveryDays: isDays(callEveryDays) ? callEveryDays : WAITING_DEFAULTS.callEveryDays,
  };
}
