import { Injectable } from '@nestjs/common';
import { FundRequestNotices } from '#fund';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** The term to decide (Awb 4:13) is nearly over: whoever has the turn hears it. */
@Injectable()
export class FundDeadlineProcessor implements OutboxHandler {
  readonly kinds = ['fund-request.deadline-near'];

  constructor(
    private readonly notices: FundRequestNotices,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    for (const notice of await this.notices.deadlineNear(tx, payload['fundRequestId'] ?? '')) await this.inbox.notify(tx, notice);
  }
}
