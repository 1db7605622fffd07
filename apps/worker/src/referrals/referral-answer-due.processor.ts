import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { AnswerLadder, isLadderStep } from '#referrals';
import { InboxService, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Still no answer to a referral: the next step of the ladder. */
@Injectable()
export class ReferralAnswerDueProcessor implements OutboxHandler {
  readonly kinds = ['referral.answer-due'];

  constructor(
    private readonly ladder: AnswerLadder,
    private readonly inbox: InboxService,
    private readonly reminders: RemindersService,
  ) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    // A row from before the ladder names no step: it was the alarm for the regisseur.
    const step = payload['step'] ?? 'tell-regisseur';
    if (!isLadderStep(step)) throw new Error('unknown step of the answer ladder');
    const { notices, reminders } = await this.ladder.climb(tx, payload['referralId'] ?? '', step);
    for (const notice of notices) await this.inbox.notify(tx, notice);
    for (const reminder of reminders) await this.reminders.remindNow(tx, reminder);
  }
}
