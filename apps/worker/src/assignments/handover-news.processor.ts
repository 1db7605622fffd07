import { Injectable } from '@nestjs/common';
import { localDateOf } from '#kernel';
import type { OpenRow, Transaction } from '#platform';
import { remindAt } from '#privacy';
import { handoverSettings, type HandoverState, urgentTalkBy } from '#regie';
import { InboxService, type NotificationKind, RemindersService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

interface HandoverRow {
  readonly householdId: string;
  readonly regisseurId: string;
  readonly successorId: string;
  readonly plannedBy: string;
  readonly endedBy: string | null;
  readonly recordedBy: string | null;
  readonly state: HandoverState;
  readonly talkIsOwed: boolean;
  readonly settings: unknown;
}

const READ = `SELECT v.household_id AS "householdId", v.regisseur_id AS "regisseurId", v.successor_id AS "successorId", v.planned_by AS "plannedBy", v.ended_by AS "endedBy",
    v.talk_recorded_by AS "recordedBy", v.state, v.urgent_by IS NOT NULL AND v.talk_held_on IS NULL AS "talkIsOwed",
    (SELECT settings FROM municipality WHERE id = v.municipality_id) AS settings
  FROM handover v WHERE v.id = $1`;

/** Tells who did not do it themselves; nothing about the family. What is no longer true is not told. */
@Injectable()
export class HandoverNewsProcessor implements OutboxHandler {
  readonly kinds = ['handover.planned', 'handover.answered', 'handover.talk-moved', 'handover.talk-held', 'handover.confirmed', 'handover.cancelled', 'handover.done'];

  constructor(
    private readonly inbox: InboxService,
    private readonly reminders: RemindersService,
  ) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const id = payload['handoverId'] ?? '';
    const [row] = await tx.query<HandoverRow>(READ, [id]);
    if (!row) return;
    if (kind === 'handover.talk-moved' || ['done', 'cancelled', 'declined'].includes(row.state)) await this.reminders.dropAbout(tx, id, 'handover-due');
    for (const { userId, kind: notice, link } of newsOf(kind, row)) await this.inbox.notify(tx, { userId, kind: notice, link, cause: `${notice}:${id}` });
    if (kind === 'handover.done' && row.talkIsOwed) await this.oweTheTalk(tx, id, row);
  }

  /** It could not wait, and the family is still owed the talk: it stands in the list of the new regisseur. */
  private async oweTheTalk(tx: Transaction, id: string, { householdId, successorId, settings }: HandoverRow): Promise<void> {
    const dueAt = remindAt(urgentTalkBy(localDateOf(tx.now), handoverSettings(settings)));
    const title = 'Voer het gesprek over de overdracht alsnog. De overdracht was met spoed.';
    await this.reminders.remindLater(tx, { householdId, userId: successorId, kind: 'handover-talk-due', subjectId: id, title, dueAt });
  }
}

interface News {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly link: string;
}

function newsOf(kind: string, row: HandoverRow): News[] {
  const page = `/gezinnen/${row.householdId}/overdracht`;
  const to = (people: readonly (string | null)[], notice: NotificationKind, link = page): News[] =>
    [...new Set(people)].filter((userId): userId is string => userId !== null).map((userId) => ({ userId, kind: notice, link }));
  const except = (people: readonly string[], who: string | null): string[] => people.filter((userId) => userId !== who);
  switch (row.state) {
    case 'proposed': return kind === 'handover.planned' ? to([row.successorId, ...except([row.regisseurId], row.plannedBy)], 'handover-planned') : [];
    case 'accepted': return to([row.regisseurId, row.plannedBy], 'handover-accepted');
    case 'declined': return to([row.regisseurId, row.plannedBy], 'handover-declined');
    case 'talk-held': return to(except([row.successorId, row.regisseurId], row.recordedBy), 'handover-talk-held');
    case 'confirmed-by-one': return [];
    // Who was asked can't open the page any more; the old regisseur neither, after the switch.
    case 'cancelled': return [...to(except([row.successorId], row.endedBy), 'handover-cancelled', '/gezinnen'), ...to(except([row.regisseurId], row.endedBy), 'handover-cancelled')];
    case 'done': return kind === 'handover.done' ? [...to([row.successorId], 'handover-done', `/gezinnen/${row.householdId}`), ...to([row.regisseurId], 'handover-done', '/gezinnen')] : [];
  }
}
