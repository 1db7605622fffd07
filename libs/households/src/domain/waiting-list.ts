import { daysBetween, type LocalDate } from '#kernel';

/** Most urgent first; the order of this list is the order of the waiting list. */
export const URGENCIES = ['spoed', 'hoog', 'normaal', 'laag'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = {
  spoed: 'Spoed',
  hoog: 'Hoog',
  normaal: 'Normaal',
  laag: 'Laag',
};

/** 0 is most urgent; the same number is stored for the database to sort on. */
export const urgencyRank = (urgency: Urgency): number => URGENCIES.indexOf(urgency);

export const isUrgency = (value: string): value is Urgency => (URGENCIES as readonly string[]).includes(value);

/** Calendar days of waiting; never negative, also when the report carries a later date. */
export const waitingDays = (waitingSince: LocalDate, today: LocalDate): number =>
  Math.max(0, daysBetween(waitingSince, today));
