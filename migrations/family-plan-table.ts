import { involvedWith, itsMe, municipalityWall, policy, role, worksWith } from './policy.js';

/** The regisseur of the family, or who stands in today. */
const asRegisseur = `EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = :table.household_id AND a.reason IN ('regisseur', 'substitute'))`;

/** Who is involved reads, break-glass too; a team lead only when the family is scaled up. Of the jobs those that have a family. */
const readers = (table: string): string => `
  ${municipalityWall(table)}
  ALTER POLICY worker_jobs ON ${table} USING (access.purpose() <> ALL ('{"",outbox.run,mail.send,bsn.too-often,sign-in,health}'::text[]));
  ${policy(table, 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy(table, 'team_lead_when_scaled_up', 'SELECT', `${role('team-lead')} AND access.scaled_up_in_my_team(household_id)`)}`;

const regisseurAdds = (table: string): string => policy(table, 'regisseur_adds', 'INSERT', asRegisseur);
const regisseurChanges = (table: string): string => policy(table, 'regisseur_changes', 'UPDATE', asRegisseur);

const signed = (table: string, column: string): string =>
  `CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF ${column} ON ${table} FOR EACH ROW EXECUTE FUNCTION access.in_ones_own_name('${column}');`;

/** What stands in the plan now. */
export const familyPlanTables = `
  CREATE TABLE family_plan (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household CONSTRAINT one_plan_per_family UNIQUE,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- NULL: the family has not agreed yet. The number of the newest row of plan_version.
    agreed_version integer,
    review_on date,
    started_at timestamptz NOT NULL DEFAULT now(),
    -- Grows with everything that changes in it, so that nobody agrees to a plan that is no longer the one on the table.
    version integer NOT NULL DEFAULT 1
  );

  CREATE TABLE plan_goal (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    life_domain text NOT NULL,
    words text NOT NULL,
    why text NOT NULL DEFAULT '',
    state text NOT NULL DEFAULT 'open' CONSTRAINT goal_state_known CHECK (state IN ('open', 'reached', 'dropped')),
    state_reason text,
    state_since timestamptz,
    position integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
  );
  CREATE INDEX goal_of_household ON plan_goal (household_id, position);

  CREATE TABLE plan_action (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- NULL: made in a meeting or by a life event, and not placed under a goal yet.
    goal_id uuid REFERENCES plan_goal,
    what text NOT NULL,
    owner_kind text NOT NULL CONSTRAINT owner_kind_known CHECK (owner_kind IN ('user', 'member', 'organisation', 'network')),
    owner_user_id uuid REFERENCES app_user,
    owner_member_id uuid REFERENCES household_member,
    owner_organisation_id uuid REFERENCES organisation,
    -- Somebody of the family's own network, by what they are to them: 'oma', 'de buurman'.
    owner_role text,
    due_on date NOT NULL,
    state text NOT NULL DEFAULT 'open' CONSTRAINT action_state_known CHECK (state IN ('open', 'done', 'dropped')),
    state_reason text,
    state_since timestamptz,
    origin text NOT NULL DEFAULT 'plan' CONSTRAINT action_origin_known CHECK (origin IN ('plan', 'meeting', 'life-event')),
    origin_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT action_has_its_owner CHECK (num_nonnulls(owner_user_id, owner_member_id, owner_organisation_id, owner_role) = 1 AND CASE owner_kind
      WHEN 'user' THEN owner_user_id IS NOT NULL WHEN 'member' THEN owner_member_id IS NOT NULL
      WHEN 'organisation' THEN owner_organisation_id IS NOT NULL ELSE owner_role IS NOT NULL END)
  );
  CREATE INDEX action_of_household ON plan_action (household_id, due_on);
  CREATE INDEX action_of_goal ON plan_action (goal_id);
  CREATE INDEX action_of_user ON plan_action (owner_user_id, household_id) WHERE owner_user_id IS NOT NULL;
  CREATE INDEX action_of_member ON plan_action (owner_member_id) WHERE owner_member_id IS NOT NULL;
  CREATE INDEX action_by_origin ON plan_action (origin_id) WHERE origin_id IS NOT NULL;

  ${['family_plan', 'plan_goal', 'plan_action'].map(readers).join('')}
  -- A meeting or a life event makes actions too, and with the first of them the plan begins.
  ${policy('family_plan', 'workers_begin', 'INSERT', worksWith('household_id'))}
  ${policy('plan_action', 'workers_add', 'INSERT', worksWith('household_id'))}
  ${regisseurChanges('family_plan')}
  ${regisseurAdds('plan_goal')}
  ${regisseurChanges('plan_goal')}
  ${regisseurChanges('plan_action')}
  -- Whoever does it ticks it off.
  ${policy('plan_action', 'owner_ticks_off', 'UPDATE', `${itsMe('owner_user_id')} AND ${worksWith('household_id')}`)}
  GRANT SELECT, INSERT ON family_plan, plan_goal, plan_action TO naast_app;
  GRANT UPDATE (agreed_version, review_on, version) ON family_plan TO naast_app;
  GRANT UPDATE (life_domain, words, why, state, state_reason, state_since, position, version) ON plan_goal TO naast_app;
  GRANT UPDATE (goal_id, what, owner_kind, owner_user_id, owner_member_id, owner_organisation_id, owner_role, due_on,
    state, state_reason, state_since, version) ON plan_action TO naast_app;`;

/** What was agreed, and where the family stands. */
export const familyPlanHistory = `
  -- The plan as the family agreed to it: never changed, only followed by a next one.
  CREATE TABLE plan_version (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    number integer NOT NULL,
    snapshot jsonb NOT NULL,
    -- Per member whose yes was needed: who said it, and in which capacity.
    agreed_by jsonb NOT NULL,
    agreed_on date NOT NULL,
    how text NOT NULL CONSTRAINT agreed_how_known CHECK (how IN ('talk', 'paper')),
    reservations text,
    recorded_by uuid NOT NULL REFERENCES app_user,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT plan_version_once UNIQUE (household_id, number)
  );

  CREATE TABLE plan_phase (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    number integer NOT NULL,
    model text NOT NULL,
    phase text NOT NULL,
    -- As it was called then: a municipality may call its phases otherwise later.
    name text NOT NULL,
    since date NOT NULL,
    reason text NOT NULL,
    moved_by uuid NOT NULL REFERENCES app_user,
    moved_at timestamptz NOT NULL DEFAULT now(),
    -- Two who move it at once: one of them.
    CONSTRAINT plan_phase_once UNIQUE (household_id, number)
  );

  CREATE TABLE plan_scheme (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    scheme text NOT NULL,
    state text NOT NULL CONSTRAINT scheme_state_known CHECK (state IN ('to-look-at', 'not-applicable', 'requested', 'granted', 'refused', 'used')),
    since date,
    reason text,
    updated_by uuid NOT NULL REFERENCES app_user,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT plan_scheme_once UNIQUE (household_id, scheme)
  );

  ${['plan_version', 'plan_phase', 'plan_scheme'].map((table) => readers(table) + regisseurAdds(table)).join('')}
  ${regisseurChanges('plan_scheme')}
  ${signed('plan_version', 'recorded_by')}
  ${signed('plan_phase', 'moved_by')}
  ${signed('plan_scheme', 'updated_by')}
  GRANT SELECT, INSERT ON plan_version, plan_phase, plan_scheme TO naast_app;
  GRANT UPDATE (state, since, reason, updated_by, version) ON plan_scheme TO naast_app;`;
