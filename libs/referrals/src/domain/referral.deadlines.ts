import { addWorkingDays, isUncertain, type LocalDate, weeksAfter } from '#kernel';

/** Working days from the request (ours): a setting per municipality. */
export interface ReferralTerms {
  readonly receipt: number;
  readonly answer: number;
  readonly firstContact: number;
  /** When eviction or cut-off threatens (Wgs 4): everything within this many working days. */
  readonly threatening: number;
  /** Working days after the answer term: tell the regisseur, the team lead, expire and re-route. */
  readonly escalation: { readonly regisseur: number; readonly teamLead: number; readonly expire: number };
  readonly feedbackWeeks: number;
}

export const REFERRAL_TERMS: ReferralTerms = {
  receipt: 2,
  answer: 5,
  firstContact: 10,
  threatening: 3,
  escalation: { regisseur: 1, teamLead: 3, expire: 5 },
  feedbackWeeks: 6,
};

export interface ReferralDeadlines {
  readonly receiptBy: LocalDate;
  readonly answerBy: LocalDate;
  /** The three-way meeting and the first contact. */
  readonly firstContactBy: LocalDate;
  readonly uncertain: boolean;
}

/** When the partner must react, in working days after the day of the request. */
export function referralDeadlines(requestedOn: LocalDate, threatening: boolean, terms = REFERRAL_TERMS): ReferralDeadlines {
  const within = (days: number): LocalDate =>
    addWorkingDays(requestedOn, threatening ? Math.min(days, terms.threatening) : days);
  const firstContactBy = within(terms.firstContact);
  return {
    receiptBy: within(terms.receipt),
    answerBy: within(terms.answer),
    firstContactBy,
    uncertain: isUncertain(firstContactBy),
  };
}

const LADDER_STEPS = ['remind-partner', 'tell-regisseur', 'tell-team-lead', 'expire'] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];
export const isLadderStep = (value: string): value is LadderStep => (LADDER_STEPS as readonly string[]).includes(value);

/** What happens while no answer comes. When it is threatening the steps follow each other faster. */
export function answerLadder(
  requestedOn: LocalDate,
  threatening: boolean,
  terms = REFERRAL_TERMS,
): readonly { readonly step: LadderStep; readonly on: LocalDate }[] {
  const { receiptBy, answerBy } = referralDeadlines(requestedOn, threatening, terms);
  const { regisseur, teamLead, expire } = terms.escalation;
  const after = (days: number): LocalDate => addWorkingDays(answerBy, days);
  return [
    { step: 'remind-partner', on: threatening ? receiptBy : answerBy },
    { step: 'tell-regisseur', on: after(regisseur) },
    { step: 'tell-team-lead', on: threatening ? after(regisseur) : after(teamLead) },
    { step: 'expire', on: threatening ? after(regisseur + 1) : after(expire) },
  ];
}

/** The feedback after the start: 6 weeks after the first contact. */
export const feedbackDeadline = (firstContactOn: LocalDate, terms = REFERRAL_TERMS): LocalDate =>
  weeksAfter(firstContactOn, terms.feedbackWeeks).due;

export interface ReferralMoments {
  readonly state: string;
  readonly answerBy: LocalDate | null;
  readonly firstContactBy: LocalDate | null;
}

/** Late: no answer after `answerBy`, or accepted but no contact after `firstContactBy`. */
export function isLate({ state, answerBy, firstContactBy }: ReferralMoments, today: LocalDate): boolean {
  if (state === 'requested') return answerBy !== null && today > answerBy;
  return state === 'accepted' && firstContactBy !== null && today > firstContactBy;
}
