/** Date and time as a `datetime-local` field takes them, in the municipality's own time. */
const inAmsterdam = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' }).format(instant).replace(' ', 'T');

const MINUTE_MS = 60_000;
const TO_TYPE_MS = 8_000;

/** The first whole minute that is still to come when the form has been sent. */
export const theNearestMinute = (): string => inAmsterdam(new Date(Math.ceil((Date.now() + TO_TYPE_MS) / MINUTE_MS) * MINUTE_MS));

export const inDays = (days: number): string => inAmsterdam(new Date(Date.now() + days * 24 * 60 * MINUTE_MS)).slice(0, 10);
