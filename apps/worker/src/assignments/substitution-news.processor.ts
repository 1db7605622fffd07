import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Tells both sides of a substitution that it was arranged or ended; nothing about a family. */
@Injectable()
export class SubstitutionNewsProcessor implements OutboxHandler {
  readonly kinds = ['substitution.arranged', 'substitution.ended'];

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const id = payload['substitutionId'] ?? '';
    const [row] = await tx.query<{ substitute: string; ended: boolean }>(
      `SELECT substitute_id AS substitute, ended_at IS NOT NULL AS ended FROM substitution WHERE id = $1`, [id]);
    // Arranged and taken back before anybody heard of it: only the end is still true.
    if (!row || (kind === 'substitution.arranged' && row.ended)) return;
    const notice = kind === 'substitution.ended' ? 'substitution-ended' : 'substitution-arranged';
    await this.inbox.notify(tx, { userId: row.substitute, kind: notice, link: '/waarneming', cause: `${kind}:${id}` });
  }
}
