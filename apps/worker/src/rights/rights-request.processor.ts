import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { basesOfObjection, correctionNews, rightsNews, rightsTermNear } from '#privacy';
import { ReferralStopsService } from '#referrals';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Who hears of a request about data, of its term and of what was corrected; and what stops after a granted objection. */
@Injectable()
export class RightsRequestProcessor implements OutboxHandler {
  readonly kinds = ['rights-request.recorded', 'rights-request.decided', 'rights-request.lifted', 'rights-request.term-near', 'member.corrected'];

  constructor(
    private readonly inbox: InboxService,
    private readonly stops: ReferralStopsService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const id = payload['rightsRequestId'] ?? '';
    if (kind === 'rights-request.decided') for (const basis of await basesOfObjection(tx, id)) await this.stops.stopWithoutBasis(tx, basis);
    for (const notice of await this.notices(tx, kind, id, payload)) await this.inbox.notify(tx, notice);
  }

  private notices(tx: Transaction, kind: string, id: string, payload: OpenRow['payload']) {
    switch (kind) {
      case 'rights-request.term-near': return rightsTermNear(tx, id, payload['answerBy'] ?? '');
      case 'member.corrected': return correctionNews(tx, payload['memberId'] ?? '', (payload['categories'] ?? '').split(' '), payload['memberVersion'] ?? '');
      default: return rightsNews(tx, kind, id);
    }
  }
}
