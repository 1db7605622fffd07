import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { HandoverLadder } from '#regie';
import { InboxService, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

/** The day of the talk has passed and nothing was handed over: both regisseurs hear it, and later the team lead. */
@Injectable()
export class HandoverDueProcessor implements OutboxHandler {
  readonly kinds = ['handover.due'];

  constructor(
    private readonly ladder: HandoverLadder,
    private readonly reminders: RemindersService,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    const id = payload['handoverId'] ?? '';
    const late = await this.ladder.climb(tx, id);
    if (!late) return;
    const { householdId, regisseurId, successorId, talkOn } = late;
    const link = `/gezinnen/${householdId}/overdracht`;
    if (late.rung === 'tell-team-lead') {
      for (const userId of late.teamLeads) await this.inbox.notify(tx, { userId, kind: 'handover-late', link, cause: `handover-late:${id}:${talkOn}` });
      return;
    }
    await this.reminders.remindNow(tx, { householdId, userId: regisseurId, kind: 'handover-due', subjectId: id, title: 'De overdracht wacht. Houd het gesprek of verzet het.', link });
    // Who is asked sees no dossier yet, so no reminder in it: a message is enough.
    await this.inbox.notify(tx, { userId: successorId, kind: 'handover-due', link, cause: `handover-due:${id}:${talkOn}` });
  }
}
