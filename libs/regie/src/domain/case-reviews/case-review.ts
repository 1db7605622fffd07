import { type Actor, allowIf, defineMachine, type FieldProblem, hasRole, isFilled, needs, type Transitions, type Verdict } from '#kernel';

export const CASE_REVIEW_STATES = { planned: 'gepland', held: 'geweest', cancelled: 'afgezegd' } as const;
export type CaseReviewState = keyof typeof CASE_REVIEW_STATES;

export const CASE_REVIEW_ACTIONS = { 'bring-in': 'een gezin inbrengen', rewrite: 'de tekst wijzigen', hold: 'afronden', cancel: 'afzeggen' } as const;
export type CaseReviewAction = keyof typeof CASE_REVIEW_ACTIONS;

/** What came out of it is written down afterwards too. */
export const CASE_REVIEW_TRANSITIONS: Transitions<CaseReviewState, CaseReviewAction> = {
  planned: { 'bring-in': 'planned', rewrite: 'planned', hold: 'held', cancel: 'cancelled' },
  held: { rewrite: 'held' },
  cancelled: {},
};

export const caseReview = defineMachine<CaseReviewState, CaseReviewAction, { readonly plannedAt: Date; readonly now: Date }>({
  code: 'case-review',
  subject: 'Deze casuïstiek',
  states: CASE_REVIEW_STATES,
  actions: CASE_REVIEW_ACTIONS,
  transitions: CASE_REVIEW_TRANSITIONS,
  guards: { hold: ({ plannedAt, now }) => needs(plannedAt <= now, 'plannedAt', 'De bespreking is nog niet geweest.') },
});
export const { transition: transitionCaseReview, allowedTransitions: allowedCaseReviewTransitions } = caseReview;

/** Who plans one: whoever works with families here. */
export const mayPlanCaseReview = (actor: Actor): Verdict => allowIf(hasRole(actor, 'regisseur', 'case-worker', 'team-lead'), 'Alleen medewerkers van een team plannen casuïstiek.');

/** Who brings in a family and writes about it: somebody with a task in it. */
export const mayBringIn = (actor: Actor, relation: { readonly municipalityId: string; readonly hasTask: boolean }): Verdict =>
  allowIf(actor.municipalityId === relation.municipalityId && relation.hasTask && hasRole(actor, 'regisseur', 'case-worker'), 'Alleen wie met dit gezin werkt, brengt het in.');

export const caseReviewProblems = (review: { readonly plannedAt: Date; readonly title: string; readonly participantIds: readonly string[] }, colleagues: readonly string[], now: Date): readonly FieldProblem[] => [
  ...needs(review.plannedAt > now, 'plannedAt', 'Kies een moment dat nog moet komen.'),
  ...needs(isFilled(review.title), 'title', 'Schrijf op waar de bespreking over gaat.'),
  ...needs(review.participantIds.length > 0, 'participantIds', 'Kies minstens één collega.'),
  ...needs(review.participantIds.every((id) => colleagues.includes(id)), 'participantIds', 'Deze collega werkt niet in jouw team of organisatie.'),
];
