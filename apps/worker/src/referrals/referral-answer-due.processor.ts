import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { ReferralsService } from '#referrals';
import { RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** The answer term of a referral is over. Still no answer? Then the regisseur, who stayed responsible, hears it. */
@Injectable()
export class ReferralAnswerDueProcessor implements OutboxHandler {
  readonly kinds = ['referral.answer-due'];

  constructor(
    private readonly referrals: ReferralsService,
    private readonly reminders: RemindersService,
  ) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    const late = await this.referrals.answerOverdue(tx, payload['referralId'] ?? '');
    if (late) await this.reminders.remindNow(tx, late);
  }
}
