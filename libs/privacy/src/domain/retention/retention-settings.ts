/** What a municipality may choose about its destruction lists; `municipality.settings.retention`. */
export interface RetentionSettings {
  /** Whether the calendar makes a list each month. */
  readonly monthlyList: boolean;
  /** How many records stand on one list at most: a person looks at each of them. */
  readonly listSize: number;
}

export const RETENTION_SETTINGS: RetentionSettings = { monthlyList: true, listSize: 200 };

/** Reads what is there; whatever is missing or makes no sense becomes the default. */
export function retentionSettings(settings: unknown): RetentionSettings {
  const own = (settings as { retention?: Partial<Record<keyof RetentionSettings, unknown>> } | null)?.retention ?? {};
  const { monthlyList, listSize } = own;
  return {
    monthlyList: typeof monthlyList === 'boolean' ? monthlyList : RETENTION_SETTINGS.monthlyList,
    listSize: typeof listSize === 'number' && Number.isInteger(listSize) && listSize >= 1 && listSize <= 1_000 ? listSize : RETENTION_SETTINGS.listSize,
  };
}
