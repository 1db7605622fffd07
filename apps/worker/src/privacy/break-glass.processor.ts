import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { BreakGlassNotices } from '#privacy';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Somebody broke the glass: the team lead and the privacy officer hear it at once, and again while nobody has looked. */
@Injectable()
export class BreakGlassProcessor implements OutboxHandler {
  readonly kinds = ['break-glass.opened', 'break-glass.review-due', 'break-glass.reviewed'];

  constructor(
    private readonly notices: BreakGlassNotices,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    for (const notice of await this.noticesOf(tx, kind, payload)) await this.inbox.notify(tx, notice);
  }

  private noticesOf(tx: Transaction, kind: string, payload: OpenRow['payload']) {
    const id = payload['breakGlassId'] ?? '';
    if (kind === 'break-glass.opened') return this.notices.used(tx, id);
    return kind === 'break-glass.reviewed' ? this.notices.reviewed(tx, id) : this.notices.reviewDue(tx, id, Number(payload['round'] ?? 1));
  }
}
