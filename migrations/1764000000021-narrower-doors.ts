import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';

/**
 * Doors of the owner look past row-level security, so past the purposes of decision 19 too. Four of them opened for every job,
 * of any municipality; now for the one that needs them. And the resident reads who the regisseur is of whom they may ask about.
 */
export class NarrowerDoors1764000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION access.members_of(households uuid[]) RETURNS TABLE (household_id uuid, member_id uuid, known_since timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT m.household_id, m.id, m.known_since FROM household_member m WHERE m.household_id = ANY (households) AND access.is_job('processing-log')
      $$;
      CREATE OR REPLACE FUNCTION access.members_of_records(records uuid[]) RETURNS TABLE (record_id uuid, member_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT s.referral_id, s.member_id FROM referral_share s WHERE s.referral_id = ANY (records) AND access.is_job('processing-log')
        UNION ALL
        SELECT b.id, b.member_id FROM legal_basis b WHERE b.id = ANY (records) AND access.is_job('processing-log')
      $$;
      CREATE OR REPLACE FUNCTION access.register_of_all() RETURNS TABLE (municipality_id uuid, code text, id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT p.municipality_id, p.code, p.id FROM processing_activity p WHERE access.is_job('processing-log')
      $$;
      CREATE OR REPLACE FUNCTION access.forget_ended_access() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF NOT access.is_job('housekeeping') THEN RAISE EXCEPTION 'only a job tidies' USING ERRCODE = 'insufficient_privilege'; END IF;
        DELETE FROM household_access WHERE until < now() - interval '1 day';
      END $$;

      -- Also after it was recorded that a parent has no authority (BW 1:245), and not of a child that became 16.
      CREATE OR REPLACE FUNCTION access.my_regisseurs() RETURNS TABLE (name text, organisation text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT u.name, o.name FROM access.my_members() m
        JOIN regisseur_assignment r ON r.household_id = m.household_id AND r.municipality_id = access.municipality() AND r.state IN ('active', 'handover-planned')
        JOIN app_user u ON u.id = r.regisseur_id JOIN organisation o ON o.id = u.organisation_id
      $$;
    `);
  }

  down = onlyForward;
}
