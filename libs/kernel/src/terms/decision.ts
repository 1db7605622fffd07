import { DomainError } from '../domain-error.js';
import type { LocalDate } from '../local-date.js';
import { type Deadline, weeksAfter } from './deadline.js';
import { type SuspendedDeadline, suspendedDate, suspendedWeeksAfter, type Suspension } from './suspension.js';

/** Awb 4:14: the applicant was told on `noticeOn`, within the term, that the decision comes by `until`. */
export interface Extension {
  readonly noticeOn: LocalDate;
  readonly until: LocalDate;
}

export interface DecisionTerm {
  readonly receivedOn: LocalDate;
  /** Weeks to decide: 8 (Awb 4:13), or the number a local rule sets. */
  readonly weeks?: number;
  readonly suspensions?: readonly Suspension[];
  readonly extension?: Extension | null;
}

const refuse = (code: string, name: string, message: string): never => {
  throw new DomainError(code, message, { kind: 'refused', fields: [{ name, message }] });
};

/**
 * The last day to decide (Awb 4:13, 4:14, 4:15). Plan on `due`: the earlier of the two readings of 4:15.
 * Throws `refused` when the extension came too late or moves the date forward.
 */
export function decisionDeadline(term: DecisionTerm): SuspendedDeadline {
  const { receivedOn, weeks = 8, suspensions = [], extension } = term;
  if (!extension) return suspendedWeeksAfter(receivedOn, weeks, suspensions);
  const { noticeOn, until } = extension;
  const before = suspensions.filter(({ invitedOn }) => invitedOn <= noticeOn);
  const { due } = suspendedWeeksAfter(receivedOn, weeks, before);
  if (noticeOn > due) {
    refuse('extension.too-late', 'noticeOn', 'Verlengen kan alleen zolang de beslistermijn nog loopt.');
  }
  if (until <= due) {
    refuse('extension.not-later', 'until', 'De nieuwe datum moet na de oude beslisdatum liggen.');
  }
  // Letters sent before the notice are already counted in the date that was named.
  const later = suspensions.filter(({ invitedOn }) => invitedOn > noticeOn);
  return suspendedDate(until, later);
}

/**
 * The last day to make known that a request is not taken into consideration: 4 weeks (Awb 4:5(4)).
 * `elapsedOn` is the last remedy day, or the day of an insufficient supplement.
 */
export const notConsideredDeadline = (elapsedOn: LocalDate): Deadline => weeksAfter(elapsedOn, 4);

/** The last day to pay: 6 weeks after the decision was made known (Awb 4:87). */
export const paymentDeadline = (announcedOn: LocalDate): Deadline => weeksAfter(announcedOn, 6);
