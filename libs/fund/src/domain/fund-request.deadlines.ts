import { daysBetween, decisionDeadline, type DecisionTerm, type LocalDate, type SuspendedDeadline } from '#kernel';

export interface FundDeadline extends SuspendedDeadline {
  /** Days left to decide; negative when late. */
  readonly daysLeft: number;
  readonly late: boolean;
  /** The clock stands still now: a remedy term is running. */
  readonly suspended: boolean;
}

/** The decision deadline of a request as it stands today (Awb 4:13–4:15); plan on `due`. */
export function fundDecisionDeadline(term: DecisionTerm, today: LocalDate): FundDeadline {
  const deadline = decisionDeadline(term);
  const suspended = (term.suspensions ?? []).some(
    ({ invitedOn, remedyUntil, suppliedOn }) =>
      remedyUntil !== null && invitedOn < today && today < remedyUntil && (!suppliedOn || today < suppliedOn),
  );
  const daysLeft = daysBetween(today, deadline.due);
  return { ...deadline, daysLeft, late: daysLeft < 0, suspended };
}
