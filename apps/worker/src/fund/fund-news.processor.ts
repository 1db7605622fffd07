import { Injectable } from '@nestjs/common';
import { FUND_NEWS, type FundNews, FundRequestNotices } from '#fund';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Tells who must act on a fund request, or what was decided. */
@Injectable()
export class FundNewsProcessor implements OutboxHandler {
  readonly kinds = Object.keys(FUND_NEWS);

  constructor(
    private readonly notices: FundRequestNotices,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const notices = await this.notices.news(tx, kind as FundNews, payload['fundRequestId'] ?? '');
    for (const notice of notices) await this.inbox.notify(tx, notice);
  }
}
