import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { BirthdaysService, familiesToReview, RecordsSweepService, whoHears } from '#privacy';
import { InboxService, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';
import { agreementsOf } from './record-ends.processor.js';

/** What the calendar brings to records: the daily sweep, a birthday, and an article of the catalogue that was switched off. */
@Injectable()
export class RecordsSweepProcessor implements OutboxHandler {
  readonly kinds = ['records.sweep', 'member.birthday', 'basis-rule.switched-off'];

  constructor(
    private readonly sweeps: RecordsSweepService,
    private readonly birthdays: BirthdaysService,
    private readonly reminders: RemindersService,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    if (kind === 'records.sweep') await this.sweeps.sweep(tx);
    else if (kind === 'member.birthday') await this.birthday(tx, payload['memberId'] ?? '', Number(payload['birthday']));
    else await this.ruleOff(tx, payload['code'] ?? '', payload['version'] ?? '');
  }

  private async birthday(tx: Transaction, memberId: string, age: number): Promise<void> {
    const news = await this.birthdays.raise(tx, memberId, age);
    if (!news) return;
    const { householdId, reviewId: subjectId, task: title } = news;
    for (const userId of await whoHears(tx, householdId)) {
      await this.reminders.remindNow(tx, { householdId, userId, kind: 'member-birthday', subjectId, title, link: agreementsOf(householdId) });
    }
  }

  private async ruleOff(tx: Transaction, code: string, version: string): Promise<void> {
    for (const householdId of await familiesToReview(tx, code)) {
      for (const userId of await whoHears(tx, householdId)) {
        await this.inbox.notify(tx, { userId, kind: 'basis-rule-off', link: agreementsOf(householdId), cause: `basis-rule-off:${code}:${version}:${householdId}` });
      }
    }
  }
}
