import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateOf, shiftToWorkingDay } from '#kernel';
import type { Transaction } from '#platform';
import { remindAt } from '#privacy';
import { RemindersService } from '#reminders';
import { followUpOn, itemDay, itemOwner, lifeEventSettings, planChecklist } from '../domain/index.js';
import type { HeldFamily } from '../held-family.js';
import { PlanActions } from '../plan/plan-actions.js';
import { type HeldEvent, openItems, type OpenItem, regisseurOf } from './life-event-facts.js';

const KEEP = `INSERT INTO life_event_item (life_event_id, code, household_id, municipality_id, term, plan_action_id) VALUES ($1, $2, $3, $4, $5, $6)`;
const MOVE = 'UPDATE plan_action SET due_on = $2, version = version + 1 WHERE id = $1';
const DROP = `UPDATE plan_action SET state = 'dropped', state_reason = $2, state_since = $3, version = version + 1 WHERE id = $1`;

/** What a life event puts in the plan of the family, and what becomes of it. */
@Injectable()
export class ChecklistActions {
  constructor(
    private readonly actions: PlanActions,
    private readonly reminders: RemindersService,
  ) {}

  /** Every item of the municipality's checklist as an action, and a reminder to look again. Answers how many. */
  async begin(tx: Transaction, family: HeldFamily, event: Pick<HeldEvent, 'id' | 'kind' | 'memberId' | 'eventOn'>): Promise<number> {
    const today = localDateOf(tx.now);
    const items = planChecklist(lifeEventSettings(family.settings).checklists[event.kind], event.eventOn, today);
    const regisseurId = await regisseurOf(tx, family.id);
    for (const { code, text, term, owner, dueOn } of items) {
      const memberId = itemOwner(owner, event, family.members, today);
      const doer = memberId ? ({ kind: 'member', id: memberId } as const) : ({ kind: 'user', id: regisseurId } as const);
      const action = await this.actions.add(tx, { householdId: family.id, what: text, dueOn, owner: doer, origin: 'life-event', originId: event.id });
      await tx.query(KEEP, [event.id, code, family.id, family.municipalityId, JSON.stringify(term), action.id]);
    }
    await this.lookAgain(tx, family.id, event.id, regisseurId, event.eventOn);
    return items.length;
  }

  /** Another day: what is open moves along, what was done stays as it was. */
  async move(tx: Transaction, householdId: string, eventId: string, eventOn: LocalDate): Promise<number> {
    const today = localDateOf(tx.now);
    const open = await openItems(tx, eventId);
    for (const item of open) await this.moveOne(tx, householdId, item, soonest(itemDay(item.term, eventOn), today));
    await this.forget(tx, eventId);
    await this.lookAgain(tx, householdId, eventId, await regisseurOf(tx, householdId), eventOn);
    return open.length;
  }

  /** It does not happen, or happened otherwise: what is open goes, what was done stays. */
  async drop(tx: Transaction, eventId: string, reason: string): Promise<number> {
    const open = await openItems(tx, eventId);
    for (const { actionId } of open) {
      await tx.query(DROP, [actionId, reason, tx.now]);
      await this.actions.dropReminder(tx, actionId);
    }
    await this.forget(tx, eventId);
    return open.length;
  }

  /** Nothing reminds of this event any more. */
  async forget(tx: Transaction, eventId: string): Promise<void> {
    for (const kind of ['life-event-due', 'life-event-proposed'] as const) await this.reminders.dropAbout(tx, eventId, kind);
  }

  private async moveOne(tx: Transaction, householdId: string, { actionId, what, ownerUserId }: OpenItem, dueOn: LocalDate): Promise<void> {
    await tx.query(MOVE, [actionId, dueOn]);
    if (ownerUserId) await this.actions.remind(tx, householdId, actionId, { what, dueOn, owner: { kind: 'user', id: ownerUserId } });
  }

  private lookAgain(tx: Transaction, householdId: string, eventId: string, userId: string, eventOn: LocalDate): Promise<void> {
    const dueAt = remindAt(followUpOn(eventOn, localDateOf(tx.now)));
    return this.reminders.remindLater(tx, { householdId, userId, kind: 'life-event-due', subjectId: eventId, title: 'Gebeurtenis: kijk of alles is geregeld.', dueAt });
  }
}

const soonest = (day: LocalDate, today: LocalDate): LocalDate => (day < today ? shiftToWorkingDay(today) : day);
