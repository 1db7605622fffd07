import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { type Household, householdNotFound, HouseholdStory, staleHousehold, type Urgency, URGENCY_NAMES } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { RemindersService } from '#reminders';
import { CALL_OUTCOMES, type CallOutcome, callProblems, mayKeepWaitingList, mayUndoCall, urgencyProblems, type WaitingCall } from '../domain/index.js';

export interface NewUrgency {
  readonly urgency: Urgency;
  readonly reason: string;
}

export interface NewCall extends WaitingCall {
  readonly outcome: CallOutcome;
  readonly note?: string | null;
}

interface HeldCall {
  readonly calledBy: string;
  readonly notedAt: Date;
  readonly undone: boolean;
}

const REMINDER = 'Bel dit gezin op de wachtlijst.';
const morningOf = (day: LocalDate): Date => new Date(`${day}T07:00:00Z`);
const notWaiting = (): DomainError => new DomainError('waiting.not-waiting', 'Dit gezin staat niet meer op de wachtlijst.', { kind: 'conflict' });
const callNotFound = (): DomainError => new DomainError('waiting.call-not-found', 'Dit telefoontje bestaat niet, of je mag het niet zien.', { kind: 'not-found' });

/** What the team does with a family that waits. */
@Injectable()
export class WaitingListService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly reminders: RemindersService,
    private readonly audit: Audit,
  ) {}

  /** How soon somebody must act is a decision, so it has a reason and a name under it. */
  changeUrgency(actor: Actor, householdId: string, version: number, { urgency, reason }: NewUrgency): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const household = await this.hold(tx, householdId);
      if (household.version !== version) throw staleHousehold();
      refuseInvalid('waiting.urgency', urgencyProblems({ from: household.urgency, to: urgency }));
      await tx.query('UPDATE household SET urgency = $2, urgency_reason = $3, version = version + 1 WHERE id = $1', [householdId, urgency, reason]);
      await tx.query(
        `INSERT INTO urgency_change (id, household_id, municipality_id, from_urgency, to_urgency, reason, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(), householdId, actor.municipalityId, household.urgency, urgency, reason, actor.userId, tx.now],
      );
      const [from, to] = [URGENCY_NAMES[household.urgency].toLowerCase(), URGENCY_NAMES[urgency].toLowerCase()];
      await this.story.tell(tx, householdId, 'waiting.urgency-changed', `De urgentie is veranderd van ${from} in ${to}.`);
      await this.note(tx, 'waiting.urgency-changed', householdId, { from: household.urgency, to: urgency });
    });
  }

  /** Who called and what came of it. A next try is a reminder for the caller; the call itself ends the plans of colleagues to call. */
  noteCall(actor: Actor, householdId: string, call: NewCall): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      await this.hold(tx, householdId);
      refuseInvalid('waiting.call', callProblems(call, localDateOf(tx.now)));
      const id = newId();
      const { calledOn, outcome, note = null, nextTryOn = null } = call;
      await tx.query(
        `INSERT INTO waiting_contact (id, household_id, municipality_id, called_on, called_by, outcome, note, next_try_on, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, householdId, actor.municipalityId, calledOn, actor.userId, outcome, note, nextTryOn, tx.now],
      );
      if (nextTryOn) await this.reminders.remindLater(tx, { householdId, userId: actor.userId, kind: 'waiting-call-due', subjectId: householdId, title: REMINDER, dueAt: morningOf(nextTryOn) });
      await this.story.tell(tx, householdId, 'waiting.called', `Het team belde het gezin: ${CALL_OUTCOMES[outcome]}.`);
      await this.note(tx, 'waiting.called', householdId, { outcome });
      return { id };
    });
  }

  /** A slip of the finger: the line stays, crossed out, and counts no more. */
  undoCall(actor: Actor, householdId: string, contactId: string): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const household = await this.story.hold(tx, householdId);
      const [held] = await tx.query<HeldCall>(
        `SELECT called_by AS "calledBy", noted_at AS "notedAt", undone_at IS NOT NULL AS undone FROM waiting_contact WHERE id = $1 AND household_id = $2`, [contactId, householdId]);
      if (!held) throw callNotFound();
      this.requireWaiting(tx, household);
      assertAllowed(mayUndoCall(actor, { ...held, notedOn: localDateOf(held.notedAt) }, localDateOf(tx.now)), 'waiting.undo');
      await tx.query('UPDATE waiting_contact SET undone_at = $2 WHERE id = $1', [contactId, tx.now]);
      await this.story.tell(tx, householdId, 'waiting.call-undone', 'Een telefoontje was per ongeluk genoteerd.');
      await this.note(tx, 'waiting.call-undone', householdId, {});
    });
  }

  /** Locks a family of the own team. Another family does not exist here; one that left the list is a conflict. */
  private async hold(tx: Transaction, householdId: string): Promise<Household> {
    const household = await this.story.hold(tx, householdId);
    this.requireWaiting(tx, household);
    return household;
  }

  private requireWaiting({ actor }: Transaction, { teamId, state }: Household): void {
    assertAllowed(mayKeepWaitingList(actor), 'waiting.keep');
    if (!actor.teamIds.includes(teamId)) throw householdNotFound();
    if (state !== 'waiting-list') throw notWaiting();
  }

  private note(tx: Transaction, action: string, householdId: string, details: Record<string, string>): Promise<void> {
    return this.audit.record(tx, { action, subjectKind: 'household', subjectId: householdId, householdId, details });
  }
}
