/** How the owner of an action is called today; `a` is the plan_action. */
export const OWNER_NAME = `CASE a.owner_kind
  WHEN 'user' THEN (SELECT u.name FROM app_user u WHERE u.id = a.owner_user_id)
  WHEN 'organisation' THEN (SELECT o.name FROM organisation o WHERE o.id = a.owner_organisation_id)
  WHEN 'member' THEN (SELECT concat_ws(' ', w.first_name, w.infix, w.last_name) FROM household_member w WHERE w.id = a.owner_member_id)
  ELSE a.owner_role END`;

const GOALS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'lifeDomain', g.life_domain, 'words', g.words, 'why', g.why, 'state', g.state,
  'stateReason', g.state_reason) ORDER BY g.position, g.id) FROM plan_goal g WHERE g.household_id = $1), '[]')`;
const ACTIONS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'goalId', a.goal_id, 'what', a.what, 'ownerKind', a.owner_kind, 'owner', ${OWNER_NAME},
  'dueOn', a.due_on, 'state', a.state, 'stateReason', a.state_reason) ORDER BY a.due_on, a.id) FROM plan_action a WHERE a.household_id = $1), '[]')`;

/** The plan as it stands; `$1` the household. */
export const SNAPSHOT = `SELECT jsonb_build_object('goals', ${GOALS}, 'actions', ${ACTIONS}) AS snapshot`;
