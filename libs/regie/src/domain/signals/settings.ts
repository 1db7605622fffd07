export interface SignalSettings {
  /** How many home visits the municipality wants in a year; null: it set none. */
  readonly homeVisitsPerYear: number | null;
}

/** The part `earlySignals` of a municipality's settings. Dinkelland wants at least 20 visits a year. */
export function signalSettings(part: unknown): SignalSettings {
  const { homeVisitsPerYear } = (part ?? {}) as { homeVisitsPerYear?: unknown };
  const isTarget = typeof homeVisitsPerYear === 'number' && Number.isInteger(homeVisitsPerYear) && homeVisitsPerYear >= 1 && homeVisitsPerYear <= 100_000;
  return { homeVisitsPerYear: isTarget ? homeVisitsPerYear : null };
}
