import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '#kernel';
import {
  HOUSEHOLD_TRANSITIONS, type HouseholdAction, householdCase, type HouseholdFacts, householdNotFound, type HouseholdState, mayChangeHousehold, needsRegisseur, NO_FACTS,
} from '#households';
import { Clock, UnitOfWork } from '#platform';
import { answerDay, caseSettings, escalationMachine, mayAnswerEscalation } from '../domain/index.js';
import { CASE, type CaseRow } from './case-row.js';
import type { CaseAction, CaseView } from './case.view.js';
import { relationFor, relationOf } from './case-moves.service.js';

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
