import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { CASE_REVIEW_NEWS, type CaseReviewNews, caseReviewNews } from '#regie';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** Tells colleagues about a case review that they take part in. */
@Injectable()
export class CaseReviewNewsProcessor implements OutboxHandler {
  readonly kinds: readonly string[] = CASE_REVIEW_NEWS;

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    for (const notice of await caseReviewNews(tx, kind as CaseReviewNews, payload['reviewId'] ?? '')) await this.inbox.notify(tx, notice);
  }
}
