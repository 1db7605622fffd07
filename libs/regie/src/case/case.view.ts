import type { FieldProblem, LocalDate } from '#kernel';
import type { HouseholdAction, HouseholdState } from '#households';
import type { AftercareGoing, AftercareState, EscalationAction, EscalationState } from '../domain/index.js';

export interface CaseAction {
  readonly action: HouseholdAction;
  readonly to: HouseholdState;
  /** What must be true first; empty: go ahead. */
  readonly missing: readonly FieldProblem[];
}

export interface CaseChangeView {
  readonly id: string;
  readonly period: number;
  readonly at: string;
  readonly from: HouseholdState;
  readonly to: HouseholdState;
  readonly by: string;
  readonly reason: string | null;
  readonly otherParty: string | null;
  readonly contactOn: LocalDate | null;
}

export interface EscalationView {
  readonly id: string;
  readonly reason: string;
  readonly tried: string;
  readonly asked: string;
  readonly answerBy: LocalDate;
  readonly late: boolean;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly state: EscalationState;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly outcome: string | null;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly version: number;
  readonly overridingDecisions: readonly { id: string; decided: string; against: string; refusal: string; legalRoom: string; decidedBy: string; decidedAt: string }[];
  readonly allowedActions: EscalationAction[];
}

export interface AftercareView {
  readonly id: string;
  readonly period: number;
  readonly months: number;
  readonly plannedOn: LocalDate;
  readonly nextAttemptOn: LocalDate;
  readonly attempts: number;
  readonly state: AftercareState;
  readonly heldOn: LocalDate | null;
  readonly going: AftercareGoing | null;
  readonly words: string | null;
  readonly version: number;
}

export interface ClosureView {
  readonly period: number;
  readonly goalsReached: number;
  readonly goalsDropped: number;
  readonly planEvaluation: string;
  readonly familyWords: string;
  readonly familyJudgement: number | null;
  readonly madeTheDifference: string;
  readonly agreed: string;
  readonly closedBy: string;
  readonly closedAt: string;
}

export interface CaseView {
  readonly household: { id: string; caseNumber: string; name: string; state: HouseholdState };
  readonly version: number;
  readonly period: number;
  readonly reportedOn: LocalDate;
  readonly regisseur: { id: string; name: string } | null;
  readonly actions: readonly CaseAction[];
  /** What the case lacks in the state in which it is: only of cases that are older than this rule. */
  readonly lacking: readonly FieldProblem[];
  readonly changes: readonly CaseChangeView[];
  readonly escalations: readonly EscalationView[];
  readonly aftercare: readonly AftercareView[];
  readonly mayRecordAftercare: boolean;
  readonly closures: readonly ClosureView[];
  readonly openReferrals: readonly { id: string; partnerName: string; state: string }[];
  readonly openFundRequests: readonly { id: string; state: string }[];
  readonly goals: readonly { words: string; state: string; stateReason: string | null }[];
  /** Offered when somebody scales up. */
  readonly answerBy: LocalDate;
}
