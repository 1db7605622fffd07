import type { HouseholdFacts, HouseholdState } from '#households';
import type { AftercareView, CaseView, EscalationView } from './case.view.js';

/** A case as the database hands it over: nothing in it that this reader may not see. */
export interface CaseRow extends Pick<CaseView, 'version' | 'period' | 'reportedOn' | 'regisseur' | 'changes' | 'closures' | 'openReferrals' | 'openFundRequests' | 'goals'> {
  readonly head: { id: string; caseNumber: string; name: string; state: HouseholdState };
  readonly teamId: string;
  readonly reasons: string[];
  readonly facts: Partial<HouseholdFacts> | null;
  readonly settings: unknown;
  readonly escalations: readonly Omit<EscalationView, 'late' | 'allowedActions'>[];
  readonly aftercare: readonly AftercareView[];
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const nameOf = (column: string): string => `(SELECT u.name FROM app_user u WHERE u.id = ${column})`;
const list = (select: string): string => `coalesce((${select}), '[]'::json)`;

// As in the dossier: row-level security decides which rows, this decides whether there is anything to look at here.
const VIEW = `CASE
  WHEN m.reasons IS NOT NULL THEN 'involved'
  WHEN access.has_role('team-lead') AND h.team_id = ANY (access.teams()) THEN CASE h.state WHEN 'scaled-up' THEN 'scaled-up' ELSE 'head' END
  WHEN access.has_role('case-worker') AND h.team_id = ANY (access.teams()) AND h.state IN ('reported', 'safety-check', 'waiting-list') THEN 'head'
END`;

// Why somebody moved is content; that it moved is not.
const content = (column: string): string => `CASE WHEN d.view <> 'head' OR c.by_user_id = $2 THEN ${column} END`;

const CHANGES = `SELECT json_agg(json_build_object('id', c.id, 'period', c.period, 'at', ${iso('c.at')}, 'from', c.from_state, 'to', c.to_state,
    'by', coalesce(${nameOf('c.by_user_id')}, 'Naast'), 'reason', ${content('c.reason')}, 'otherParty', ${content('c.other_party')}, 'contactOn', ${content('c.contact_on')})
    ORDER BY c.id DESC) FROM case_change c WHERE c.household_id = d.id`;

const DECISIONS = `SELECT json_agg(json_build_object('id', o.id, 'decided', o.decided, 'against', o.against, 'refusal', o.refusal, 'legalRoom', o.legal_room,
    'decidedBy', ${nameOf('o.decided_by')}, 'decidedAt', ${iso('o.decided_at')}) ORDER BY o.decided_at, o.id) FROM overriding_decision o WHERE o.escalation_id = e.id`;

const ESCALATIONS = `SELECT json_agg(json_build_object('id', e.id, 'reason', e.reason, 'tried', e.tried, 'asked', e.asked, 'answerBy', e.answer_by,
    'raisedBy', ${nameOf('e.raised_by')}, 'raisedAt', ${iso('e.raised_at')}, 'state', e.state, 'answer', e.answer, 'answeredBy', ${nameOf('e.answered_by')},
    'answeredAt', ${iso('e.answered_at')}, 'outcome', e.outcome, 'endedBy', ${nameOf('e.ended_by')}, 'endedAt', ${iso('e.ended_at')}, 'version', e.version,
    'overridingDecisions', ${list(DECISIONS)}) ORDER BY e.raised_at DESC, e.id DESC) FROM escalation e WHERE e.household_id = d.id`;

const AFTERCARE = `SELECT json_agg(json_build_object('id', c.id, 'period', c.period, 'months', c.months, 'plannedOn', c.planned_on, 'nextAttemptOn', c.next_attempt_on,
    'attempts', c.attempts, 'state', c.state, 'heldOn', c.held_on, 'going', c.going, 'words', c.words, 'version', c.version) ORDER BY c.period DESC, c.months)
  FROM aftercare_contact c WHERE c.household_id = d.id`;

const CLOSURES = `SELECT json_agg(json_build_object('period', c.period, 'goalsReached', c.goals_reached, 'goalsDropped', c.goals_dropped, 'planEvaluation', c.plan_evaluation,
    'familyWords', c.family_words, 'familyJudgement', c.family_judgement, 'madeTheDifference', c.made_the_difference, 'agreed', c.agreed,
    'closedBy', ${nameOf('c.closed_by')}, 'closedAt', ${iso('c.closed_at')}) ORDER BY c.period DESC) FROM case_closure c WHERE c.household_id = d.id`;

const REFERRALS = `SELECT json_agg(json_build_object('id', r.id, 'partnerName', o.name, 'state', r.state) ORDER BY r.id)
  FROM referral r JOIN organisation o ON o.id = r.to_organisation_id WHERE r.household_id = d.id AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')`;

const FUND_REQUESTS = `SELECT json_agg(json_build_object('id', f.id, 'state', f.state) ORDER BY f.id) FROM fund_request f
  WHERE f.household_id = d.id AND f.state NOT IN ('draft', 'refused', 'not-considered', 'withdrawn', 'paid', 'evaluated', 'closed')`;

const GOALS = `SELECT json_agg(json_build_object('words', g.words, 'state', g.state, 'stateReason', g.state_reason) ORDER BY g.position) FROM plan_goal g WHERE g.household_id = d.id`;

export const CASE = {
  name: 'household-case',
  text: `WITH m AS (SELECT array_agg(reason) AS reasons FROM household_access WHERE household_id = $1 AND user_id = $2),
    looked AS (SELECT h.*, m.reasons, ${VIEW} AS view FROM household h CROSS JOIN m WHERE h.id = $1),
    d AS (SELECT * FROM looked WHERE view IS NOT NULL),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT d.municipality_id, $2, $3, 'case.read', 'household', d.id, d.id, jsonb_build_object('view', d.view), $4 FROM d)
    SELECT json_build_object('id', d.id, 'caseNumber', d.case_number, 'name', d.name, 'state', d.state) AS head, d.version, d.team_id AS "teamId",
      d.reported_on AS "reportedOn", coalesce(d.reasons, '{}') AS reasons, access.case_period(d.id) AS period, access.case_facts(d.id, $5::date) AS facts,
      (SELECT y.settings FROM municipality y WHERE y.id = d.municipality_id) AS settings,
      (SELECT json_build_object('id', u.id, 'name', u.name) FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id
        WHERE a.household_id = d.id AND a.state IN ('active', 'handover-planned')) AS regisseur,
      ${list(CHANGES)} AS changes, ${list(ESCALATIONS)} AS escalations, ${list(AFTERCARE)} AS aftercare, ${list(CLOSURES)} AS closures,
      ${list(REFERRALS)} AS "openReferrals", ${list(FUND_REQUESTS)} AS "openFundRequests", ${list(GOALS)} AS goals
    FROM d`,
};
