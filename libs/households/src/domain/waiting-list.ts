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

export interface Waiting {
  readonly urgency: Urgency;
  readonly reportedOn: LocalDate;
  readonly caseNumber: string;
}

/** 0 is most urgent; the same number is stored for the database to sort on. */
export const urgencyRank = (urgency: Urgency): number => URGENCIES.indexOf(urgency);

export const isUrgency = (value: string): value is Urgency => (URGENCIES as readonly string[]).includes(value);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Urgency first, then who was reported first, then case number: a total order, so paging is stable. */
export const compareWaiting = (a: Waiting, b: Waiting): number =>
  urgencyRank(a.urgency) - urgencyRank(b.urgency) ||
  compareText(a.reportedOn, b.reportedOn) ||
  compareText(a.caseNumber, b.caseNumber);

/** Calendar days since the report; never negative, also when the report carries a later date. */
export const waitingDays = (reportedOn: LocalDate, today: LocalDate): number =>
  Math.max(0, daysBetween(reportedOn, today));
