import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { DestructionListsService } from '#privacy';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';
import { privacyOfficers } from './privacy-officers.js';

/** Once a month: is there a record whose term is over? Then a list waits for the privacy officer. */
@Injectable()
export class RetentionMonthProcessor implements OutboxHandler {
  readonly kinds = ['retention.month'];

  constructor(
    private readonly lists: DestructionListsService,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction): Promise<void> {
    const listId = await this.lists.makeOfMonth(tx);
    if (!listId) return;
    for (const userId of await privacyOfficers(tx)) {
      await this.inbox.notify(tx, { userId, kind: 'destruction-list-ready', link: `/privacy/vernietiging/${listId}`, cause: `destruction-list-ready:${listId}` });
    }
  }
}
