import { Injectable } from '@nestjs/common';
import { assertAllowed, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction } from '#platform';
import { CaseloadGate } from '../caseload/caseload-gate.js';
import { type AssignmentFacts, handoverProblems, mayPlanHandover, transitionAssignment } from '../domain/index.js';
import { requireRegisseur } from '../regisseur-check.js';
import { setTalkAlarm } from './handover-alarms.js';
import { holdRegie } from './held-handover.js';

export interface NewHandover {
  readonly successorId: string;
  readonly reason: string;
  readonly talkOn: LocalDate;
  readonly overrideReason?: string | undefined;
}

const FACTS: AssignmentFacts = {
  anotherIsActive: false, caseNeedsRegisseur: false, successorAccepted: false, threeWayTalkHeld: false, switchedUrgently: false, declineReasonGiven: false,
};

const ADD = `INSERT INTO handover (id, household_id, municipality_id, assignment_id, regisseur_id, successor_id, state, reason, talk_on, override_reason, planned_by, planned_at)
  VALUES ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8, $9, $10, $11)`;

/** Asks a successor, inside the transaction of whoever plans: one family, or all of somebody who leaves. */
@Injectable()
export class HandoverPlanner {
  constructor(
    private readonly gate: CaseloadGate,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Everything is checked before anything is written. Without a version: whoever moves a caseload read a list, not one family. */
  async plan(tx: Transaction, householdId: string, input: NewHandover, version?: number): Promise<string> {
    const regie = await holdRegie(tx, householdId);
    assertAllowed(mayPlanHandover(tx.actor, { ...regie, successorId: input.successorId }), 'handover.plan');
    transitionAssignment(regie.state, 'plan-handover', FACTS);
    if (version !== undefined && regie.version !== version) throw new DomainError('assignment.stale', 'Deze regie is net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });
    refuseInvalid('handover.invalid', handoverProblems(input, regie.regisseurId, localDateOf(tx.now)));
    await requireRegisseur(tx, input.successorId, regie, 'successorId');
    const id = newId();
    const overrideReason = await this.gate.pass(tx, 'handover', { id, householdId, regisseurId: input.successorId, overrideReason: input.overrideReason });
    await tx.query(ADD, [
      id, householdId, regie.municipalityId, regie.assignmentId, regie.regisseurId, input.successorId, input.reason, input.talkOn, overrideReason, tx.actor.userId, tx.now,
    ]);
    await setTalkAlarm(tx, this.outbox, id, input.talkOn);
    await this.story.tell(tx, householdId, 'handover.planned', 'Een overdracht naar een andere regisseur is gepland.');
    await this.audit.record(tx, { action: 'handover.planned', subjectKind: 'handover', subjectId: id, householdId, details: { regisseurId: regie.regisseurId, successorId: input.successorId } });
    await this.outbox.add(tx, { kind: 'handover.planned', payload: { handoverId: id } });
    return id;
  }
}
