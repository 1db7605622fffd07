import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, itsMe, municipalityWall, onlyForward, policy, role } from './policy.js';

export class Regie1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE regisseur_assignment (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        regisseur_id uuid NOT NULL REFERENCES app_user,
        state text NOT NULL CONSTRAINT assignment_state_known CHECK
          (state IN ('proposed', 'accepted', 'active', 'handover-planned', 'handed-over', 'ended', 'declined')),
        proposed_by uuid NOT NULL REFERENCES app_user,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        note text,
        decline_reason text,
        active_since timestamptz,
        version integer NOT NULL DEFAULT 1
      );
      -- One coordinator per family: the database says so.
      CREATE UNIQUE INDEX one_active_regisseur ON regisseur_assignment (household_id)
        WHERE state IN ('active', 'handover-planned');
      CREATE UNIQUE INDEX one_open_proposal ON regisseur_assignment (household_id) WHERE state IN ('proposed', 'accepted');
      CREATE INDEX assignment_of_household ON regisseur_assignment (household_id);
      CREATE INDEX assignment_of_regisseur ON regisseur_assignment (regisseur_id, state);

      ${municipalityWall('regisseur_assignment')}
      ${policy('regisseur_assignment', 'own_assignments', 'SELECT', itsMe('regisseur_id'))}
      ${policy('regisseur_assignment', 'own_answer', 'UPDATE', itsMe('regisseur_id'))}
      ${policy('regisseur_assignment', 'involved_people', 'SELECT', involvedWith('household_id'))}
      ${policy('regisseur_assignment', 'team_lead_assigns', 'ALL', `${role('team-lead')} AND access.of_my_team(household_id)`)}
      ${policy('regisseur_assignment', 'waiting_list_readers', 'SELECT', `
        state = 'proposed' AND ${role('case-worker')} AND access.of_my_team(household_id)`)}

      -- To answer a proposal one sees the family's name and urgency, not yet its members.
      -- (PostgreSQL tries policies in reverse order of their names: this one comes after the involved people.)
      CREATE FUNCTION access.proposed_to_me(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.regisseur_assignment r WHERE r.household_id = household AND r.state = 'proposed'
          AND r.regisseur_id = access.user_id() AND r.municipality_id = access.municipality());
      ${policy('household', 'asked_to_be_regisseur', 'SELECT', `${role('regisseur')} AND access.proposed_to_me(id)`)}
      -- The dossier opens because of the assignment; nobody writes themselves in without one.
      -- As definer: the policies of regisseur_assignment ask household_access, so asking it from there would turn in a circle.
      CREATE FUNCTION access.is_regisseur(person uuid, household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.regisseur_assignment r WHERE r.household_id = household AND r.regisseur_id = person
          AND r.municipality_id = access.municipality() AND r.state IN ('active', 'handover-planned'));
      ${policy('household_access', 'regisseur_by_assignment', 'INSERT', `reason = 'regisseur' AND access.is_regisseur(user_id, household_id)`)}

      -- How many families each regisseur of the actor's teams has: a number, also where row-level security hides the families.
      CREATE FUNCTION access.caseloads() RETURNS TABLE (regisseur_id uuid, caseload bigint)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT r.user_id, (SELECT count(*) FROM regisseur_assignment a WHERE a.regisseur_id = r.user_id
          AND a.municipality_id = r.municipality_id AND a.state IN ('active', 'handover-planned'))
        FROM user_role r
        WHERE r.role = 'regisseur' AND r.municipality_id = access.municipality() AND r.team_id = ANY (access.teams())
          AND access.has_role('team-lead')
      $$;

      ${policy('household_event', 'proposed_regisseur_tells', 'INSERT', `
        ${itsMe('by_user_id')} AND ${role('regisseur')} AND access.proposed_to_me(household_event.household_id)`)}

      GRANT SELECT, INSERT, UPDATE ON regisseur_assignment TO naast_app;
    `);
  }

  down = onlyForward;
}
