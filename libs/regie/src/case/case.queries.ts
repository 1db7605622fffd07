import { Injectable } from '@nestjs/common';
import { type Actor, type FieldProblem, type LocalDate } from '#kernel';
import {
  HOUSEHOLD_TRANSITIONS, type HouseholdAction, householdCase, type HouseholdFacts, householdNotFound, type HouseholdState, mayChangeHousehold, needsRegisseur, NO_FACTS,
} from '#households';
import { Clock, UnitOfWork } from '#platform';
import { type AftercareGoing, type AftercareState, answerDay, caseSettings, escalationMachine, type EscalationAction, type EscalationState, mayAnswerEscalation } from '../domain/index.js';
import { CASE, type CaseRow } from './case-row.js';
import { relationFor, relationOf } from './case-moves.service.js';

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

/** Where a case stands, how it came there, and what it needs to go on. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One round trip; that it was read is noted. Throws `not-found` for what is none of the actor's business. */
  async get(actor: Actor, householdId: string): Promise<CaseView> {
    const today = this.clock.today();
    const [row] = await this.work.read<CaseRow>(actor, CASE, [householdId, actor.userId, actor.organisationId, actor.requestId ?? null, today]);
    if (!row) throw householdNotFound();
    return toView(row, actor, today);
  }
}

function toView({ head, teamId, reasons, facts, settings, escalations, ...row }: CaseRow, actor: Actor, today: LocalDate): CaseView {
  const place = { municipalityId: actor.municipalityId, teamId };
  const relation = relationOf(actor, place, reasons);
  const held = { relation, state: head.state, teamId };
  // A warm handover is asked in its own form; here it hides nothing.
  const known: HouseholdFacts = { ...NO_FACTS, ...facts, warmHandoverDone: true };
  const answers = mayAnswerEscalation(actor, place).allowed;
  return {
    ...row,
    household: head,
    actions: actionsOf(head.state, known, (action) => mayChangeHousehold(actor, action, relationFor(action, held, actor)).allowed),
    lacking: needsRegisseur(head.state) ? householdCase.missing('activate', known).filter(({ name }) => head.state === 'active' || name === 'hasActiveRegisseur') : [],
    escalations: escalations.map((one) => ({
      ...one, late: one.state === 'open' && one.answerBy < today,
      allowedActions: answers ? escalationMachine.allowedTransitions(one.state, {}) : [],
    })),
    mayRecordAftercare: head.state === 'aftercare' && mayChangeHousehold(actor, 'start-aftercare', relation).allowed,
    answerBy: answerDay(today, caseSettings(settings).escalation),
  };
}

/** Safety is checked in the same step as the waiting list: that alone holds nobody up. */
function actionsOf(state: HouseholdState, facts: HouseholdFacts, may: (action: HouseholdAction) => boolean): CaseAction[] {
  const moves = Object.entries(HOUSEHOLD_TRANSITIONS[state]) as [HouseholdAction, HouseholdState][];
  return moves.filter(([action]) => may(action)).map(([action, to]) => ({
    action, to, missing: action === 'place-on-waiting-list' && state === 'safety-check' ? [] : householdCase.missing(action, facts),
  }));
}
