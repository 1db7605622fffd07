import { involvedWith, itsMe, municipalityWall, policy, role, worksWith } from './policy.js';

const myTeam = `${role('team-lead')} AND access.of_my_team(household_id)`;

/** Of the jobs only these have anything to do here: news about an escalation, and what a resident asks to see. */
const onlyFor = (table: string, ...purposes: string[]): string =>
  `${municipalityWall(table)}
  ALTER POLICY worker_jobs ON ${table} USING (access.is_job(${[...purposes, 'rights-export.collect', 'rights-export.make'].map((name) => `'${name}'`).join(', ')}));`;

const signed = (table: string, ...columns: string[]): string =>
  `CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF ${columns.join(', ')} ON ${table} FOR EACH ROW
    EXECUTE FUNCTION access.in_ones_own_name(${columns.map((name) => `'${name}'`).join(', ')});`;

/** How a case went: its moves, who was asked to decide, what the aftercare heard, and how it ended. */
export const caseTables = `
  -- One line per move, written by a trigger only. A period is the time between two reopenings.
  CREATE TABLE case_change (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    period smallint NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_user_id uuid REFERENCES app_user,
    reason text,
    -- Who took over, and when they first spoke with the family: nobody is just sent on.
    other_party text,
    contact_on date
  );
  CREATE INDEX change_of_case ON case_change (household_id, id DESC);

  CREATE TABLE escalation (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    reason text NOT NULL,
    tried text NOT NULL,
    asked text NOT NULL,
    answer_by date NOT NULL,
    raised_by uuid NOT NULL REFERENCES app_user,
    raised_at timestamptz NOT NULL DEFAULT now(),
    state text NOT NULL CONSTRAINT escalation_state_known CHECK (state IN ('open', 'answered', 'ended')),
    answer text,
    answered_by uuid REFERENCES app_user,
    answered_at timestamptz,
    outcome text,
    ended_by uuid REFERENCES app_user,
    ended_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT escalation_ends_with_outcome CHECK (state <> 'ended' OR (outcome IS NOT NULL AND ended_at IS NOT NULL)),
    CONSTRAINT escalation_answered_in_words CHECK (state <> 'answered' OR (answer IS NOT NULL AND answered_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX one_running_escalation ON escalation (household_id) WHERE state <> 'ended';
  CREATE INDEX escalation_of_household ON escalation (household_id, raised_at DESC);
  CREATE INDEX escalation_running ON escalation (municipality_id, answer_by, id) WHERE state <> 'ended';

  -- Doorzettingsmacht: decided over the head of who refused, on the room that the law gives.
  CREATE TABLE overriding_decision (
    id uuid PRIMARY KEY,
    escalation_id uuid NOT NULL REFERENCES escalation,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    decided text NOT NULL,
    against text NOT NULL,
    refusal text NOT NULL,
    legal_room text NOT NULL,
    decided_by uuid NOT NULL REFERENCES app_user,
    decided_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX overriding_of_escalation ON overriding_decision (escalation_id);
  CREATE INDEX overriding_of_household ON overriding_decision (household_id);

  CREATE TABLE aftercare_contact (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    period smallint NOT NULL,
    months smallint NOT NULL,
    planned_on date NOT NULL,
    -- Each time nobody was reached it moves on; the day that was agreed stays.
    next_attempt_on date NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    state text NOT NULL CONSTRAINT aftercare_state_known CHECK (state IN ('planned', 'held', 'not-reached', 'lapsed')),
    held_on date,
    going text CONSTRAINT aftercare_going_known CHECK (going IN ('well', 'some-worries', 'not-well')),
    words text,
    recorded_by uuid REFERENCES app_user,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT aftercare_once UNIQUE (household_id, period, months),
    CONSTRAINT aftercare_held_in_words CHECK (state <> 'held' OR (held_on IS NOT NULL AND going IS NOT NULL AND words IS NOT NULL))
  );

  -- How they and we looked back. One per period.
  CREATE TABLE case_closure (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    period smallint NOT NULL,
    goals_reached smallint NOT NULL,
    goals_dropped smallint NOT NULL,
    plan_evaluation text NOT NULL,
    family_words text NOT NULL,
    family_judgement smallint CONSTRAINT judgement_of_five CHECK (family_judgement BETWEEN 1 AND 5),
    made_the_difference text NOT NULL,
    agreed text NOT NULL,
    closed_by uuid NOT NULL REFERENCES app_user,
    closed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT closed_once_per_period UNIQUE (household_id, period)
  );

  ${onlyFor('case_change', 'case.fell-back')}
  ${policy('case_change', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('case_change', 'team_lead_follows', 'SELECT', myTeam)}
  GRANT SELECT ON case_change TO naast_app;

  ${onlyFor('escalation', 'escalation.raised', 'escalation.answered', 'escalation.answer-due', 'escalation.ended')}
  ${policy('escalation', 'involved_people', 'SELECT', involvedWith('household_id'))}
  -- It is addressed to the team lead, so that stays theirs to read after the case was scaled down.
  ${policy('escalation', 'team_lead_reads', 'SELECT', myTeam)}
  ${policy('escalation', 'team_lead_answers', 'UPDATE', myTeam)}
  ${policy('escalation', 'workers_ask', 'INSERT', `${itsMe('raised_by')} AND ${worksWith('household_id')}`)}
  ${signed('escalation', 'raised_by', 'answered_by', 'ended_by')}
  GRANT SELECT, INSERT ON escalation TO naast_app;
  GRANT UPDATE (state, answer, answered_by, answered_at, outcome, ended_by, ended_at, version) ON escalation TO naast_app;

  ${onlyFor('overriding_decision')}
  ${policy('overriding_decision', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('overriding_decision', 'team_lead_reads', 'SELECT', myTeam)}
  ${policy('overriding_decision', 'team_lead_decides', 'INSERT', `${itsMe('decided_by')} AND ${myTeam}`)}
  ${signed('overriding_decision', 'decided_by')}
  GRANT SELECT, INSERT ON overriding_decision TO naast_app;

  ${onlyFor('aftercare_contact')}
  ${policy('aftercare_contact', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('aftercare_contact', 'team_lead_when_scaled_up', 'SELECT', `${role('team-lead')} AND access.scaled_up_in_my_team(household_id)`)}
  ${policy('aftercare_contact', 'workers_plan', 'INSERT', worksWith('household_id'))}
  ${policy('aftercare_contact', 'workers_record', 'UPDATE', worksWith('household_id'))}
  ${signed('aftercare_contact', 'recorded_by')}
  GRANT SELECT, INSERT ON aftercare_contact TO naast_app;
  GRANT UPDATE (next_attempt_on, attempts, state, held_on, going, words, recorded_by, version) ON aftercare_contact TO naast_app;

  ${onlyFor('case_closure')}
  ${policy('case_closure', 'involved_people', 'SELECT', involvedWith('household_id'))}
  -- A team lead reads content only when the case is scaled up, and what they wrote themselves.
  ${policy('case_closure', 'team_lead_when_scaled_up', 'SELECT', `${role('team-lead')} AND (${itsMe('closed_by')} OR access.scaled_up_in_my_team(household_id))`)}
  ${policy('case_closure', 'workers_close', 'INSERT', `${itsMe('closed_by')} AND (${worksWith('household_id')} OR ${myTeam})`)}
  ${signed('case_closure', 'closed_by')}
  -- Counted by the owner: a team lead who closes a case sees none of its goals, and so would write down that there were none.
  CREATE FUNCTION access.count_goals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    SELECT count(*) FILTER (WHERE g.state = 'reached'), count(*) FILTER (WHERE g.state = 'dropped') INTO NEW.goals_reached, NEW.goals_dropped
      FROM plan_goal g WHERE g.household_id = NEW.household_id;
    RETURN NEW;
  END $$;
  CREATE TRIGGER count_goals BEFORE INSERT ON case_closure FOR EACH ROW WHEN (access.user_id() IS NOT NULL) EXECUTE FUNCTION access.count_goals();
  GRANT SELECT, INSERT ON case_closure TO naast_app;`;
