import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, type LocalDate, localDateOf, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { RemindersService } from '#reminders';
import { mayHandOver, transitionHandover } from '../domain/index.js';
import { holdHandover, staleHandover } from './held-handover.js';

export interface HeldTalk {
  readonly heldOn: LocalDate;
  /** Who of the family was there. */
  readonly memberIds: readonly string[];
}

const WRITE = `UPDATE handover SET state = $2, talk_held_on = $3, talk_members = $4, talk_recorded_by = $5, version = version + 1 WHERE id = $1`;

/** The talk of three: the family, the old and the new regisseur. After a switch with spoed it is held afterwards. */
@Injectable()
export class HandoverTalkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly reminders: RemindersService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `invalid` for somebody who is not in this family, `refused` without anybody of the family or on a day to come. */
  record(actor: Actor, householdId: string, id: string, { heldOn, memberIds }: HeldTalk, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const held = await holdHandover(tx, householdId, id);
      assertAllowed(mayHandOver(actor, 'record-talk', held), 'handover.record-talk');
      const isOwed = held.talkHeldOn === null && (held.state !== 'done' || held.urgentBy !== null);
      const state = transitionHandover(held.state, 'record-talk', {
        familyWasThere: memberIds.length > 0, talkIsOver: heldOn <= localDateOf(tx.now), talkIsOwed: isOwed, reasonGiven: true, notConfirmedBefore: true, urgencyAllowed: true,
      });
      if (held.version !== version) throw staleHandover();
      await this.requireMembers(tx, householdId, memberIds);
      await tx.query(WRITE, [id, state, heldOn, memberIds, actor.userId]);
      await this.reminders.dropAbout(tx, id, 'handover-talk-due');
      await this.story.tell(tx, householdId, 'handover.talk-held', 'Het gezin, de oude en de nieuwe regisseur hebben samen gepraat over de overdracht.');
      await this.audit.record(tx, { action: 'handover.talk-held', subjectKind: 'handover', subjectId: id, householdId, details: { state, present: memberIds.length } });
      await this.outbox.add(tx, { kind: 'handover.talk-held', payload: { handoverId: id } });
    });
  }

  private async requireMembers(tx: Transaction, householdId: string, memberIds: readonly string[]): Promise<void> {
    const found = await tx.query('SELECT FROM household_member WHERE household_id = $1 AND id = ANY ($2::uuid[])', [householdId, memberIds]);
    const all = found.length === new Set(memberIds).size;
    refuseInvalid('handover.invalid', all ? [] : [{ name: 'memberIds', message: 'Kies alleen mensen van dit gezin.' }]);
  }
}
