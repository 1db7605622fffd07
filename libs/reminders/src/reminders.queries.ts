import { Injectable } from '@nestjs/common';
import { type Actor, isId } from '#kernel';
import { auditedList, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { allowedReminderTransitions, type ReminderState } from './domain/index.js';

export interface ReminderItem {
  readonly id: string;
  readonly householdId: string;
  readonly householdName: string;
  readonly title: string;
  readonly note: string | null;
  readonly dueAt: Date;
  readonly state: ReminderState;
  readonly origin: 'person' | 'system';
  readonly version: number;
  readonly allowedActions: string[];
}

export interface InboxItem {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly link: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

const REMINDERS = {
  name: 'reminders-of-user',
  text: auditedList('reminder.listed', `SELECT r.id, r.household_id AS "householdId", h.name AS "householdName", r.title, r.note, r.due_at AS "dueAt", r.state, r.origin, r.version
         FROM reminder r JOIN household h ON h.id = r.household_id
         WHERE r.user_id = $1 AND r.state = $2 AND ($3::timestamptz IS NULL OR (r.due_at, r.id) > ($3, $4::uuid))
         ORDER BY r.due_at, r.id LIMIT $5`, '$5'),
};

const INBOX = {
  name: 'inbox-of-user',
  text: `SELECT id, kind, text, link, created_at AS "createdAt", read_at AS "readAt" FROM inbox_item
         WHERE user_id = $1 AND municipality_id = $2 AND ($3::boolean IS NOT TRUE OR read_at IS NULL)
           AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $6`,
};

const isInstant = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));

/** What a person must remember, and what they were told. */
@Injectable()
export class RemindersQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Own reminders in one state, soonest first. */
  async listReminders(actor: Actor, state: ReminderState, limit: number, cursor?: string): Promise<Page<ReminderItem>> {
    const [dueAt, id] = decodeCursor(cursor, [isInstant, isId]) ?? [null, null];
    const rows = await this.work.read<ReminderItem>(actor, REMINDERS, [actor.userId, state, dueAt, id, limit + 1]);
    const items = rows.map((row) => ({ ...row, allowedActions: allowedReminderTransitions(row.state).filter((action) => action !== 'fire') }));
    return toPage(items, limit, (last) => [last.dueAt.toISOString(), last.id]);
  }

  /** Own messages, newest first. */
  async listInbox(actor: Actor, unread: boolean, limit: number, cursor?: string): Promise<Page<InboxItem>> {
    const [createdAt, id] = decodeCursor(cursor, [isInstant, isId]) ?? [null, null];
    const rows = await this.work.read<InboxItem>(actor, INBOX, [actor.userId, actor.municipalityId, unread, createdAt, id, limit + 1]);
    return toPage(rows, limit, (last) => [last.createdAt.toISOString(), last.id]);
  }
}
