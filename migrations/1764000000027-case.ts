import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseFollowsFacts } from './case-follows-facts.js';
import { caseTables } from './case-tables.js';
import { caseWalls } from './case-walls.js';
import { onlyForward, policy, role } from './policy.js';

/** The course of a case, and the walls that keep its states true (decision 26). */
export class Case1764000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${caseTables}
      ${caseFollowsFacts}
      ${caseWalls}
      -- A team lead scales down, closes and reopens, of the own team; it reads nothing more by it.
      ${policy('household', 'team_lead_moves_case', 'UPDATE', `${role('team-lead')} AND team_id = ANY (access.teams())`)}
      -- A privacy officer who ends a basis sees no family. Holding it first, as everybody does, keeps two from waiting for each other.
      CREATE FUNCTION access.hold_family(family uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF access.has_role('privacy-officer') THEN
          PERFORM FROM household WHERE id = family AND municipality_id = access.municipality() FOR NO KEY UPDATE;
        END IF;
      END $$;
    `);
  }

  down = onlyForward;
}
