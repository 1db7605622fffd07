import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { WaitingDays } from '#regie';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Counts the days of the waiting list that have no number yet. */
@Injectable()
export class WaitingListCountProcessor implements OutboxHandler {
  readonly kinds = ['waiting-list.count'];

  constructor(private readonly days: WaitingDays) {}

  async handle(tx: Transaction): Promise<void> {
    await this.days.count(tx);
  }
}
