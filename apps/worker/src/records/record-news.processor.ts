import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { basisNews, familyOf, RecordEndingsService, whoHears } from '#privacy';
import { ReferralStopsService } from '#referrals';
import { InboxService, type NotificationKind, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';
import { agreementsOf } from './record-ends.processor.js';

/** Somebody ended or renewed a record: its reminder has no meaning any more, and who did not do it hears of it. */
@Injectable()
export class RecordNewsProcessor implements OutboxHandler {
  readonly kinds = [
    'legal-basis.withdrawn', 'legal-basis.withdrawn-on-request', 'legal-basis.renewed', 'secrecy-release.withdrawn', 'secrecy-release.withdrawn-on-request',
    'help-agreement.withdrawn', 'help-agreement.withdrawn-on-request',
  ];

  constructor(
    private readonly endings: RecordEndingsService,
    private readonly stops: ReferralStopsService,
    private readonly reminders: RemindersService,
    private readonly inbox: InboxService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const id = payload['recordId'] ?? payload['basisId'] ?? '';
    if (kind.startsWith('legal-basis')) return this.ofBasis(tx, kind, id);
    const release = kind.startsWith('secrecy-release');
    if (release) await this.reminders.dropAbout(tx, id, 'secrecy-release-expiring');
    if (kind === 'secrecy-release.withdrawn-on-request') await this.endings.stopAfterRequest(tx, 'secrecy-release', id, this.stops.stopWithoutBasis);
    await this.tell(tx, await familyOf(tx, release ? 'secrecy_release' : 'help_agreement', id), release ? 'secrecy-release-withdrawn' : 'help-agreement-withdrawn', id);
  }

  private async ofBasis(tx: Transaction, kind: string, id: string): Promise<void> {
    await this.reminders.dropAbout(tx, id, 'basis-expiring');
    if (kind === 'legal-basis.renewed') return;
    if (kind === 'legal-basis.withdrawn-on-request') await this.endings.stopAfterRequest(tx, 'legal-basis', id, this.stops.stopWithoutBasis);
    for (const notice of await basisNews(tx, id)) await this.inbox.notify(tx, notice);
  }

  private async tell(tx: Transaction, householdId: string | null, kind: NotificationKind, id: string): Promise<void> {
    if (!householdId) return;
    for (const userId of await whoHears(tx, householdId)) await this.inbox.notify(tx, { userId, kind, link: agreementsOf(householdId), cause: `${kind}:${id}` });
  }
}
