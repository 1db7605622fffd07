import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateOf, type Role } from '#kernel';
import { Outbox, type Transaction } from '#platform';
import type { NotificationKind, Notice } from '#reminders';
import { alarmDay, type FundRequestState, isDeadlineNear, rolesToWarn } from './domain/index.js';
import { FundRequest } from './fund-request.entity.js';

/** Eight or nine in the morning in Amsterdam: at the start of the working day. */
const morningOf = (day: LocalDate): Date => new Date(`${day}T07:00:00Z`);

interface News {
  readonly kind: NotificationKind;
  readonly to: readonly Role[];
  /** Only while the request still is there; a job that comes late tells nothing old. */
  readonly during?: readonly FundRequestState[];
  /** What makes a second time news again; without it people hear it once. */
  readonly again?: (request: FundRequest) => string | number | null;
}

/** By the kind of the outbox row. */
export const FUND_NEWS = {
  'fund-request.submitted': { kind: 'fund-request-submitted', to: ['fund-secretary'], during: ['submitted'] },
  'fund-request.incomplete': { kind: 'fund-request-incomplete', to: ['regisseur'], during: ['incomplete'], again: ({ version }) => version },
  'fund-request.supplemented': { kind: 'fund-request-supplemented', to: ['fund-secretary'], during: ['completeness-check'], again: ({ version }) => version },
  'fund-request.on-agenda': { kind: 'fund-request-on-agenda', to: ['committee-member'], during: ['on-agenda'], again: ({ meetingOn }) => meetingOn },
  'fund-request.advised': { kind: 'fund-request-advised', to: ['decision-maker'], during: ['committee-advice'] },
  'fund-request.decided': { kind: 'fund-request-decided', to: ['regisseur'] },
} satisfies Record<string, News>;
export type FundNews = keyof typeof FUND_NEWS;

/** Who hears what about a request, by the state of this moment; notices carry a link and nothing else. */
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

  /** The alarm rang: the secretary, and whose turn it is. Empty when decided, or when the deadline moved away. */
  async deadlineNear(tx: Transaction, id: string): Promise<Notice[]> {
    const request = await tx.manager.findOne(FundRequest, { where: { id } });
    if (!request || !isDeadlineNear(request.state, request.decisionDeadline, localDateOf(tx.now))) return [];
    return noticesFor(tx, request, 'fund-decision-due', rolesToWarn(request.state), `fund-request.deadline-near:${id}:${request.decisionDeadline}`);
  }

  /** Something happened, as its outbox row says: who should know, if it still is so. */
  async news(tx: Transaction, what: FundNews, id: string): Promise<Notice[]> {
    const { kind, to, during, again }: News = FUND_NEWS[what];
    const request = await tx.manager.findOne(FundRequest, { where: { id } });
    if (!request || (during && !during.includes(request.state))) return [];
    return noticesFor(tx, request, kind, to, `${what}:${id}${again ? `:${again(request)}` : ''}`);
  }
}

// The regisseur of the family, not every regisseur; and nobody who stepped aside.
const PEOPLE = `
  SELECT DISTINCT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id AND r.municipality_id = $1
  WHERE u.active AND r.role = ANY ($2::text[])
    AND (r.role <> 'regisseur' OR EXISTS (SELECT FROM household_access a
      WHERE a.user_id = u.id AND a.household_id = $3 AND a.reason IN ('regisseur', 'substitute')
        AND a.since <= now() AND (a.until IS NULL OR a.until > now())))
    AND NOT EXISTS (SELECT FROM fund_conflict k WHERE k.fund_request_id = $4 AND k.user_id = u.id)
  ORDER BY u.id`;

async function noticesFor(tx: Transaction, request: FundRequest, kind: NotificationKind, to: readonly Role[], cause: string): Promise<Notice[]> {
  const people = await tx.query<{ id: string }>(PEOPLE, [request.municipalityId, to, request.householdId, request.id]);
  return people.map(({ id: userId }) => ({ userId, kind, link: `/fonds/${request.id}`, cause }));
}
