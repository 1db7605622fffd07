import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { DestructionService } from '#privacy';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';
import { privacyOfficers } from './privacy-officers.js';

/** Destroys one record that was agreed to; after the last one the privacy officers hear that the list is done. */
@Injectable()
export class DestructionProcessor implements OutboxHandler {
  readonly kinds = ['destruction-item.approved'];

  constructor(
    private readonly destruction: DestructionService,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    const listId = await this.destruction.carryOut(tx, payload['itemId'] ?? '');
    if (!listId) return;
    for (const userId of await privacyOfficers(tx)) {
      await this.inbox.notify(tx, { userId, kind: 'destruction-list-done', link: `/privacy/vernietiging/${listId}`, cause: `destruction-list-done:${listId}` });
    }
  }
}
