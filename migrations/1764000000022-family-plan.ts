import type { MigrationInterface, QueryRunner } from 'typeorm';
import { familyPlanHistory, familyPlanTables } from './family-plan-table.js';
import { onlyForward } from './policy.js';

/** One plan per family (decision 21). */
export class FamilyPlan1764000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${familyPlanTables}
      ${familyPlanHistory}

      -- Who can own an action: the colleagues who have a task in this family, for who may read its plan.
      CREATE FUNCTION access.colleagues_in(household uuid) RETURNS TABLE (user_id uuid, name text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT u.id, u.name FROM household_access a JOIN app_user u ON u.id = a.user_id AND u.active
        WHERE a.household_id = household AND a.municipality_id = access.municipality() AND a.reason <> 'break-glass'
          AND a.since <= now() AND (a.until IS NULL OR a.until > now())
          AND (access.is_system() OR access.scaled_up_in_my_team(household) AND access.has_role('team-lead')
            OR EXISTS (SELECT FROM household_access mine WHERE mine.household_id = household AND mine.user_id = access.user_id()
              AND mine.municipality_id = access.municipality() AND mine.since <= now() AND (mine.until IS NULL OR mine.until > now())))
      $$;

      CREATE FUNCTION access.plan_grows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE family_plan SET version = version + 1 WHERE household_id = NEW.household_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER plan_grows AFTER INSERT OR UPDATE ON plan_goal FOR EACH ROW EXECUTE FUNCTION access.plan_grows();
      CREATE TRIGGER plan_grows AFTER INSERT OR UPDATE ON plan_action FOR EACH ROW EXECUTE FUNCTION access.plan_grows();
      CREATE TRIGGER plan_grows AFTER INSERT ON plan_version FOR EACH ROW EXECUTE FUNCTION access.plan_grows();
      CREATE TRIGGER plan_grows AFTER INSERT ON plan_phase FOR EACH ROW EXECUTE FUNCTION access.plan_grows();

      -- What the regisseur who left still had to do is for the next one, with its reminder.
      CREATE FUNCTION access.plan_follows_regisseur() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        WITH moved AS (
          UPDATE plan_action SET owner_user_id = NEW.regisseur_id, version = version + 1
          WHERE household_id = NEW.household_id AND state = 'open' AND owner_user_id <> NEW.regisseur_id AND NOT EXISTS (
            SELECT FROM household_access a WHERE a.household_id = plan_action.household_id AND a.user_id = plan_action.owner_user_id AND a.reason <> 'break-glass')
          RETURNING id)
        UPDATE reminder SET user_id = NEW.regisseur_id, version = version + 1
          WHERE kind = 'plan-action-due' AND state IN ('scheduled', 'fired') AND subject_id IN (SELECT id FROM moved);
        RETURN NULL;
      END $$;
      -- After 'assignment_begins' and 'assignment_moves', which open and close the dossier: triggers fire by name.
      CREATE TRIGGER plan_follows_new_regisseur AFTER INSERT ON regisseur_assignment FOR EACH ROW
        WHEN (NEW.state IN ('active', 'handover-planned')) EXECUTE FUNCTION access.plan_follows_regisseur();
      CREATE TRIGGER plan_follows_regisseur AFTER UPDATE OF state ON regisseur_assignment FOR EACH ROW
        WHEN (NEW.state = 'active' AND OLD.state NOT IN ('active', 'handover-planned')) EXECUTE FUNCTION access.plan_follows_regisseur();
    `);
  }

  down = onlyForward;
}
