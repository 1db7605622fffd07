import { Injectable } from '@nestjs/common';
import { isId, isLocalDate } from '#kernel';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

// A visit that was moved has an alarm of its own; this one then finds another day.
const PLANNED = `SELECT visitor_id AS "visitorId" FROM early_signal_case WHERE id = $1 AND state = 'visit-planned' AND visit_on = $2::date`;

/** On the morning of a home visit whoever goes there hears of it; nothing about whom. */
@Injectable()
export class HomeVisitDueProcessor implements OutboxHandler {
  readonly kinds = ['early-signal.visit-planned'];

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    const { caseId, visitOn } = payload;
    if (!isId(caseId) || !isLocalDate(visitOn)) return;
    const [visit] = await tx.query<{ visitorId: string }>(PLANNED, [caseId, visitOn]);
    if (!visit) return;
    await this.inbox.notify(tx, { userId: visit.visitorId, kind: 'home-visit-due', link: `/wachtlijst/signalen/${caseId}`, cause: `home-visit-due:${caseId}:${visitOn}` });
  }
}
