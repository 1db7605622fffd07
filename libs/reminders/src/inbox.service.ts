import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, newId } from '#kernel';
import { Outbox, Settings, type Transaction, UnitOfWork } from '#platform';
import { type NotificationKind, notificationText } from './domain/index.js';

export interface Notice {
  readonly userId: string;
  readonly kind: NotificationKind;
  /** Path of a page; ids only. */
  readonly link: string;
  /** What caused it. One cause gives one message, however often a job is tried. */
  readonly cause: string;
}

const notFound = (): DomainError => new DomainError('inbox.not-found', 'Dit bericht bestaat niet.', { kind: 'not-found' });

/** Messages to a person. They carry no personal data: one fixed sentence and a link. */
@Injectable()
export class InboxService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
  ) {}

  /** Part of the transaction of a job; harmless to repeat. */
  async notify(tx: Transaction, { userId, kind, link, cause }: Notice): Promise<void> {
    const id = newId();
    const added = await tx.query(
      `INSERT INTO inbox_item (id, municipality_id, user_id, kind, text, link, cause, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (user_id, cause) DO NOTHING RETURNING id`,
      [id, tx.actor.municipalityId, userId, kind, notificationText(kind), link, cause, tx.now],
    );
    if (added.length === 0 || !this.settings.SMTP_URL) return;
    await this.outbox.add(tx, { kind: 'mail.send', payload: { inboxItemId: id }, dedupeKey: `mail:${id}` });
  }

  markRead(actor: Actor, id: string): Promise<void> {
    return this.mark(actor, id, 'COALESCE(read_at, now())');
  }

  markUnread(actor: Actor, id: string): Promise<void> {
    return this.mark(actor, id, 'NULL');
  }

  private mark(actor: Actor, id: string, readAt: string): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const found = await tx.query(`UPDATE inbox_item SET read_at = ${readAt} WHERE id = $1 AND user_id = $2 RETURNING id`, [id, actor.userId]);
      if (found.length === 0) throw notFound();
    });
  }
}
