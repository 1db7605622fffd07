export interface BreakGlassSettings {
  /** How long the window stands, in minutes. A municipality may make it shorter, never longer than an hour. */
  readonly minutes: number;
  /** After how many working days without a review the privacy officer hears it again. */
  readonly reviewWorkingDays: number;
}

const DEFAULTS: BreakGlassSettings = { minutes: 60, reviewWorkingDays: 5 };

const whole = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : otherwise;

/** The part `breakGlass` of a municipality's settings (ours); what is not there or makes no sense is the default. */
export function breakGlassSettings(settings: unknown): BreakGlassSettings {
  const own = (settings as { breakGlass?: Partial<Record<keyof BreakGlassSettings, unknown>> } | null)?.breakGlass ?? {};
  return {
    minutes: whole(own.minutes, 5, 60, DEFAULTS.minutes),
    reviewWorkingDays: whole(own.reviewWorkingDays, 1, 20, DEFAULTS.reviewWorkingDays),
  };
}
