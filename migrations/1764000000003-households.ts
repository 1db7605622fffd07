import type { MigrationInterface, QueryRunner } from 'typeorm';
import { intakeDoors } from './intake-doors.js';
import { involvedWith, itsMe, municipalityWall, onlyForward, policy, role } from './policy.js';

const ofMyTeam = 'team_id = ANY ((SELECT access.teams())::uuid[])';

export class Households1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE case_number;
      GRANT USAGE ON SEQUENCE case_number TO naast_app;
      -- '2026-000123'. From a sequence: gaps are harmless, a number that is given twice is not.
      CREATE FUNCTION next_case_number(year integer) RETURNS text LANGUAGE sql VOLATILE
        RETURN (SELECT year || '-' || lpad(n::text, greatest(6, length(n::text)), '0') FROM nextval('case_number') AS n);

      CREATE TABLE household (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        team_id uuid NOT NULL REFERENCES team,
        case_number text NOT NULL,
        external_ref text,
        name text NOT NULL,
        state text NOT NULL,
        urgency text NOT NULL CONSTRAINT household_urgency_known CHECK (urgency IN ('spoed', 'hoog', 'normaal', 'laag')),
        -- The order of the waiting list: urgency first, then the longest wait.
        urgency_rank smallint GENERATED ALWAYS AS
          (array_position(ARRAY['spoed', 'hoog', 'normaal', 'laag'], urgency)) STORED NOT NULL,
        urgency_reason text,
        reported_on date NOT NULL,
        source text NOT NULL,
        life_domains text[] NOT NULL DEFAULT '{}',
        note text,
        postcode text, house_number text, house_number_suffix text, city text, neighbourhood text,
        protected_address boolean NOT NULL DEFAULT false,
        -- For matching only: two spellings of one address are equal here (the same form as addressKeyOf in the intake export).
        address_key text GENERATED ALWAYS AS (CASE WHEN postcode IS NOT NULL AND house_number IS NOT NULL THEN
          upper(regexp_replace(postcode, '[\\s.\\-/]', '', 'g') || '-' || regexp_replace(house_number, '[\\s.\\-/]', '', 'g') || '-'
            || regexp_replace(coalesce(house_number_suffix, ''), '[\\s.\\-/]', '', 'g')) END) STORED,
        member_count smallint NOT NULL,
        child_count smallint NOT NULL,
        safety_checked_at timestamptz,
        safety_checked_by uuid REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT household_case_number_once UNIQUE (municipality_id, case_number),
        CONSTRAINT household_external_ref_once UNIQUE (municipality_id, external_ref)
      );
      CREATE INDEX household_waiting ON household (municipality_id, team_id, urgency_rank, reported_on, id)
        WHERE state = 'waiting-list';
      CREATE INDEX household_of_team ON household (team_id, name, id) WHERE state <> 'waiting-list';
      CREATE INDEX household_by_address ON household (municipality_id, address_key) WHERE address_key IS NOT NULL;

      CREATE TABLE household_member (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        role text NOT NULL CONSTRAINT member_role_known CHECK (role IN ('main', 'partner', 'child', 'other')),
        first_name text NOT NULL,
        infix text,
        last_name text NOT NULL,
        normalised_name text NOT NULL,
        birth_date date NOT NULL,
        phone text, email text,
        protected_address boolean NOT NULL DEFAULT false,
        bsn_sealed bytea,
        bsn_index bytea,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX member_of_household ON household_member (household_id);
      CREATE INDEX member_by_bsn ON household_member (municipality_id, bsn_index) WHERE bsn_index IS NOT NULL;
      -- Birth date first: a name in which the export lost a letter is compared among the people born that day.
      CREATE INDEX member_by_birth_date ON household_member (municipality_id, birth_date, normalised_name);

      -- Involvement: who may open which dossier, and why. One row per reason; the last reason to end takes the access away.
      CREATE TABLE household_access (
        user_id uuid NOT NULL REFERENCES app_user,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        reason text NOT NULL CONSTRAINT access_reason_known CHECK (reason IN ('regisseur', 'substitute', 'intake')),
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, household_id, reason)
      );
      CREATE INDEX access_of_household ON household_access (household_id);

      -- What happened to the family, in one readable line each; written by every room.
      CREATE TABLE household_event (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        text text NOT NULL,
        by_user_id uuid REFERENCES app_user
      );
      CREATE INDEX event_of_household ON household_event (household_id, at DESC);

      CREATE TABLE intake_import (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        imported_by uuid NOT NULL REFERENCES app_user,
        imported_at timestamptz NOT NULL DEFAULT now(),
        file_name text NOT NULL,
        row_count integer NOT NULL, taken_rows integer NOT NULL, refused_rows integer NOT NULL,
        new_households integer NOT NULL, new_members integer NOT NULL, already_known integer NOT NULL,
        refusals jsonb NOT NULL, warnings jsonb NOT NULL,
        -- The refused rows hold BSNs as they came: sealed like a BSN itself.
        refused_csv_sealed bytea NOT NULL
      );
      CREATE INDEX import_of_user ON intake_import (imported_by, id DESC);

      -- Asked from the policies of other tables; as definer, because a policy that asks household itself turns in a circle
      -- (the policies of household ask household_access), and because PostgreSQL writes the policies of a table that is
      -- asked into the plan of every query: a function behind a role costs nothing to whoever has another role.
      CREATE FUNCTION access.of_my_team(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.household h WHERE h.id = household
          AND h.municipality_id = access.municipality() AND h.team_id = ANY (access.teams()));
      CREATE FUNCTION access.scaled_up_in_my_team(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.household h WHERE h.id = household AND h.state = 'scaled-up'
          AND h.municipality_id = access.municipality() AND h.team_id = ANY (access.teams()));
      CREATE FUNCTION access.taken_in_by_me(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.household h WHERE h.id = household AND h.municipality_id = access.municipality()
          AND h.state = 'waiting-list' AND h.safety_checked_by = access.user_id());

      ${municipalityWall('household')}
      ${policy('household', 'involved_people', 'ALL', involvedWith('id'))}
      ${policy('household', 'team_lead_sees_team', 'SELECT', `${role('team-lead')} AND ${ofMyTeam}`)}
      ${policy('household', 'team_works_on_waiting_list', 'ALL', `
        state IN ('reported', 'safety-check', 'waiting-list') AND ${role('team-lead', 'case-worker')} AND ${ofMyTeam}`)}

      ${municipalityWall('household_member')}
      ${policy('household_member', 'involved_people', 'ALL', involvedWith('household_id'))}
      -- A team lead sees content only when the case is scaled up.
      ${policy('household_member', 'team_lead_when_scaled_up', 'SELECT', `
        ${role('team-lead')} AND access.scaled_up_in_my_team(household_id)`)}

      -- The same wall and worker as everywhere, without sub-selects: these stand inside the policies of every other table.
      ALTER TABLE household_access ENABLE ROW LEVEL SECURITY;
      CREATE POLICY municipality_wall ON household_access AS RESTRICTIVE USING (municipality_id = access.municipality());
      CREATE POLICY worker_jobs ON household_access USING (access.is_system());
      ${policy('household_access', 'own_involvement', 'SELECT', 'user_id = access.user_id()')}
      -- Nobody grants themselves a dossier: intake goes with the own safety check of a report, and the regisseur's right
      -- follows the assignment (see the regie migration).
      ${policy('household_access', 'intake_of_own_report', 'INSERT', `
        reason = 'intake' AND ${itsMe('user_id')} AND ${role('case-worker', 'team-lead')} AND access.taken_in_by_me(household_id)`)}

      ${municipalityWall('household_event')}
      ${policy('household_event', 'involved_people', 'SELECT', involvedWith('household_id'))}
      -- Who has a task in the family adds to its story; the rooms below add their own people.
      ${policy('household_event', 'involved_people_tell', 'INSERT', `${itsMe('by_user_id')} AND ${involvedWith('household_id')}`)}
      ${policy('household_event', 'team_tells', 'INSERT', `
        ${itsMe('by_user_id')} AND ${role('team-lead', 'case-worker')} AND access.of_my_team(household_event.household_id)`)}

      ${municipalityWall('intake_import')}
      ${policy('intake_import', 'own_imports', 'ALL', itsMe('imported_by'))}

      ${intakeDoors}

      GRANT SELECT, INSERT, UPDATE ON household, household_member TO naast_app;
      GRANT SELECT, INSERT, DELETE ON household_access TO naast_app;
      GRANT SELECT, INSERT ON household_event, intake_import TO naast_app;
    `);
  }

  down = onlyForward;
}
