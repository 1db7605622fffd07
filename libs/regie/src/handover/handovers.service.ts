import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { type HandoverAction, type HandoverFacts, type HandoverState, mayHandOver, talkDayProblems, transitionHandover } from '../domain/index.js';
import { handoverSettingsOf, setTalkAlarm } from './handover-alarms.js';
import { HandoverPlanner, type NewHandover } from './handover-planner.js';
import { type HeldHandover, holdHandover, staleHandover } from './held-handover.js';

/** A form that was filled in; what differs is said per action. */
const FILLED: HandoverFacts = { reasonGiven: true, familyWasThere: true, talkIsOver: true, notConfirmedBefore: true, urgencyAllowed: true, talkIsOwed: true };

interface Move {
  readonly action: HandoverAction;
  readonly facts?: Partial<HandoverFacts>;
  /** What to write beside state and version: column → value. */
  readonly columns: Readonly<Record<string, unknown>>;
  readonly tells: string;
  /** The outbox row and the line in the log. */
  readonly news: 'answered' | 'talk-moved' | 'talk-held' | 'confirmed' | 'cancelled' | 'done';
}

/** From one regisseur to the next. The assignments follow by triggers, in the same transaction (decision 24). */
@Injectable()
export class HandoversService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly planner: HandoverPlanner,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Asks a successor. Throws `conflict` when one is asked already, `refused` above the band of the team. */
  plan(actor: Actor, householdId: string, input: NewHandover, version: number): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => ({ id: await this.planner.plan(tx, householdId, input, version) }));
  }

  accept(actor: Actor, householdId: string, id: string, version: number): Promise<void> {
    return this.change(actor, householdId, id, version, (tx) => ({
      action: 'accept', columns: { answered_by: actor.userId, answered_at: tx.now }, tells: 'De nieuwe regisseur heeft ja gezegd tegen de overdracht.', news: 'answered',
    }));
  }

  decline(actor: Actor, householdId: string, id: string, reason: string, version: number): Promise<void> {
    return this.change(actor, householdId, id, version, (tx) => ({
      action: 'decline', facts: { reasonGiven: reason.trim() !== '' }, columns: { answered_by: actor.userId, answered_at: tx.now, decline_reason: reason, ended_at: tx.now },
      tells: 'De gevraagde regisseur kan dit gezin niet overnemen.', news: 'answered',
    }));
  }

  /** Another day for the talk; the alarm of the old day finds that nothing is late. */
  moveTalk(actor: Actor, householdId: string, id: string, talkOn: LocalDate, version: number): Promise<void> {
    return this.change(actor, householdId, id, version, async (tx) => {
      refuseInvalid('handover.invalid', talkDayProblems(talkOn, localDateOf(tx.now)));
      await setTalkAlarm(tx, this.outbox, id, talkOn);
      return { action: 'move-talk', columns: { talk_on: talkOn }, tells: 'Het gesprek over de overdracht is verzet.', news: 'talk-moved' };
    });
  }

  /** Not right any more: the regisseur stays. */
  cancel(actor: Actor, householdId: string, id: string, reason: string, version: number): Promise<void> {
    return this.change(actor, householdId, id, version, (tx) => ({
      action: 'cancel', facts: { reasonGiven: reason.trim() !== '' }, columns: { ended_by: actor.userId, ended_at: tx.now, end_reason: reason },
      tells: 'De overdracht gaat niet door. De regisseur blijft.', news: 'cancelled',
    }));
  }

  /**
   * After the talk each of the two says that it is right; with the second yes the family has its new regisseur. Without a
   * version: what is confirmed does not change any more, and two who confirm at once are both right.
   */
  confirm(actor: Actor, householdId: string, id: string): Promise<void> {
    return this.change(actor, householdId, id, undefined, (tx, held) => {
      const [mine, column] = actor.userId === held.regisseurId ? [held.regisseurConfirmedBy, 'regisseur_confirmed_by'] : [held.successorConfirmedBy, 'successor_confirmed_by'];
      if (mine && held.state === 'confirmed-by-one') throw new DomainError('handover.already-confirmed', 'Je hebt dit al bevestigd. We wachten op de ander.', { kind: 'conflict' });
      const isLast = held.state === 'confirmed-by-one';
      return {
        action: 'confirm', columns: { [column]: actor.userId, ...(isLast && { ended_by: actor.userId, ended_at: tx.now }) },
        tells: isLast ? 'Het gezin heeft een nieuwe regisseur.' : 'Een van de twee regisseurs heeft de overdracht bevestigd.', news: isLast ? 'done' : 'confirmed',
      };
    });
  }

  /** The regisseur can't wait for a talk, by illness for instance. The talk is owed to the family and stays on the list of the new one. */
  switchUrgently(actor: Actor, householdId: string, id: string, reason: string, version: number): Promise<void> {
    return this.change(actor, householdId, id, version, async (tx) => ({
      action: 'switch-urgently', facts: { reasonGiven: reason.trim() !== '', urgencyAllowed: (await handoverSettingsOf(tx)).urgentWithoutTalk },
      columns: { urgent_by: actor.userId, urgent_reason: reason, ended_by: actor.userId, ended_at: tx.now },
      tells: 'Het gezin heeft met spoed een nieuwe regisseur. Het gesprek met het gezin volgt nog.', news: 'done',
    }));
  }

  private change(actor: Actor, householdId: string, id: string, version: number | undefined, moveOf: (tx: Transaction, held: HeldHandover) => Move | Promise<Move>): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const held = await holdHandover(tx, householdId, id);
      const move = await moveOf(tx, held);
      assertAllowed(mayHandOver(actor, move.action, held), `handover.${move.action}`);
      const state = transitionHandover(held.state, move.action, { ...FILLED, ...move.facts });
      if (version !== undefined && held.version !== version) throw staleHandover();
      // Before the switch: afterwards the old regisseur has no place in the family's story.
      await this.story.tell(tx, householdId, `handover.${move.news}`, move.tells);
      await this.save(tx, held, state, move.columns);
      await this.audit.record(tx, { action: `handover.${move.news}`, subjectKind: 'handover', subjectId: id, householdId, details: { state } });
      await this.outbox.add(tx, { kind: `handover.${move.news}`, payload: { handoverId: id } });
    });
  }

  private async save(tx: Transaction, { id }: HeldHandover, state: HandoverState, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    await tx.query(
      `UPDATE handover SET state = $2, version = version + 1${names.map((name, at) => `, ${name} = $${at + 3}`).join('')} WHERE id = $1`,
      [id, state, ...names.map((name) => columns[name])],
    );
  }
}
