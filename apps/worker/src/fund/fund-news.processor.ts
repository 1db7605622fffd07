import { Injectable } from '@nestjs/common';
import { FUND_NEWS, type FundNews, FundRequestNotices } from '#fund';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

const DEADLINE = 'fund-request.deadline-near';

/** Tells who must act on a fund request, what was decided, and that the term to decide (Awb 4:13) is nearly over. */
@Injectable()
export class FundNewsProcessor implements OutboxHandler {
  readonly kinds = [...Object.keys(FUND_NEWS), DEADLINE];

  constructor(
    private readonly notices: FundRequestNotices,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const id = payload['fundRequestId'] ?? '';
    const notices = kind === DEADLINE ? await this.notices.deadlineNear(tx, id) : await this.notices.news(tx, kind as FundNews, id);
    for (const notice of notices) await this.inbox.notify(tx, notice);
  }
}
