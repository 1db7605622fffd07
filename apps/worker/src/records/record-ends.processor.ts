import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { RecordEndingsService, type RecordNews, whoHears } from '#privacy';
import { ReferralStopsService } from '#referrals';
import { InboxService, type NotificationKind, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

const KINDS = { 'legal-basis': { expired: 'basis-expired', expiring: 'basis-expiring' }, 'secrecy-release': { expired: 'secrecy-release-expired', expiring: 'secrecy-release-expiring' } } as const;
const TITLES = { 'legal-basis': 'Een grondslag om gegevens te delen verloopt over 30 dagen of eerder. Vernieuw haar of laat haar aflopen.', 'secrecy-release': 'Een ja tegen het beroepsgeheim verloopt over 30 dagen of eerder.' } as const;

/** The period of a record is over, or nearly: what leans on it stops, and whose family it is hears it. */
@Injectable()
export class RecordEndsProcessor implements OutboxHandler {
  readonly kinds = ['legal-basis.expire', 'legal-basis.expiring', 'secrecy-release.expire', 'secrecy-release.expiring'];

  constructor(
    private readonly endings: RecordEndingsService,
    private readonly stops: ReferralStopsService,
    private readonly reminders: RemindersService,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const record = kind.startsWith('legal-basis') ? 'legal-basis' : 'secrecy-release';
    const id = payload['recordId'] ?? '';
    if (kind.endsWith('.expire')) {
      const news = await this.endings.expire(tx, record, id, this.stops.stopWithoutBasis);
      if (!news) return;
      await this.reminders.dropAbout(tx, id, KINDS[record].expiring);
      return this.tell(tx, news, KINDS[record].expired);
    }
    const soon = await this.endings.expiring(tx, record, id);
    if (soon) await this.remind(tx, soon, KINDS[record].expiring, TITLES[record]);
  }

  private async remind(tx: Transaction, { householdId, recordId }: RecordNews, kind: NotificationKind, title: string): Promise<void> {
    for (const userId of await whoHears(tx, householdId)) {
      await this.reminders.remindNow(tx, { householdId, userId, kind, subjectId: recordId, title, link: agreementsOf(householdId) });
    }
  }

  private async tell(tx: Transaction, { householdId, recordId }: RecordNews, kind: NotificationKind): Promise<void> {
    for (const userId of await whoHears(tx, householdId)) await this.inbox.notify(tx, { userId, kind, link: agreementsOf(householdId), cause: `${kind}:${recordId}` });
  }
}

export const agreementsOf = (householdId: string): string => `/gezinnen/${householdId}/toestemming`;
