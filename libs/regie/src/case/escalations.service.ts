import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { answerByProblems, type EscalationAction, escalationMachine, type EscalationState, mayAnswerEscalation } from '../domain/index.js';
import { CaseMoves, type CaseProgress, type HeldCase } from './case-moves.service.js';
import { EscalationLadder } from './escalation-ladder.service.js';

refuseOnConstraint('one_running_escalation', 'escalation.running', 'Dit gezin is al opgeschaald.');

export interface NewEscalation {
  readonly reason: string;
  readonly tried: string;
  readonly asked: string;
  readonly answerBy: LocalDate;
}

export interface OverridingInput {
  readonly decided: string;
  /** Who refused: a partner or a department. */
  readonly against: string;
  readonly refusal: string;
  /** The room that the law gives. */
  readonly legalRoom: string;
}

interface HeldEscalation {
  readonly id: string;
  readonly state: EscalationState;
  readonly version: number;
}

const notFound = (): DomainError => new DomainError('escalation.not-found', 'Deze opschaling bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('escalation.stale', 'Deze opschaling is net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });

const RAISE = `INSERT INTO escalation (id, household_id, municipality_id, reason, tried, asked, answer_by, raised_by, raised_at, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')`;
const HOLD = 'SELECT id, state, version FROM escalation WHERE id = $1 AND household_id = $2 FOR UPDATE';
const ANSWER = 'UPDATE escalation SET state = $2, answer = $3, answered_by = $4, answered_at = $5, version = version + 1 WHERE id = $1';
const OVERRIDE = `INSERT INTO overriding_decision (id, escalation_id, household_id, municipality_id, decided, against, refusal, legal_room, decided_by, decided_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const DECIDED = `UPDATE escalation SET state = $2, answer = coalesce(answer, $3), answered_by = coalesce(answered_by, $4), answered_at = coalesce(answered_at, $5), version = version + 1 WHERE id = $1`;
const END = `UPDATE escalation SET state = $2, outcome = $3, ended_by = $4, ended_at = $5, version = version + 1 WHERE id = $1`;

/** When the regisseur can't get further alone: asked of the team lead, answered in time, decided over a refusal, and scaled down again. */
@Injectable()
export class EscalationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly moves: CaseMoves,
    private readonly ladder: EscalationLadder,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** From here the team lead reads along. Throws `conflict` when the case is not active. */
  raise(actor: Actor, householdId: string, input: NewEscalation, version: number): Promise<CaseProgress & { id: string }> {
    return this.work.run(actor, async (tx) => {
      const held = await this.moves.take(tx, householdId, 'scale-up', version);
      refuseInvalid('escalation.invalid', answerByProblems(input.answerBy, localDateOf(tx.now)));
      const id = newId();
      const progress = await this.moves.move(tx, held, 'scale-up', {
        also: () => tx.query(RAISE, [id, householdId, held.municipalityId, input.reason, input.tried, input.asked, input.answerBy, actor.userId, tx.now]),
        details: { escalationId: id },
      });
      await this.outbox.add(tx, { kind: 'escalation.raised', payload: { escalationId: id } });
      await this.ladder.arm(tx, id, input.answerBy, 0, (await this.moves.settings(tx)).escalation);
      return { id, ...progress };
    });
  }

  answer(actor: Actor, householdId: string, id: string, answer: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { household, state } = await this.take(tx, householdId, id, 'answer', version);
      await tx.query(ANSWER, [id, state, answer, actor.userId, tx.now]);
      await this.note(tx, household, id, 'escalation.answered', 'De teamleider heeft geantwoord op de opschaling.');
    });
  }

  /** Doorzettingsmacht: who refused is overruled, with the room of the law named. Recorded, never changed. */
  override(actor: Actor, householdId: string, id: string, input: OverridingInput, version: number): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const { household, state } = await this.take(tx, householdId, id, 'override', version);
      const decisionId = newId();
      await tx.query(OVERRIDE, [decisionId, id, householdId, household.municipalityId, input.decided, input.against, input.refusal, input.legalRoom, actor.userId, tx.now]);
      await tx.query(DECIDED, [id, state, input.decided, actor.userId, tx.now]);
      await this.note(tx, household, id, 'escalation.overridden', 'De teamleider heeft doorzettingsmacht gebruikt.');
      return { id: decisionId };
    });
  }

  /** Scaled down, with the outcome. Throws `refused` while the case lacks what an active one needs. */
  end(actor: Actor, householdId: string, id: string, outcome: string, version: number): Promise<CaseProgress> {
    return this.work.run(actor, async (tx) => {
      const { household, state } = await this.take(tx, householdId, id, 'end', version);
      const also = () => tx.query(END, [id, state, outcome, actor.userId, tx.now]);
      const progress = await this.moves.move(tx, household, 'scale-down', { also, details: { escalationId: id } });
      await this.outbox.add(tx, { kind: 'escalation.ended', payload: { escalationId: id } });
      return progress;
    });
  }

  private async take(tx: Transaction, householdId: string, id: string, action: EscalationAction, version: number): Promise<{ household: HeldCase; state: EscalationState }> {
    const household = await this.moves.hold(tx, householdId);
    const [escalation] = await tx.query<HeldEscalation>(HOLD, [id, householdId]);
    assertAllowed(mayAnswerEscalation(tx.actor, household), `escalation.${action}`);
    if (!escalation) throw notFound();
    if (escalation.version !== version) throw stale();
    return { household, state: escalationMachine.transition(escalation.state, action, {}) };
  }

  private async note(tx: Transaction, { id: householdId }: HeldCase, id: string, kind: 'escalation.answered' | 'escalation.overridden', text: string): Promise<void> {
    await this.story.tell(tx, householdId, kind, text);
    await this.audit.record(tx, { action: kind, subjectKind: 'escalation', subjectId: id, householdId });
    await this.outbox.add(tx, { kind: 'escalation.answered', payload: { escalationId: id } });
  }
}
