import { Injectable } from '@nestjs/common';
import { type Actor, isId } from '#kernel';
import { auditedList, Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';

export interface OwnMeeting {
  readonly id: string;
  readonly kind: 'coordination' | 'case-review';
  readonly plannedAt: string;
  readonly title: string;
  readonly state: string;
  readonly organisedBy: string;
  /** Of a case review none: nobody reads there whose it is. */
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string } | null;
}

export interface OwnMeetingsPage {
  readonly when: 'upcoming' | 'past';
  readonly limit: number;
  readonly cursor?: string;
}

const LIST = (past: boolean): string => {
  const [order, compare] = past ? ['DESC', '<'] : ['ASC', '>'];
  const page = (at: string, id: string): string => `${at} ${past ? '<' : '>='} $1::timestamptz AND (${at}, ${id}) ${compare} ($2::timestamptz, $3::uuid)`;
  return `SELECT * FROM (
    SELECT c.id, 'coordination' AS kind, c.planned_at AS "plannedAt", c.subject AS title, c.state, (SELECT u.name FROM app_user u WHERE u.id = c.organised_by) AS "organisedBy",
      (SELECT jsonb_build_object('id', h.id, 'caseNumber', h.case_number, 'name', h.name) FROM household h WHERE h.id = c.household_id) AS household
    FROM coordination_meeting c WHERE ${page('c.planned_at', 'c.id')}
      AND c.household_id IN (SELECT a.household_id FROM household_access a WHERE a.user_id = access.user_id() AND a.reason <> 'break-glass')
    UNION ALL
    SELECT r.id, 'case-review', r.planned_at, r.title, r.state, (SELECT u.name FROM app_user u WHERE u.id = r.organised_by), NULL
    FROM case_review r WHERE ${page('r.planned_at', 'r.id')}
      AND r.id IN (SELECT p.review_id FROM case_review_participant p WHERE p.user_id = access.user_id())) t
  ORDER BY "plannedAt" ${order}, id ${order} LIMIT $4`;
};

const READS = {
  upcoming: { name: 'own-meetings-upcoming', text: auditedList('meeting.own-listed', LIST(false), '$4') },
  past: { name: 'own-meetings-past', text: auditedList('meeting.own-listed', LIST(true), '$4') },
};
const START = { upcoming: ['-infinity', '00000000-0000-0000-0000-000000000000'], past: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] } as const;
const isMoment = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** The meetings of the families somebody works with, and the case reviews they take part in. */
@Injectable()
export class OwnMeetingsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { when, limit, cursor }: OwnMeetingsPage): Promise<Page<OwnMeeting>> {
    const [at, id] = decodeCursor(cursor, [isMoment, isId]) ?? START[when];
    const rows = await this.work.read<Omit<OwnMeeting, 'plannedAt'> & { plannedAt: Date }>(actor, READS[when], [this.clock.now(), at, id, limit + 1]);
    return toPage(rows.map((row) => ({ ...row, plannedAt: row.plannedAt.toISOString() })), limit, (last) => [last.plannedAt, last.id]);
  }
}
