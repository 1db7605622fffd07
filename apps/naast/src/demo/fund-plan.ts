import type { DecisionOutcome, FundRequestState } from '#fund';
import type { LocalDate } from '#kernel';
import type { DemoFamily } from './family.js';

export interface FundPlan {
  readonly state: FundRequestState;
  /** Days since it was sent in. */
  readonly submittedAgo: number;
  readonly outcome?: DecisionOutcome;
  readonly ofPersona: boolean;
}

export interface DemoRequest {
  readonly id: string;
  readonly family: DemoFamily;
  readonly plan: FundPlan;
  readonly fundId: string;
  readonly amountCents: number;
  readonly submittedOn: LocalDate;
  readonly meetingOn: LocalDate;
}

const repeat = (count: number, plan: Omit<FundPlan, 'ofPersona'>, ofPersona = 0): FundPlan[] =>
  Array.from({ length: count }, (_none, at) => ({ ...plan, submittedAgo: plan.submittedAgo + 3 * at, ofPersona: at < ofPersona }));

/** Twenty-five requests, from a draft to paid. One stands close to its deadline. */
export const FUND_PLANS: readonly FundPlan[] = [
  ...repeat(3, { state: 'draft', submittedAgo: 0 }, 1),
  ...repeat(3, { state: 'submitted', submittedAgo: 1 }, 1),
  ...repeat(1, { state: 'completeness-check', submittedAgo: 5 }),
  ...repeat(2, { state: 'incomplete', submittedAgo: 12 }, 1),
  ...repeat(3, { state: 'under-review', submittedAgo: 14 }, 1),
  ...repeat(3, { state: 'on-agenda', submittedAgo: 21 }, 1),
  ...repeat(2, { state: 'committee-advice', submittedAgo: 30 }, 1),
  ...repeat(1, { state: 'committee-advice', submittedAgo: 50 }),
  ...repeat(2, { state: 'granted', submittedAgo: 45, outcome: 'granted' }, 1),
  ...repeat(1, { state: 'partly-granted', submittedAgo: 48, outcome: 'partly-granted' }),
  ...repeat(1, { state: 'refused', submittedAgo: 52, outcome: 'refused' }),
  ...repeat(1, { state: 'announced', submittedAgo: 70, outcome: 'granted' }, 1),
  ...repeat(1, { state: 'paid', submittedAgo: 100, outcome: 'granted' }),
  ...repeat(1, { state: 'withdrawn', submittedAgo: 40 }),
];

const ORDER: readonly FundRequestState[] = ['draft', 'submitted', 'completeness-check', 'under-review', 'on-agenda', 'committee-advice', 'granted', 'announced', 'paid'];

/** Whether a request in this state has come past that step. */
export function isPast(state: FundRequestState, step: FundRequestState): boolean {
  const decided: readonly FundRequestState[] = ['partly-granted', 'refused'];
  const at = decided.includes(state) ? 'granted' : state === 'incomplete' || state === 'withdrawn' ? 'completeness-check' : state;
  return ORDER.indexOf(at) >= ORDER.indexOf(step);
}
