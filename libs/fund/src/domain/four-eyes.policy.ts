import { allowIf, refuse, type Verdict } from '#kernel';

/** Everybody who already had a hand in a request, by user id. */
export interface Involved {
  readonly requesterId: string;
  readonly regisseurId: string | null;
  readonly completenessCheckedById: string | null;
  readonly adviserIds: readonly string[];
  readonly decidedById: string | null;
  readonly paymentPreparedById: string | null;
  /** People who said, or of whom it was recorded, that they have a stake in this household. */
  readonly conflictOfInterestIds: readonly string[];
}

export type ControlledAct = 'check-completeness' | 'advise' | 'decide' | 'release-payment' | 'handle-objection';

type Part = 'request' | 'completeness' | 'advice' | 'decision' | 'payment';

/** Which earlier part keeps somebody from this act. A new act does not compile until it has its row. */
const KEPT_APART: Readonly<Record<ControlledAct, readonly Part[]>> = {
  'check-completeness': ['request'],
  advise: ['request', 'completeness'],
  decide: ['request', 'completeness', 'advice'],
  'release-payment': ['request', 'payment'],
  // Awb 10:3(3): never by the person who decided; and by nobody who had a hand in the decision.
  'handle-objection': ['request', 'completeness', 'advice', 'decision'],
};

const REASONS: Readonly<Record<Part, string>> = {
  request: 'Je hebt deze aanvraag zelf gedaan of je bent de regisseur. Iemand anders moet dit doen.',
  completeness: 'Je hebt deze aanvraag gecontroleerd. Iemand anders moet dit doen.',
  advice: 'Je hebt over deze aanvraag geadviseerd. Iemand anders moet dit doen.',
  decision: 'Je hebt over deze aanvraag besloten. Iemand anders moet dit doen.',
  payment: 'Je hebt deze betaling klaargezet. Iemand anders moet haar vrijgeven.',
};

const peopleIn: Readonly<Record<Part, (involved: Involved) => readonly (string | null)[]>> = {
  request: ({ requesterId, regisseurId }) => [requesterId, regisseurId],
  completeness: ({ completenessCheckedById }) => [completenessCheckedById],
  advice: ({ adviserIds }) => adviserIds,
  decision: ({ decidedById }) => [decidedById],
  payment: ({ paymentPreparedById }) => [paymentPreparedById],
};

/**
 * Four eyes, at one choke point: may this person do this act, given who did what before?
 * Says nothing about roles; that is `mayChangeFundRequest`. A conflict of interest bars every act (Awb 2:4).
 */
export function fourEyes(userId: string, act: ControlledAct, involved: Involved): Verdict {
  if (involved.conflictOfInterestIds.includes(userId)) {
    return refuse('Je hebt een persoonlijk belang bij deze aanvraag. Iemand anders moet dit doen.');
  }
  const part = KEPT_APART[act].find((each) => peopleIn[each](involved).includes(userId));
  return allowIf(part === undefined, part === undefined ? '' : REASONS[part]);
}
