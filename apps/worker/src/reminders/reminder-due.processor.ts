import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

@Injectable()
export class ReminderDueProcessor implements OutboxHandler {
  readonly kinds = ['reminder.due'];

  constructor(private readonly reminders: RemindersService) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    await this.reminders.fire(tx, payload['reminderId'] ?? '');
  }
}
