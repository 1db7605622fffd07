import { Injectable } from '@nestjs/common';
import { buddyEnds, buddySettings, type NetworkAgreement, type NetworkKind } from '#households';
import { type LocalDate, localDateOf } from '#kernel';
import type { OpenRow, Transaction } from '#platform';
import { remindAt } from '#privacy';
import { InboxService, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

interface NetworkRow {
  readonly householdId: string;
  readonly kind: NetworkKind;
  readonly agreement: NetworkAgreement;
  readonly since: LocalDate;
  readonly until: LocalDate | null;
  readonly backupUserId: string | null;
  readonly regisseurId: string | null;
  readonly settings: unknown;
}

const ROW = `SELECT n.household_id AS "householdId", n.kind, n.agreement, n.since, n.until, n.backup_user_id AS "backupUserId", m.settings,
    (SELECT r.regisseur_id FROM regisseur_assignment r WHERE r.household_id = n.household_id AND r.state IN ('active', 'handover-planned')) AS "regisseurId"
  FROM network_person n JOIN municipality m ON m.id = n.municipality_id WHERE n.id = $1`;

/** Tells a colleague that a buddy can fall back on them, and the regisseur when the buddy year and its aftercare are over. */
@Injectable()
export class NetworkNewsProcessor implements OutboxHandler {
  readonly kinds = ['network.added', 'network.changed'];

  constructor(
    private readonly inbox: InboxService,
    private readonly reminders: RemindersService,
  ) {}

  async handle(tx: Transaction, { payload }: OpenRow): Promise<void> {
    const id = payload['networkId'] ?? '';
    const [row] = await tx.query<NetworkRow>(ROW, [id]);
    if (!row) return;
    const over = row.until !== null && row.until <= localDateOf(tx.now);
    if (row.backupUserId && !over) {
      // The page of their own: being a backup is no reason to be in the dossier.
      await this.inbox.notify(tx, { userId: row.backupUserId, kind: 'network-backup', link: '/achterwacht', cause: `network-backup:${id}:${row.backupUserId}` });
    }
    await this.setEnds(tx, id, row);
  }

  /** Set anew with every change; a moment that is over is not called again. */
  private async setEnds(tx: Transaction, id: string, { kind, agreement, since, until, regisseurId, householdId, settings }: NetworkRow): Promise<void> {
    await this.reminders.dropAbout(tx, id, 'buddy-ends');
    if (kind !== 'buddy' || agreement !== 'yes' || !regisseurId) return;
    const ends = buddyEnds(since, buddySettings(settings)).filter(({ on }) => remindAt(on) > tx.now && (until === null || on <= until));
    for (const { on, title } of ends) {
      await this.reminders.remindLater(tx, { householdId, userId: regisseurId, kind: 'buddy-ends', subjectId: id, title, dueAt: remindAt(on) });
    }
  }
}
