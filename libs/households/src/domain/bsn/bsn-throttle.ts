/**
 * Whether one more look at a BSN fits. Nobody needs many in an hour for their work; who does may be collecting them, so the
 * refusal also asks the privacy officer to look.
 */
export const mayLookOnceMore = (looksInTheLastHour: number, looksPerHour: number): boolean => looksInTheLastHour < looksPerHour;

/** The hour of the alert: one message per person and hour, however often they try. */
export const alertHour = (now: Date): string => now.toISOString().slice(0, 13);
