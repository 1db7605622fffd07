import type { Actor, LocalDate } from '#kernel';
import {
  allowedReferralTransitions, isLate, mayChangeReferral, nextStep, type NextStep, type ReferralAction, type ReferralParties,
  type ReferralState, responsible, sideOf,
} from './domain/index.js';

/** What the next-step line and the buttons need of a referral. */
export interface ReferralStanding {
  readonly state: ReferralState;
  readonly answerBy: LocalDate | null;
  readonly firstContactBy: LocalDate | null;
  readonly firstContactOn: LocalDate | null;
  readonly partnerName: string;
  readonly regisseurName: string;
}

/** Where the referral stands after a step, for who took it. */
export interface ReferralProgress {
  readonly id: string;
  readonly caseNumber: string;
  readonly state: ReferralState;
  readonly answerBy: LocalDate | null;
  readonly firstContactBy: LocalDate | null;
  readonly responsible: 'regisseur' | 'partner';
  readonly nextStep: NextStep;
  readonly allowedActions: readonly ReferralAction[];
  readonly version: number;
}

/** Steps that have a route; the others belong to the system or to a later issue. */
const OFFERED: readonly ReferralAction[] = ['accept', 'reject', 'record-first-contact', 'give-feedback', 'complete', 'cancel'];

export function allowedSteps(actor: Actor, parties: ReferralParties, state: ReferralState, sharingAllowed: boolean): ReferralAction[] {
  // What the person still has to fill in is not missing yet.
  const facts = {
    sharingAllowed, questionAsked: true, reasonGiven: true, answerTermOver: false,
    refusal: { code: 'other', explanation: '-', nextStep: '-' },
  };
  return allowedReferralTransitions(state, facts).filter(
    (action) => OFFERED.includes(action) && mayChangeReferral(actor, action, parties).allowed,
  );
}

export const standingOf = (actor: Actor, parties: ReferralParties, standing: ReferralStanding, today: LocalDate) => ({
  responsible: responsible(standing),
  nextStep: nextStep({ ...standing, late: isLate(standing, today) }, sideOf(actor, parties) ?? 'system'),
});
