/** What a municipality may choose about notes and meetings (ours). */
export interface ContactSettings {
  /** A draft of a note that nobody touched for this many days is thrown away. */
  readonly draftDays: number;
  /** For this many days after a meeting invited organisations read what was shared in it. */
  readonly meetingReadableDays: number;
  /** After so many working days open minutes are asked for. */
  readonly minutesWorkingDays: number;
}

const DEFAULTS: ContactSettings = { draftDays: 30, meetingReadableDays: 7, minutesWorkingDays: 2 };

const whole = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : otherwise;

/** The part `contacts` of a municipality's settings; what is not there or makes no sense is the default. */
export function contactSettings(settings: unknown): ContactSettings {
  const own = (settings as { contacts?: Partial<Record<keyof ContactSettings, unknown>> } | null)?.contacts ?? {};
  return {
    draftDays: whole(own.draftDays, 1, 90, DEFAULTS.draftDays),
    meetingReadableDays: whole(own.meetingReadableDays, 0, 42, DEFAULTS.meetingReadableDays),
    minutesWorkingDays: whole(own.minutesWorkingDays, 1, 20, DEFAULTS.minutesWorkingDays),
  };
}
