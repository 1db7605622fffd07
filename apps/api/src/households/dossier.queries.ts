import { Injectable } from '@nestjs/common';
import { type Actor, type LocalDate } from '#kernel';
import { householdNotFound, type HouseholdState, type MemberRole, type Urgency } from '#households';
import { type AccessReason, BASIS_COLUMNS, type BasisRow } from '#privacy';
import { Clock, UnitOfWork } from '#platform';
import type { SharingFactsRow } from './sharing-facts-row.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DossierReferral {
  readonly id: string;
  readonly caseNumber: string;
  readonly householdId: string;
  readonly householdName: string;
  readonly toOrganisation: Named;
  readonly fromOrganisation: Named;
  readonly question: string;
  readonly threatening: boolean;
  readonly state: string;
  readonly requestedAt: string | null;
  readonly answerBy: LocalDate | null;
  readonly firstContactBy: LocalDate | null;
  readonly version: number;
}

export interface DossierMember {
  readonly id: string;
  readonly role: MemberRole;
  readonly firstName: string;
  readonly infix: string | null;
  readonly lastName: string;
  readonly birthDate: LocalDate;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hasBsn: boolean;
  readonly isRestricted: boolean;
  readonly version: number;
}

/** The household's own row, as far as the reader may see it. */
export interface DossierHead {
  readonly id: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly state: HouseholdState;
  readonly version: number;
  readonly urgency: Urgency;
  readonly urgencyReason: string | null;
  readonly reportedOn: LocalDate;
  readonly source: string;
  readonly memberCount: number;
  readonly childCount: number;
  readonly lifeDomains: string[];
  /** Why the reader may be here; `head` and `proposed` see no content. */
  readonly view: 'involved' | 'scaled-up' | 'head' | 'proposed';
}

/** A dossier as the database hands it over: nothing in it that this reader may not see. */
export interface DossierRow {
  readonly head: DossierHead;
  readonly teamId: string;
  readonly reasons: readonly AccessReason[];
  /** The reader's own window, while it is open. */
  readonly breakGlass: { readonly id: string; readonly endsAt: string } | null;
  readonly note: string | null;
  readonly address: object | null;
  readonly members: DossierMember[] | null;
  readonly assignments: {
    readonly regisseur: { assignmentId: string; id: string; name: string; since: string; version: number } | null;
    readonly proposal: { assignmentId: string; regisseur: Named; proposedAt: string; version: number } | null;
  };
  readonly legalBases: Omit<BasisRow, 'member'>[] | null;
  readonly referrals: DossierReferral[] | null;
  /** What the gate needs beside the bases; null for who sees no content. */
  readonly sharing: SharingFactsRow | null;
  readonly canvases: { id: string; updatedAt: string; version: number }[] | null;
  readonly fundRequests: { id: string; domain: string; amountCents: number; state: string; decisionDeadline: LocalDate | null }[] | null;
  readonly reminders: { id: string; householdId: string; householdName: string; title: string; note: string | null; dueAt: string; state: string; origin: string }[] | null;
  readonly timeline: { at: string; kind: string; text: string; by: string }[] | null;
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const named = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
/** A list of the dossier; read for those who may see the content, and not even looked up for others. */
const list = (select: string): string => `CASE WHEN d.view IN ('involved', 'scaled-up') THEN (${select}) END`;

// Row-level security decides which rows there are; `view` decides how much of the household's own row is shown, because a
// policy cannot hide a column. Nobody without a reason of their own gets past `view`, whatever other role shows them the row.
const VIEW = `CASE
  WHEN m.reasons IS NOT NULL THEN 'involved'
  WHEN access.has_role('team-lead') AND h.team_id = ANY (access.teams()) THEN CASE h.state WHEN 'scaled-up' THEN 'scaled-up' ELSE 'head' END
  WHEN access.has_role('regisseur') AND access.proposed_to_me(h.id) THEN 'proposed'
  WHEN access.has_role('case-worker') AND h.team_id = ANY (access.teams()) AND h.state IN ('reported', 'safety-check', 'waiting-list') THEN 'head'
END`;

// A protected address is for the regisseur, who stands in, and who comes in an emergency; others read that there is one.
const ADDRESS = `CASE
  WHEN d.protected_address AND NOT coalesce(d.reasons && ARRAY['regisseur', 'substitute', 'break-glass'], false) THEN '{"protected": true}'::json
  ELSE json_build_object('postcode', d.postcode, 'houseNumber', d.house_number, 'suffix', d.house_number_suffix, 'city', d.city,
    'neighbourhood', d.neighbourhood, 'protected', d.protected_address) END`;

const MEMBERS = `SELECT json_agg(json_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name,
    'birthDate', m.birth_date, 'phone', m.phone, 'email', m.email, 'hasBsn', m.has_bsn, 'isRestricted', m.restricted_since IS NOT NULL, 'version', m.version)
    ORDER BY array_position(ARRAY['main', 'partner', 'child', 'other'], m.role), m.birth_date, m.id)
  FROM household_member m WHERE m.household_id = d.id AND m.left_on IS NULL`;

// Both from one scan: the policies of a table stand in the plan as often as the table does.
const ASSIGNMENTS = `SELECT json_build_object(
    'regisseur', (array_agg(json_build_object('assignmentId', a.id, 'id', u.id, 'name', u.name, 'since', ${iso('a.active_since')}, 'version', a.version))
      FILTER (WHERE a.state <> 'proposed'))[1],
    'proposal', (array_agg(json_build_object('assignmentId', a.id, 'regisseur', ${named('u')}, 'proposedAt', ${iso('a.proposed_at')}, 'version', a.version))
      FILTER (WHERE a.state = 'proposed'))[1])
  FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id
  WHERE a.household_id = d.id AND a.state IN ('active', 'handover-planned', 'proposed')`;

// Without the names of members: those stand in the list of members already.
const BASES = `SELECT json_agg(json_build_object(${BASIS_COLUMNS}, 'fromOrganisation', ${named('bf')}, 'toOrganisation', ${named('bt')})
    ORDER BY b.state <> 'active', b.valid_until, b.id)
  FROM legal_basis b JOIN organisation bf ON bf.id = b.from_organisation_id JOIN organisation bt ON bt.id = b.to_organisation_id
  WHERE b.household_id = d.id`;

const REFERRALS = `SELECT json_agg(json_build_object('id', r.id, 'caseNumber', r.case_number, 'householdId', d.id, 'householdName', d.name,
    'toOrganisation', ${named('ot')}, 'fromOrganisation', ${named('of')}, 'question', r.question, 'threatening', r.threatening, 'state', r.state,
    'requestedAt', ${iso('r.requested_at')}, 'answerBy', r.answer_by, 'firstContactBy', r.meeting_by, 'version', r.version)
    ORDER BY r.state NOT IN ('draft', 'requested', 'accepted', 'in-progress', 'on-hold'), r.answer_by, r.id)
  FROM referral r JOIN organisation ot ON ot.id = r.to_organisation_id JOIN organisation of ON of.id = r.from_organisation_id WHERE r.household_id = d.id`;

const CANVASES = `SELECT json_agg(json_build_object('id', c.id, 'updatedAt', ${iso('c.updated_at')}, 'version', c.version) ORDER BY c.updated_at DESC, c.id)
  FROM canvas c WHERE c.household_id = d.id`;

const FUND_REQUESTS = `SELECT json_agg(json_build_object('id', f.id, 'domain', f.domain, 'amountCents', f.amount_cents, 'state', f.state,
    'decisionDeadline', f.decision_deadline) ORDER BY f.id DESC) FROM fund_request f WHERE f.household_id = d.id`;

const REMINDERS = `SELECT json_agg(json_build_object('id', r.id, 'householdId', d.id, 'householdName', d.name, 'title', r.title, 'note', r.note,
    'dueAt', ${iso('r.due_at')}, 'state', r.state, 'origin', r.origin) ORDER BY r.due_at, r.id)
  FROM reminder r WHERE r.household_id = d.id AND r.state = 'scheduled'`;

const TIMELINE = `SELECT json_agg(json_build_object('at', ${iso('e.at')}, 'kind', e.kind, 'text', e.text, 'by', coalesce(u.name, 'Naast')) ORDER BY e.at DESC, e.id DESC)
  FROM (SELECT * FROM household_event WHERE household_id = d.id ORDER BY at DESC, id DESC LIMIT 50) e LEFT JOIN app_user u ON u.id = e.by_user_id`;

const DOSSIER = {
  name: 'dossier',
  text: `WITH m AS (SELECT array_agg(reason) AS reasons,
        (array_agg(json_build_object('id', cause_id, 'endsAt', ${iso('until')}) ORDER BY until DESC) FILTER (WHERE reason = 'break-glass'))[1] AS break_glass
      FROM household_access WHERE household_id = $1 AND user_id = $2),
    looked AS (SELECT h.*, m.reasons, m.break_glass, ${VIEW} AS view FROM household h CROSS JOIN m WHERE h.id = $1),
    d AS (SELECT * FROM looked WHERE view IS NOT NULL),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT d.municipality_id, $2, $3, 'household.read', 'household', d.id, d.id, jsonb_build_object('view', d.view, 'reasons', coalesce(to_jsonb(d.reasons), '[]')), $4 FROM d)
    SELECT json_build_object('id', d.id, 'caseNumber', d.case_number, 'name', d.name, 'state', d.state, 'version', d.version,
        'urgency', d.urgency, 'urgencyReason', d.urgency_reason, 'reportedOn', d.reported_on, 'source', d.source,
        'memberCount', d.member_count, 'childCount', d.child_count, 'lifeDomains', d.life_domains, 'view', d.view) AS head,
      d.team_id AS "teamId", coalesce(d.reasons, '{}') AS reasons, d.break_glass AS "breakGlass",
      ${list('d.note')} AS note, ${list(ADDRESS)} AS address, ${list(MEMBERS)} AS members,
      (${ASSIGNMENTS}) AS assignments, ${list(BASES)} AS "legalBases", ${list(REFERRALS)} AS referrals, ${list('access.sharing_facts(d.id, $5::date)')} AS sharing,
      ${list(CANVASES)} AS canvases, ${list(FUND_REQUESTS)} AS "fundRequests", ${list(REMINDERS)} AS reminders, ${list(TIMELINE)} AS timeline
    FROM d`,
};

/** Reads one dossier over all rooms, and notes in the same statement that it was read. */
@Injectable()
export class DossierQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for a dossier that does not exist and for one that is none of the actor's business. */
  async getRow(actor: Actor, householdId: string): Promise<DossierRow> {
    const [row] = await this.work.read<DossierRow>(actor, DOSSIER, [
      householdId, actor.userId, actor.organisationId, actor.requestId ?? null, this.clock.today(),
    ]);
    if (!row) throw householdNotFound();
    return row;
  }
}
