import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { whoHears } from '#privacy';
import { Turning18Service } from '#regie';
import { RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

const TITLE = 'Een gezinslid wordt bijna 18. Bekijk wat er geregeld moet worden.';

/** Who turns 18 soon: the checklist is proposed, and whose family it is hears of it. */
@Injectable()
export class LifeEventsProcessor implements OutboxHandler {
  readonly kinds = ['life-events.sweep', 'member.nearly-18'];

  constructor(
    private readonly turning18: Turning18Service,
    private readonly reminders: RemindersService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    if (kind === 'life-events.sweep') {
      await this.turning18.sweep(tx);
      return;
    }
    const event = await this.turning18.propose(tx, payload['memberId'] ?? '');
    if (!event) return;
    const { id: subjectId, householdId } = event;
    for (const userId of await whoHears(tx, householdId)) {
      await this.reminders.remindNow(tx, { householdId, userId, kind: 'life-event-proposed', subjectId, title: TITLE, link: `/gezinnen/${householdId}/gebeurtenissen` });
    }
  }
}
