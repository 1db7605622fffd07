import type { LocalDate } from '../local-date.js';
import { type Deadline, weeksAfter } from './deadline.js';
import { type SuspendedDeadline, suspendedWeeksAfter, type Suspension } from './suspension.js';

export interface ObjectionTerm extends Deadline {
  /** An objection posted in time may still arrive up to and including this day (Awb 6:9(2)). */
  readonly postReceivedBy: Deadline;
}

/** The last day to object: 6 weeks after the decision was made known (Awb 6:7, 6:8, 6:9). */
export function objectionTerm(announcedOn: LocalDate): ObjectionTerm {
  const term = weeksAfter(announcedOn, 6);
  return { ...term, postReceivedBy: weeksAfter(term.due, 1) };
}

/** Whether an objection came in time; `postedOn` only when it came by post. */
export function objectionInTime(objection: {
  announcedOn: LocalDate;
  receivedOn: LocalDate;
  postedOn?: LocalDate | null;
}): boolean {
  const { announcedOn, receivedOn, postedOn } = objection;
  const { due, postReceivedBy } = objectionTerm(announcedOn);
  if (receivedOn <= due) return true;
  return !!postedOn && postedOn <= due && receivedOn <= postReceivedBy.due;
}

/**
 * The last day to decide on an objection (Awb 7:10), counted from the end of the objection term.
 * Only an announced objections committee (Awb 7:13) gives 12 weeks; the fund committee is not one.
 * `extended` adds 6 weeks once. 12 + 6 weeks is more than 12 and so not shifted (Algemene termijnenwet 4).
 */
export function objectionDecisionDeadline(term: {
  objectionUntil: LocalDate;
  committee: boolean;
  extended?: boolean;
  suspensions?: readonly Suspension[];
}): SuspendedDeadline {
  const { objectionUntil, committee, extended = false, suspensions = [] } = term;
  const weeks = (committee ? 12 : 6) + (extended ? 6 : 0);
  return suspendedWeeksAfter(objectionUntil, weeks, suspensions);
}
