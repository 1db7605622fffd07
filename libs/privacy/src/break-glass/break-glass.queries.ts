import { Injectable } from '@nestjs/common';
import { type Actor, isId } from '#kernel';
import { auditedList, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { type BreakGlassOutcome, type BreakGlassState, mayCloseBreakGlass, mayReviewBreakGlass } from '../domain/break-glass/index.js';
import { breakGlassNotFound } from './held-break-glass.js';

/** One use of break-glass, for who judges it: who, when and why; nothing of what stands in the dossier. */
export interface BreakGlassView {
  readonly id: string;
  readonly householdId: string;
  readonly caseNumber: string;
  readonly user: { id: string; name: string };
  readonly reason: string;
  readonly startedAt: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
  readonly state: BreakGlassState;
  readonly outcome: BreakGlassOutcome | null;
  readonly reviewNote: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly version: number;
  readonly allowedActions: string[];
}

type Row = Omit<BreakGlassView, 'allowedActions'> & { readonly municipalityId: string; readonly ofMyTeam: boolean };

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const STATE = `CASE WHEN b.reviewed_at IS NOT NULL THEN 'reviewed' WHEN b.ended_at IS NOT NULL OR b.ends_at <= now() THEN 'over' ELSE 'running' END`;
const VIEW = `b.id, b.household_id AS "householdId", b.case_number AS "caseNumber", json_build_object('id', u.id, 'name', u.name) AS "user", b.reason,
  ${iso('b.started_at')} AS "startedAt", ${iso('b.ends_at')} AS "endsAt", ${iso('b.ended_at')} AS "endedAt", ${STATE} AS state, b.outcome,
  b.review_note AS "reviewNote", r.name AS "reviewedBy", ${iso('b.reviewed_at')} AS "reviewedAt", b.version,
  b.municipality_id AS "municipalityId", access.of_my_team(b.household_id) AS "ofMyTeam"`;
const FROM = 'break_glass b JOIN app_user u ON u.id = b.user_id LEFT JOIN app_user r ON r.id = b.reviewed_by';

/** Each filter is a read of its own: one plan serves one condition. */
const list = (name: string, condition: string) => ({
  name: `break-glass-${name}`,
  text: auditedList('break-glass.listed', `SELECT ${VIEW} FROM ${FROM} WHERE b.municipality_id = $1 AND b.id < $2::uuid ${condition} ORDER BY b.id DESC LIMIT $3`, '$3'),
});
const LISTS = {
  all: list('all', ''),
  running: list('running', 'AND b.reviewed_at IS NULL AND b.ended_at IS NULL AND b.ends_at > now()'),
  over: list('over', 'AND b.reviewed_at IS NULL AND (b.ended_at IS NOT NULL OR b.ends_at <= now())'),
  reviewed: list('reviewed', 'AND b.reviewed_at IS NOT NULL'),
};
const MINE = {
  name: 'break-glass-mine',
  text: `SELECT ${VIEW} FROM ${FROM} WHERE b.user_id = $1 AND b.ends_at > now() AND b.ended_at IS NULL ORDER BY b.ends_at, b.id LIMIT 50`,
};
const ONE = {
  name: 'break-glass',
  text: `WITH seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT b.municipality_id, $2::uuid, $3::uuid, 'break-glass.read', 'break-glass', b.id, b.household_id, $4 FROM break_glass b WHERE b.id = $1)
    SELECT ${VIEW} FROM ${FROM} WHERE b.id = $1`,
};

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface BreakGlassPage {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: BreakGlassState;
}

@Injectable()
export class BreakGlassQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first: the municipality for the privacy officer, the own team's families for a team lead, and always one's own. */
  async list(actor: Actor, { limit, cursor, state }: BreakGlassPage): Promise<Page<BreakGlassView>> {
    const after = decodeCursor(cursor, [isId])?.[0] ?? NEWEST;
    const rows = await this.work.read<Row>(actor, LISTS[state ?? 'all'], [actor.municipalityId, after, limit + 1]);
    const page = toPage(rows, limit, (last) => [last.id]);
    return { ...page, items: page.items.map((row) => toView(row, actor)) };
  }

  /** What the actor has open now. */
  async mine(actor: Actor): Promise<BreakGlassView[]> {
    const rows = await this.work.read<Row>(actor, MINE, [actor.userId]);
    return rows.map((row) => toView(row, actor));
  }

  /** One, and that it was looked at is noted. Throws `not-found`. */
  async get(actor: Actor, id: string): Promise<BreakGlassView> {
    const [row] = await this.work.read<Row>(actor, ONE, [id, actor.userId, actor.organisationId, actor.requestId ?? null]);
    if (!row) throw breakGlassNotFound();
    return toView(row, actor);
  }
}

function toView({ municipalityId, ofMyTeam, ...view }: Row, actor: Actor): BreakGlassView {
  const glass = { userId: view.user.id, municipalityId, ofMyTeam };
  const close = view.state === 'running' && mayCloseBreakGlass(actor, glass).allowed;
  const review = view.state !== 'reviewed' && mayReviewBreakGlass(actor, glass).allowed;
  return { ...view, allowedActions: [...(close ? ['close'] : []), ...(review ? ['review'] : [])] };
}
