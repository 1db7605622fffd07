import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';

/**
 * What an attacker's eye found in the doors above: rights that the application never asks for, but that a forgotten check in
 * one use case would have opened. Runs after all rooms, so that it also holds for the tables and columns they add.
 */
export class NobodyForOneself1764000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Who did something is who acts: nobody writes a line in the log in another's name.
      DROP POLICY IF EXISTS anyone_writes_own_municipality ON audit_event;
      CREATE POLICY everyone_in_their_own_name ON audit_event FOR INSERT WITH CHECK (access.is_system()
        OR (municipality_id IS NOT DISTINCT FROM access.municipality() AND user_id IS NOT DISTINCT FROM access.user_id()
          AND organisation_id IS NOT DISTINCT FROM access.organisation()));
      ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
      CREATE POLICY worker_seals ON audit_seal USING (access.is_system());

      -- A session is opened by who signs in, for a place where they work; looked up before there is an actor.
      ALTER TABLE session ENABLE ROW LEVEL SECURITY;
      CREATE POLICY before_there_is_an_actor ON session FOR SELECT USING (access.is_system());
      CREATE POLICY tidied ON session FOR DELETE USING (access.is_system());
      CREATE POLICY own_sessions ON session USING (user_id = access.user_id())
        WITH CHECK (user_id = access.user_id() AND municipality_id = access.municipality());

      -- Only who has the role here can be regisseur, and it starts as a question to them.
      CREATE FUNCTION access.works_as_regisseur(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.user_role r WHERE r.user_id = person AND r.municipality_id = access.municipality() AND r.role = 'regisseur');
      CREATE POLICY starts_as_a_question ON regisseur_assignment AS RESTRICTIVE FOR INSERT WITH CHECK (access.is_system()
        OR (state = 'proposed' AND proposed_by = access.user_id() AND access.works_as_regisseur(regisseur_id)));
      -- Who declined, or whose assignment ended, does not take the family back by themselves.
      DROP POLICY IF EXISTS own_answer ON regisseur_assignment;
      CREATE POLICY own_answer ON regisseur_assignment FOR UPDATE
        USING (regisseur_id = access.user_id() AND state IN ('proposed', 'accepted', 'active', 'handover-planned'))
        WITH CHECK (regisseur_id = access.user_id());

      ${whatNeverChanges}
    `);
  }

  down = onlyForward;
}

/**
 * Whom and what a row is about never changes: a policy looks at the row as it is, so a row that may be changed could be moved
 * into another family, or a task handed to oneself. PostgreSQL takes no single column out of a right on the whole table.
 */
const whatNeverChanges = `
  DO $$
  DECLARE
    fixed text[];
    bound record;
    open text;
  BEGIN
    FOR bound IN SELECT c.oid, c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('household_id', 'municipality_id'))
      AND has_table_privilege('naast_app', c.oid, 'UPDATE')
    LOOP
      fixed := ARRAY['id', 'household_id', 'municipality_id', 'created_at'] || CASE bound.name
        WHEN 'household' THEN ARRAY['case_number', 'external_ref', 'safety_checked_at', 'safety_checked_by']
        WHEN 'regisseur_assignment' THEN ARRAY['regisseur_id', 'proposed_by', 'proposed_at']
        WHEN 'fund_request' THEN ARRAY['fund_id', 'canvas_id', 'case_number', 'requested_by']
        ELSE '{}' END;
      SELECT string_agg(quote_ident(attname), ', ') INTO open FROM pg_attribute
        WHERE attrelid = bound.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> ALL (fixed);
      EXECUTE format('REVOKE UPDATE ON %I FROM naast_app', bound.name);
      EXECUTE format('GRANT UPDATE (%s) ON %I TO naast_app', open, bound.name);
    END LOOP;
  END $$;`;
