import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '#kernel';
import { FUND_DOMAINS, type FundDomain, fundNextStep, type FundRequestState } from '#fund';
import { Clock, UnitOfWork } from '#platform';
import type { TodayResponse } from './dto/today.response.js';
import { PrivacyDeskQueries } from './privacy-desk.queries.js';

/** Long lists have their own page; today shows where to begin. */
const MOST = 20;
const DAYS_AHEAD = 7;

/** A day ends at midnight here, whatever the clock of the server says; `$4` is today. */
const midnightAfter = (days: number): string => `(($4::date + ${days + 1})::timestamp AT TIME ZONE 'Europe/Amsterdam')`;

// Each part is one index range scan; row-level security decides what is in it. $1 user, $2 municipality, $3 organisation,
// $4 today, $5 states of fund requests that wait for this actor, $6 partner worker?, $7 sees a waiting list?, $8 teams.
const TODAY = {
  name: 'today',
  text: `WITH today AS MATERIALIZED (SELECT
    (SELECT coalesce(jsonb_agg(to_jsonb(p) - 'rank' ORDER BY p.rank, p."proposedAt"), '[]') FROM (
       SELECT h.urgency_rank AS rank, h.id AS "householdId", h.name AS "householdName", h.case_number AS "caseNumber", h.urgency, a.id AS "assignmentId",
              a.version AS "assignmentVersion", u.name AS "proposedBy", a.proposed_at AS "proposedAt"
       FROM regisseur_assignment a JOIN household h ON h.id = a.household_id JOIN app_user u ON u.id = a.proposed_by
       WHERE a.regisseur_id = $1 AND a.state = 'proposed' ORDER BY h.urgency_rank, a.proposed_at LIMIT ${MOST}) p) AS proposals,
    (SELECT coalesce(jsonb_agg(e ORDER BY e."answerBy"), '[]') FROM (
       SELECT e.id AS "escalationId", h.id AS "householdId", h.name AS "householdName", e.asked, e.answer_by AS "answerBy", e.answer_by < $4::date AS late
       FROM escalation e JOIN household h ON h.id = e.household_id
       WHERE access.has_role('team-lead') AND e.state = 'open' AND e.municipality_id = $2 AND h.team_id = ANY ($8::uuid[])
       ORDER BY e.answer_by LIMIT ${MOST}) e) AS escalations,
    (SELECT coalesce(jsonb_agg(v ORDER BY v."talkOn"), '[]') FROM (
       SELECT v.id AS "handoverId", v.household_id AS "householdId", h.name AS "householdName", v.state, v.talk_on AS "talkOn", v.talk_on < $4::date AS late
       FROM handover v LEFT JOIN household h ON h.id = v.household_id
       WHERE v.state IN ('proposed', 'accepted', 'talk-held', 'confirmed-by-one') AND v.municipality_id = $2 AND (
         (v.successor_id = $1 AND v.state <> 'accepted' AND v.successor_confirmed_by IS NULL)
         OR (v.regisseur_id = $1 AND v.state <> 'proposed' AND v.regisseur_confirmed_by IS NULL))
       ORDER BY v.talk_on LIMIT ${MOST}) v) AS handovers,
    (SELECT coalesce(jsonb_agg(r ORDER BY r."answerBy"), '[]') FROM (
       SELECT f.id AS "referralId", f.case_number AS "caseNumber", o.name AS "fromOrganisation", t.name AS "toOrganisation", f.question,
              f.state, f.threatening, coalesce(CASE WHEN f.state = 'requested' THEN f.answer_by ELSE f.meeting_by END, f.answer_by) AS "answerBy",
              CASE WHEN f.state = 'requested' THEN f.answer_by ELSE f.meeting_by END < $4::date AS late
       FROM referral f JOIN organisation o ON o.id = f.from_organisation_id JOIN organisation t ON t.id = f.to_organisation_id
       WHERE $6 AND f.to_organisation_id = $3 AND f.municipality_id = $2 AND f.state IN ('requested', 'accepted')
       ORDER BY f.answer_by LIMIT ${MOST}) r) AS "referralsToAnswer",
    (SELECT coalesce(jsonb_agg(r ORDER BY r."answerBy"), '[]') FROM (
       SELECT f.id AS "referralId", f.case_number AS "caseNumber", o.name AS "fromOrganisation", t.name AS "toOrganisation", f.question,
              f.state, f.threatening, CASE WHEN f.state = 'requested' THEN f.answer_by ELSE f.meeting_by END AS "answerBy", true AS late
       FROM referral f JOIN organisation o ON o.id = f.from_organisation_id JOIN organisation t ON t.id = f.to_organisation_id
       WHERE f.regisseur_id = $1 AND ((f.state = 'requested' AND f.answer_by < $4::date) OR (f.state = 'accepted' AND f.meeting_by < $4::date))
       ORDER BY f.answer_by LIMIT ${MOST}) r) AS "referralsLate",
    (SELECT coalesce(jsonb_agg(m ORDER BY m."dueAt"), '[]') FROM (
       SELECT r.id, r.household_id AS "householdId", h.name AS "householdName", r.title, r.due_at AS "dueAt", r.state, r.origin, r.version
       FROM reminder r LEFT JOIN household h ON h.id = r.household_id
       WHERE r.user_id = $1 AND r.municipality_id = $2 AND r.state IN ('fired', 'scheduled') AND r.due_at < ${midnightAfter(0)}
       ORDER BY r.due_at LIMIT ${MOST}) m) AS reminders,
    (SELECT coalesce(jsonb_agg(m ORDER BY m."dueAt"), '[]') FROM (
       SELECT r.id, r.household_id AS "householdId", h.name AS "householdName", r.title, r.due_at AS "dueAt", r.state, r.origin, r.version
       FROM reminder r LEFT JOIN household h ON h.id = r.household_id
       WHERE r.user_id = $1 AND r.municipality_id = $2 AND r.state = 'scheduled' AND r.due_at >= ${midnightAfter(0)} AND r.due_at < ${midnightAfter(DAYS_AHEAD)}
       ORDER BY r.due_at LIMIT ${MOST}) m) AS ahead,
    (SELECT coalesce(jsonb_agg(q ORDER BY q."decisionDeadline"), '[]') FROM (
       SELECT f.id, f.case_number AS "caseNumber", f.domain, f.state, f.decision_deadline AS "decisionDeadline"
       FROM fund_request f WHERE f.municipality_id = $2 AND f.state = ANY ($5) ORDER BY f.decision_deadline LIMIT ${MOST}) q) AS "fundRequests",
    (SELECT coalesce(jsonb_agg(i ORDER BY i."createdAt" DESC), '[]') FROM (
       SELECT i.id, i.kind, i.text, i.link, i.created_at AS "createdAt", i.read_at AS "readAt" FROM inbox_item i
       WHERE i.user_id = $1 AND i.municipality_id = $2 AND i.read_at IS NULL ORDER BY i.created_at DESC LIMIT 5) i) AS inbox,
    (SELECT CASE WHEN $7 THEN jsonb_build_object('count', count(*), 'urgentCount', count(*) FILTER (WHERE h.urgency = 'spoed'),
              'longestDays', coalesce($4::date - min(h.waiting_since), 0)) END
       FROM household h WHERE $7 AND h.municipality_id = $2 AND h.team_id = ANY ($8::uuid[]) AND h.state = 'waiting-list') AS "waitingList"),
  seen AS (
    INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, details)
    SELECT $2, $1, $3, 'today.read', 'list', jsonb_build_object('count', n) FROM today, LATERAL (SELECT jsonb_array_length(proposals) + jsonb_array_length(handovers) + jsonb_array_length(escalations)
      + jsonb_array_length("referralsToAnswer") + jsonb_array_length("referralsLate") + jsonb_array_length(reminders) + jsonb_array_length(ahead) + jsonb_array_length("fundRequests")) AS shown (n)
    WHERE n > 0)
  SELECT * FROM today`,
};

/** Whose turn is it? The states in which a request waits for this role. */
function waitingFor(actor: Actor): FundRequestState[] {
  return [
    ...(hasRole(actor, 'fund-secretary') ? (['submitted', 'under-review'] as const) : []),
    ...(hasRole(actor, 'committee-member') ? (['on-agenda'] as const) : []),
    ...(hasRole(actor, 'regisseur') ? (['incomplete'] as const) : []),
    ...(hasRole(actor, 'decision-maker') ? (['committee-advice'] as const) : []),
  ];
}

/** Everything that needs this person today, in one round trip. */
@Injectable()
export class TodayQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly privacyDesk: PrivacyDeskQueries,
  ) {}

  async getToday(actor: Actor): Promise<TodayResponse> {
    const today = this.clock.today();
    const values = [
      actor.userId, actor.municipalityId, actor.organisationId, today, waitingFor(actor),
      hasRole(actor, 'partner-worker'), hasRole(actor, 'team-lead', 'case-worker'), actor.teamIds,
    ];
    const [[row], privacy] = await Promise.all([
      this.work.read<TodayRow>(actor, TODAY, values),
      hasRole(actor, 'privacy-officer', 'team-lead') ? this.privacyDesk.list(actor, today) : [],
    ]);
    if (!row) throw new Error('today answered no row');
    return { ...row, privacy, fundRequests: row.fundRequests.map(toFundTask) };
  }
}

type TodayRow = Omit<TodayResponse, 'fundRequests' | 'privacy'> & { fundRequests: FundTaskRow[] };

interface FundTaskRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly domain: FundDomain;
  readonly state: FundRequestState;
  readonly decisionDeadline: string | null;
}

const toFundTask = (row: FundTaskRow): TodayResponse['fundRequests'][number] => ({
  id: row.id,
  caseNumber: row.caseNumber,
  title: `${FUND_DOMAINS[row.domain]} – ${row.caseNumber}`,
  state: row.state,
  decisionDeadline: row.decisionDeadline,
  nextStep: fundNextStep(row.state).text,
});
