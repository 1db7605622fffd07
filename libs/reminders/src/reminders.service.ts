import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, newId } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { checkReminder, isDue, type NewReminder, type NotificationKind, transitionReminder } from './domain/index.js';
import { InboxService } from './inbox.service.js';
import { Reminder } from './reminder.entity.js';

export interface SystemReminder {
  readonly householdId: string;
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly subjectId: string;
  readonly title: string;
  readonly link: string;
}

export interface LaterReminder extends Omit<SystemReminder, 'link'> {
  /** The moment it appears; the title may name the thing to do, never health or a third person. */
  readonly dueAt: Date;
}

const notFound = (): DomainError => new DomainError('reminder.not-found', 'Deze herinnering bestaat niet.', { kind: 'not-found' });

const stale = (): DomainError => new DomainError('reminder.stale', 'Deze herinnering is net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });

/** Reminders are rows; the outbox row beside each one makes sure that it fires, also after a night without a queue. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly inbox: InboxService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** A person reminds themselves of something about a family. */
  plan(actor: Actor, householdId: string, input: NewReminder): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      checkReminder(input, tx.now);
      await this.story.hold(tx, householdId);
      await this.story.requireInvolvement(tx, householdId);
      const id = newId();
      await tx.manager.insert(Reminder, {
        id, householdId, municipalityId: actor.municipalityId, userId: actor.userId, origin: 'person', kind: 'reminder-due',
        title: input.title, note: input.note ?? null, dueAt: input.dueAt, state: 'scheduled', version: 1,
      });
      await this.audit.record(tx, { action: 'reminder.planned', subjectKind: 'reminder', subjectId: id, householdId });
      await this.outbox.add(tx, { kind: 'reminder.due', payload: { reminderId: id }, runAt: input.dueAt, dedupeKey: `reminder:${id}` });
      return { id };
    });
  }

  /** Crossing out one's own reminder; its alarm will find it cancelled. */
  cancel(actor: Actor, id: string, version: number): Promise<void> {
    return this.close(actor, id, version, 'cancel');
  }

  /** Done: it leaves the list of today. */
  finish(actor: Actor, id: string, version: number): Promise<void> {
    return this.close(actor, id, version, 'finish');
  }

  /** The alarm rang. Fires at most once; does nothing when it was cancelled, or when its moment has not come yet. */
  async fire(tx: Transaction, id: string): Promise<void> {
    const reminder = await this.find(tx, id);
    if (!reminder || !isDue(reminder, tx.now)) return;
    const state = transitionReminder(reminder.state, 'fire');
    await tx.manager.update(Reminder, { id }, { state, firedAt: tx.now, version: reminder.version + 1 });
    await this.audit.record(tx, { action: 'reminder.fired', subjectKind: 'reminder', subjectId: id, householdId: reminder.householdId });
    await this.inbox.notify(tx, { userId: reminder.userId, kind: 'reminder-due', link: `/gezinnen/${reminder.householdId}`, cause: `reminder:${id}` });
  }

  /** The system noticed something that a person must know: it stands in their list and in their inbox, once per subject and kind. */
  async remindNow(tx: Transaction, { householdId, userId, kind, subjectId, title, link }: SystemReminder): Promise<void> {
    const [known] = await tx.query('SELECT FROM reminder WHERE subject_id = $1 AND kind = $2 AND user_id = $3', [subjectId, kind, userId]);
    if (known) return;
    await tx.manager.insert(Reminder, {
      id: newId(), householdId, municipalityId: tx.actor.municipalityId, userId, origin: 'system', kind, subjectId, title,
      dueAt: tx.now, state: 'fired', firedAt: tx.now, version: 1,
    });
    await this.inbox.notify(tx, { userId, kind, link, cause: `${kind}:${subjectId}` });
  }

  /** Something in the dossier has a date: whoever does it finds it in their list on that day, also when the queue was lost. */
  async remindLater(tx: Transaction, { householdId, userId, kind, subjectId, title, dueAt }: LaterReminder): Promise<void> {
    const id = newId();
    await tx.manager.insert(Reminder, {
      id, householdId, municipalityId: tx.actor.municipalityId, userId, origin: 'system', kind, subjectId, title, dueAt, state: 'scheduled', version: 1,
    });
    await this.outbox.add(tx, { kind: 'reminder.due', payload: { reminderId: id }, runAt: dueAt, dedupeKey: `reminder:${id}` });
  }

  /** What it was about was renewed or ended: the reminder of the system leaves every list. */
  async dropAbout(tx: Transaction, subjectId: string, kind: NotificationKind): Promise<void> {
    await tx.query(
      `UPDATE reminder SET state = 'cancelled', version = version + 1 WHERE subject_id = $1 AND kind = $2 AND origin = 'system' AND state IN ('scheduled', 'fired')`,
      [subjectId, kind],
    );
  }

  private close(actor: Actor, id: string, version: number, action: 'cancel' | 'finish'): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const reminder = await this.find(tx, id);
      if (!reminder || reminder.userId !== actor.userId) throw notFound();
      if (reminder.version !== version) throw stale();
      const state = transitionReminder(reminder.state, action);
      await tx.manager.update(Reminder, { id }, { state, version: version + 1 });
      await this.audit.record(tx, { action: `reminder.${state}`, subjectKind: 'reminder', subjectId: id, householdId: reminder.householdId });
    });
  }

  private find(tx: Transaction, id: string): Promise<Reminder | null> {
    return tx.manager.findOne(Reminder, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
