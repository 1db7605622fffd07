import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { isGranted, mayHandleRequest, OUTCOME_ACTIONS, RIGHTS_KINDS, RIGHTS_STATES, type RightsOutcome, transitionRights } from '../domain/rights/index.js';
import { refuseWhileKept } from './erasure.js';
import { effectIsThere, takeEffect } from './rights-effects.js';
import { liftRestriction } from './restriction.js';
import { type HeldRequest, holdRequest, NO_FACTS, saveRequest } from './rights-request.row.js';

export interface RightsDecision {
  readonly outcome: RightsOutcome;
  readonly reasons: string;
  readonly remediesTold?: boolean;
  readonly ownStatement?: string;
}

/** What the privacy officer decides on a request, with what follows from it at once; carrying out and lifting. */
@Injectable()
export class RightsDecisionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Reasons always. A granted restriction or objection works in this same transaction: the person need not wait for it. */
  decide(actor: Actor, id: string, input: RightsDecision, version: number): Promise<void> {
    return this.handle(actor, id, version, async (tx, request) => {
      const facts = { ...NO_FACTS, reasonsGiven: input.reasons.trim() !== '', remediesTold: input.remediesTold === true };
      const state = transitionRights(request.state, OUTCOME_ACTIONS[input.outcome], facts);
      if (request.kind === 'erasure' && state === 'granted') await refuseWhileKept(tx, request);
      await saveRequest(tx, request, {
        state, decided_by: actor.userId, decided_at: tx.now, decision_reasons: input.reasons, remedies_told: input.remediesTold ?? null,
        // Kept beside what we did not change, so that whoever reads the one reads the other.
        own_statement: request.kind === 'rectification' && state !== 'granted' ? (input.ownStatement ?? null) : null,
      });
      const touched = isGranted(state) ? await takeEffect(tx, request, input.reasons) : 0;
      await this.tell(tx, request, `${RIGHTS_KINDS[request.kind].name}: ${RIGHTS_STATES[state]}.`);
      await this.note(tx, request, 'decided', { outcome: input.outcome, touched });
      await this.outbox.add(tx, { kind: 'rights-request.decided', payload: { rightsRequestId: id } });
      if (state === 'refused') await this.outbox.add(tx, { kind: 'rights-export.drop', payload: { rightsRequestId: id } });
    });
  }

  /** What was granted is done and the person knows. */
  complete(actor: Actor, id: string, input: { doneOn: LocalDate; note: string }, version: number): Promise<void> {
    return this.handle(actor, id, version, async (tx, request) => {
      refuseLater(input.doneOn, request.receivedOn, localDateOf(tx.now), 'doneOn');
      const state = transitionRights(request.state, 'carry-out', { ...NO_FACTS, effectIsThere: await effectIsThere(tx, request) });
      // Before the state: an officer may tell in a family's story because of the request.
      await this.tell(tx, request, `${RIGHTS_KINDS[request.kind].name}: uitgevoerd.`);
      await saveRequest(tx, request, { state, carried_out_by: actor.userId, carried_out_on: input.doneOn, completion_note: input.note });
      await this.note(tx, request, 'carried-out', { state });
    });
  }

  /** AVG 18(3): the person hears it before the restriction ends. */
  lift(actor: Actor, id: string, input: { toldOn: LocalDate; reason: string }, version: number): Promise<void> {
    return this.handle(actor, id, version, async (tx, request) => {
      if (request.kind !== 'restriction' || !isGranted(request.state) || request.restrictionLiftedOn) throw nothingToLift();
      const today = localDateOf(tx.now);
      refuseLater(input.toldOn, request.receivedOn, today, 'toldOn');
      await saveRequest(tx, request, { restriction_lifted_on: today, restriction_lift_told_on: input.toldOn, restriction_lift_reason: input.reason });
      const lifted = await liftRestriction(tx, request);
      if (lifted.length > 0) await this.tell(tx, request, 'de beperking is opgeheven.');
      await this.note(tx, request, 'restriction-lifted', { members: lifted.length });
      await this.outbox.add(tx, { kind: 'rights-request.lifted', payload: { rightsRequestId: id } });
    });
  }

  private handle(actor: Actor, id: string, version: number, work: (tx: Transaction, request: HeldRequest) => Promise<void>): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const request = await holdRequest(tx, id, version);
      assertAllowed(mayHandleRequest(actor, { municipalityId: request.municipalityId, actorWorksOnIt: false }), 'rights-request.handle');
      await work(tx, request);
    });
  }

  private tell(tx: Transaction, { householdId, kind }: HeldRequest, text: string): Promise<void> {
    return this.story.tell(tx, householdId, `rights-request.${kind}`, `Verzoek over gegevens, ${text}`);
  }

  private note(tx: Transaction, { id, householdId, memberId }: HeldRequest, what: string, details: Record<string, string | number>): Promise<void> {
    return this.audit.record(tx, { action: `rights-request.${what}`, subjectKind: 'rights-request', subjectId: id, householdId, details: { memberId, ...details } });
  }
}

const nothingToLift = (): DomainError =>
  new DomainError('rights-request.nothing-to-lift', 'Bij dit verzoek loopt geen beperking.', { kind: 'conflict' });

function refuseLater(day: LocalDate, receivedOn: LocalDate, today: LocalDate, field: string): void {
  if (day <= today && day >= receivedOn) return;
  const message = 'Kies een dag na de ontvangst en niet in de toekomst.';
  throw new DomainError('rights-request.invalid', message, { kind: 'invalid', fields: [{ name: field, message }] });
}
