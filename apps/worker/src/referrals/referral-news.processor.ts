import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { REFERRAL_NEWS, referralNews } from '#referrals';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Tells the other side of a referral what happened. */
@Injectable()
export class ReferralNewsProcessor implements OutboxHandler {
  readonly kinds = REFERRAL_NEWS;

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    for (const notice of await referralNews(tx, kind, payload)) await this.inbox.notify(tx, notice);
  }
}
