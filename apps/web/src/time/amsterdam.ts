const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });

/** As a field for date and time holds it: 'YYYY-MM-DDTHH:mm', in Amsterdam. */
export const localMoment = (instant: Date): string => clock.format(instant).replace(' ', 'T');

/** What such a field says, as an instant; on the computer of somebody abroad too. Undefined when it is not filled in. */
export function instantOf(local: string): string | undefined {
  const found = ['+01:00', '+02:00'].map((zone) => new Date(`${local}${zone}`)).find((instant) => !Number.isNaN(instant.getTime()) && localMoment(instant) === local);
  return found?.toISOString();
}
