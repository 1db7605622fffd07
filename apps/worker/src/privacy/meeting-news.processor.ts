import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { meetingNews } from '#regie';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Tells invited organisations about a meeting. */
@Injectable()
export class MeetingNewsProcessor implements OutboxHandler {
  readonly kinds = ['meeting.planned', 'meeting.cancelled'];

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    for (const notice of await meetingNews(tx, kind, payload['meetingId'] ?? '')) await this.inbox.notify(tx, notice);
  }
}
