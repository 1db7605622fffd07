import { Injectable } from '@nestjs/common';
import { localDateOf } from '#kernel';
import type { OpenRow, Transaction } from '#platform';
import { agreementIsOver, agreementNews } from '#privacy';
import { ReferralStopsService } from '#referrals';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** An agreement between organisations that waits, ends soon, or is over. */
@Injectable()
export class AgreementProcessor implements OutboxHandler {
  readonly kinds = ['data-sharing-agreement.to-confirm', 'data-sharing-agreement.ending', 'data-sharing-agreement.ended'];

  constructor(
    private readonly inbox: InboxService,
    private readonly stops: ReferralStopsService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    if (kind === 'data-sharing-agreement.ended') return this.stopReferrals(tx, payload['agreementId'] ?? '');
    const notice = kind === 'data-sharing-agreement.ending' ? 'agreement-ending' : 'agreement-to-confirm';
    for (const one of await agreementNews(tx, notice, payload)) await this.inbox.notify(tx, one);
  }

  private async stopReferrals(tx: Transaction, agreementId: string): Promise<void> {
    if (await agreementIsOver(tx, agreementId, localDateOf(tx.now))) await this.stops.stopWithoutAgreement(tx, agreementId);
  }
}
