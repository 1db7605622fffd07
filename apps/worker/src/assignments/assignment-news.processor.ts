import { Injectable } from '@nestjs/common';
import type { OpenRow, Transaction } from '#platform';
import { InboxService } from '#reminders';
import type { OutboxHandler } from '../outbox/outbox-handler.js';

interface AssignmentRow {
  readonly householdId: string;
  readonly regisseurId: string;
  readonly proposedBy: string;
  readonly state: string;
}

/** Tells the regisseur about the proposal and the end, and the team lead about the answer. */
@Injectable()
export class AssignmentNewsProcessor implements OutboxHandler {
  readonly kinds = ['assignment.proposed', 'assignment.answered', 'assignment.ended'];

  constructor(private readonly inbox: InboxService) {}

  async handle(tx: Transaction, { kind, payload }: OpenRow): Promise<void> {
    const id = payload['assignmentId'] ?? '';
    const [row] = await tx.query<AssignmentRow>(
      `SELECT household_id AS "householdId", regisseur_id AS "regisseurId", proposed_by AS "proposedBy", state FROM regisseur_assignment WHERE id = $1`,
      [id],
    );
    if (!row) return;
    const link = `/gezinnen/${row.householdId}`;
    if (kind === 'assignment.ended') {
      // The dossier is closed for them now: the link leads to the families they still have.
      await this.inbox.notify(tx, { userId: row.regisseurId, kind: 'assignment-ended', link: '/gezinnen', cause: `assignment-ended:${id}` });
    } else if (row.state === 'proposed') {
      await this.inbox.notify(tx, { userId: row.regisseurId, kind: 'assignment-proposed', link, cause: `assignment-proposed:${id}` });
    } else if (row.state === 'declined') {
      await this.inbox.notify(tx, { userId: row.proposedBy, kind: 'assignment-declined', link: '/wachtlijst', cause: `assignment-answered:${id}` });
    } else if (row.state !== 'ended') {
      await this.inbox.notify(tx, { userId: row.proposedBy, kind: 'assignment-accepted', link, cause: `assignment-answered:${id}` });
    }
  }
}
