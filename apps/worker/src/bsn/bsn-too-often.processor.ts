import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';
import { privacyOfficers } from '../retention/privacy-officers.js';

/** Somebody looked at more BSNs than their work explains: the privacy officer hears it, and reads in the log who. */
@Injectable()
export class BsnTooOftenProcessor implements OutboxHandler {
  readonly kinds = ['bsn.too-often'];

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    const cause = `bsn-too-often:${payload['userId']}:${payload['hour']}`;
    for (const userId of await privacyOfficers(tx)) await this.inbox.notify(tx, { userId, kind: 'bsn-too-often', link: '/privacy/logboek', cause });
  }
}
