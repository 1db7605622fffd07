import { agreementsJson, basesJson, releasesJson } from '#privacy';
import { OPEN_REFERRAL } from './action-owners.js';
import { OWNER_NAME } from './plan-snapshot.sql.js';

const list = (object: string, from: string, order: string): string => `coalesce((SELECT jsonb_agg(jsonb_build_object(${object}) ORDER BY ${order}) FROM ${from}), '[]')`;

/** Who is in the dossier, and the lead of the team when it is scaled up; seeing a family on a list is not reading its plan. */
const READERS = `(EXISTS (SELECT FROM household_access x WHERE x.household_id = h.id AND x.user_id = $2)
  OR access.has_role('team-lead') AND access.scaled_up_in_my_team(h.id))`;

const GOALS = list(`'id', g.id, 'lifeDomain', g.life_domain, 'words', g.words, 'why', g.why, 'state', g.state, 'stateReason', g.state_reason, 'version', g.version`,
  'plan_goal g WHERE g.household_id = h.id', 'g.position, g.id');

const ACTIONS = list(`'id', a.id, 'goalId', a.goal_id, 'what', a.what, 'ownerKind', a.owner_kind, 'owner', ${OWNER_NAME}, 'dueOn', a.due_on, 'state', a.state,
  'stateReason', a.state_reason, 'origin', a.origin, 'version', a.version,
  'ownerId', coalesce(a.owner_user_id, a.owner_member_id, a.owner_organisation_id)`, 'plan_action a WHERE a.household_id = h.id', 'a.due_on, a.id');

const MEMBERS = list(`'id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name, 'birthDate', m.birth_date,
  'protectedAddress', false, 'isRestricted', m.restricted_since IS NOT NULL`, 'household_member m WHERE m.household_id = h.id AND m.left_on IS NULL',
`array_position(ARRAY['main', 'partner', 'child', 'other'], m.role), m.birth_date, m.id`);

const PHASES = list(`'phase', f.phase, 'name', f.name, 'since', f.since, 'reason', f.reason, 'by', (SELECT u.name FROM app_user u WHERE u.id = f.moved_by)`,
  'plan_phase f WHERE f.household_id = h.id', 'f.number DESC');

const SCHEMES = list(`'code', s.scheme, 'state', s.state, 'since', s.since, 'reason', s.reason, 'version', s.version`,
  'plan_scheme s WHERE s.household_id = h.id', 's.scheme');

/** Who an action could be for: whom something is shared with, who was asked to help, and who has one already. */
const ORGANISATIONS = list(`'id', o.id, 'name', o.name, 'hasOpenReferral', EXISTS (SELECT FROM referral r WHERE r.household_id = h.id
    AND r.to_organisation_id = o.id AND r.state IN ${OPEN_REFERRAL})`,
`organisation o WHERE o.id IN (SELECT b.to_organisation_id FROM legal_basis b WHERE b.household_id = h.id AND b.state = 'active'
    UNION SELECT r.to_organisation_id FROM referral r WHERE r.household_id = h.id AND r.state IN ${OPEN_REFERRAL}
    UNION SELECT a.owner_organisation_id FROM plan_action a WHERE a.household_id = h.id)`, 'o.name, o.id');

export const VERSION = `jsonb_build_object('number', v.number, 'agreedOn', v.agreed_on, 'how', v.how, 'reservations', v.reservations,
  'agreedBy', v.agreed_by, 'snapshot', v.snapshot, 'recordedBy', (SELECT u.name FROM app_user u WHERE u.id = v.recorded_by))`;

/** Everything on the page of the plan in one statement, with the line in the audit; `$1` household, `$2` actor, `$3` request. */
export const familyPlan = (action: 'plan.read' | 'plan.exported'): string => `
  WITH found AS (
    SELECT h.id, h.municipality_id, jsonb_build_object('id', h.id, 'caseNumber', h.case_number, 'name', h.name, 'state', h.state) AS household,
      (SELECT jsonb_build_object('id', p.id, 'version', p.version, 'agreedVersion', p.agreed_version, 'reviewOn', p.review_on) FROM family_plan p WHERE p.household_id = h.id) AS plan,
      ARRAY(SELECT x.reason FROM household_access x WHERE x.household_id = h.id AND x.user_id = $2) AS reasons,
      (SELECT y.settings FROM municipality y WHERE y.id = h.municipality_id) AS settings, h.team_id AS "teamId",
      ${GOALS} AS goals, ${ACTIONS} AS actions, ${MEMBERS} AS members, ${PHASES} AS phases, ${SCHEMES} AS schemes, ${ORGANISATIONS} AS organisations,
      ${list(`'id', c.user_id, 'name', c.name`, 'access.colleagues_in(h.id) c', 'c.name, c.user_id')} AS colleagues,
      (SELECT ${VERSION} FROM plan_version v WHERE v.household_id = h.id ORDER BY v.number DESC LIMIT 1) AS agreed,
      (SELECT u.name FROM regisseur_assignment r JOIN app_user u ON u.id = r.regisseur_id
        WHERE r.household_id = h.id AND r.state IN ('active', 'handover-planned')) AS regisseur,
      ${basesJson('b.household_id = h.id')} AS bases, ${agreementsJson('a.municipality_id = h.municipality_id')} AS agreements,
      ${releasesJson('y.household_id = h.id')} AS releases
    FROM household h WHERE h.id = $1 AND ${READERS}),
  seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
    SELECT municipality_id, $2, access.organisation(), '${action}', 'household', id, id, $3 FROM found)
  SELECT * FROM found`;
