import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { basisNews } from '#privacy';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

@Injectable()
export class BasisNewsProcessor implements OutboxHandler {
  readonly kinds = ['legal-basis.withdrawn'];

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    for (const notice of await basisNews(tx, payload['basisId'] ?? '')) await this.inbox.notify(tx, notice);
  }
}
