import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { whoHears } from '#privacy';
import { EscalationLadder } from '#regie';
import { InboxService, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** What happens to a case by itself, and who was asked to decide. */
@Injectable()
export class CaseNewsProcessor implements OutboxHandler {
  readonly kinds = ['case.fell-back', 'escalation.raised', 'escalation.answered', 'escalation.ended', 'escalation.answer-due'];

  constructor(
    private readonly ladder: EscalationLadder,
    private readonly reminders: RemindersService,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    if (kind === 'case.fell-back') return this.fellBack(tx, payload['changeId'] ?? '');
    const id = payload['escalationId'] ?? '';
    const notices = kind === 'escalation.answer-due'
      ? await this.ladder.climb(tx, id, Number(payload['rung']))
      : await this.ladder.news(tx, id, kind.slice('escalation.'.length) as 'raised' | 'answered' | 'ended');
    for (const notice of notices) await this.inbox.notify(tx, notice);
  }

  /** Whose family it is finds it on the list of today, until it is done. */
  private async fellBack(tx: Transaction, changeId: string): Promise<void> {
    const [change] = await tx.query<{ householdId: string; still: boolean }>(
      `SELECT c.household_id AS "householdId", h.state = 'draft-plan' AS still FROM case_change c JOIN household h ON h.id = c.household_id WHERE c.id = $1`, [changeId]);
    if (!change?.still) return;
    const { householdId } = change;
    for (const userId of await whoHears(tx, householdId)) {
      await this.reminders.remindNow(tx, {
        householdId, userId, kind: 'case-fell-back', subjectId: changeId, title: 'Dit gezin is niet meer actief. Kijk wat er nodig is.', link: `/gezinnen/${householdId}/verloop`,
      });
    }
  }
}
