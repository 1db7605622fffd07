import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Somebody looked at more BSNs than their work explains: the privacy officer hears it, and reads in the log who. */
@Injectable()
export class BsnTooOftenProcessor implements OutboxHandler {
  readonly kinds = ['bsn.too-often'];

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    const officers = await tx.query<{ id: string }>(
      `SELECT u.id FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active WHERE r.role = 'privacy-officer' AND r.municipality_id = $1`,
      [tx.actor.municipalityId],
    );
    const cause = `bsn-too-often:${payload['userId']}:${payload['hour']}`;
    for (const { id } of officers) await this.inbox.notify(tx, { userId: id, kind: 'bsn-too-often', link: '/privacy/logboek', cause });
  }
}
