import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateOf, type Role } from '#kernel';
import { Outbox, type Transaction } from '#platform';
import type { Notice } from '#reminders';
import { alarmDay, isDeadlineNear, rolesToWarn } from './domain/index.js';
import { FundRequest } from './fund-request.entity.js';

/** Eight or nine in the morning in Amsterdam: at the start of the working day. */
const morningOf = (day: LocalDate): Date => new Date(`${day}T07:00:00Z`);

const linkTo = (id: string): string => `/fonds/${id}`;

/** Who hears what about a request; notices carry a link and nothing else. */
@Injectable()
export class FundRequestNotices {
  constructor(private readonly outbox: Outbox) {}

  /** A row that rings ten working days before the deadline. A deadline that moves gets a second row; the first finds nothing to do. */
  async planAlarm(tx: Transaction, id: string, deadline: LocalDate): Promise<void> {
    await this.outbox.add(tx, {
      kind: 'fund-request.deadline-near',
      payload: { fundRequestId: id },
      runAt: morningOf(alarmDay(deadline)),
      dedupeKey: `fund-request.deadline-near:${id}:${deadline}`,
    });
  }

  /** The alarm rang: whom to tell, by the state of this moment. Empty when decided, or when the deadline moved away. */
  async deadlineNear(tx: Transaction, id: string): Promise<Notice[]> {
    const request = await this.find(tx, id);
    if (!request || !isDeadlineNear(request.state, request.decisionDeadline, localDateOf(tx.now))) return [];
    const users = await peopleFor(tx, request, rolesToWarn(request.state));
    return users.map((userId) => ({ userId, kind: 'fund-decision-due', link: linkTo(id), cause: `fund-request.deadline-near:${id}:${request.decisionDeadline}` }));
  }

  /** A request came in: the secretary starts. Empty when somebody already did. */
  async submitted(tx: Transaction, id: string): Promise<Notice[]> {
    const request = await this.find(tx, id);
    if (!request || request.state !== 'submitted') return [];
    const users = await peopleFor(tx, request, ['fund-secretary']);
    return users.map((userId) => ({ userId, kind: 'fund-request-submitted', link: linkTo(id), cause: `fund-request.submitted:${id}` }));
  }

  /** A decision was taken: the regisseur of this moment hears it. */
  async decided(tx: Transaction, id: string): Promise<Notice[]> {
    const request = await this.find(tx, id);
    if (!request) return [];
    const users = await peopleFor(tx, request, ['regisseur']);
    return users.map((userId) => ({ userId, kind: 'fund-request-decided', link: linkTo(id), cause: `fund-request.decided:${id}` }));
  }

  private find(tx: Transaction, id: string): Promise<FundRequest | null> {
    return tx.manager.findOne(FundRequest, { where: { id } });
  }
}

// The regisseur of the family, not every regisseur; and nobody who stepped aside.
const PEOPLE = `
  SELECT DISTINCT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id AND r.municipality_id = $1
  WHERE u.active AND r.role = ANY ($2::text[])
    AND (r.role <> 'regisseur' OR EXISTS (SELECT FROM household_access a
      WHERE a.user_id = u.id AND a.household_id = $3 AND a.reason IN ('regisseur', 'substitute')))
    AND NOT EXISTS (SELECT FROM fund_conflict k WHERE k.fund_request_id = $4 AND k.user_id = u.id)
  ORDER BY u.id`;

async function peopleFor(tx: Transaction, request: FundRequest, roles: readonly Role[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(PEOPLE, [request.municipalityId, roles, request.householdId, request.id]);
  return rows.map(({ id }) => id);
}
