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
      -- When it was and in which transaction says the database; the seals lean on it.
      REVOKE INSERT ON audit_event FROM naast_app;
      GRANT INSERT (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id) ON audit_event TO naast_app;
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

      -- What is asked of the municipality is first asked and then decided: nobody writes down a decision that was never a question.
      CREATE POLICY starts_as_a_question ON rights_request AS RESTRICTIVE FOR INSERT WITH CHECK (access.is_system()
        OR (received_by = access.user_id() AND decided_by IS NULL AND state IN ('received', 'identity-check', 'in-progress')));

      ${whatNeverChanges}
      ${inOnesOwnName}
      ${overIsOver}
      ${keptAnswers}
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

/**
 * Every column that says by whom something was done. Who reviews, confirms, decides or approves is who acts: without this the
 * owner of a break-glass could close it with a review in another's name. What the database does itself (triggers, narrow
 * doors) and a job of the worker have no person to name.
 */
const inOnesOwnName = `
  CREATE FUNCTION access.in_ones_own_name() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    named text;
    was jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ELSE '{}' END;
  BEGIN
    IF current_user <> 'naast_app' OR access.is_system() THEN RETURN NEW; END IF;
    FOREACH named IN ARRAY TG_ARGV LOOP
      IF to_jsonb(NEW) ->> named IS DISTINCT FROM was ->> named AND to_jsonb(NEW) ->> named <> access.user_id()::text THEN
        RAISE EXCEPTION 'in another name' USING ERRCODE = 'insufficient_privilege';
      END IF;
    END LOOP;
    RETURN NEW;
  END $$;
  DO $$
  DECLARE
    signed record;
  BEGIN
    FOR signed IN SELECT c.conrelid::regclass AS name, string_agg(quote_ident(a.attname), ', ') AS columns, string_agg(quote_literal(a.attname), ', ') AS arguments
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'app_user'::regclass AND cardinality(c.conkey) = 1 AND a.attname LIKE '%\\_by'
      GROUP BY c.conrelid
    LOOP
      EXECUTE format('CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION access.in_ones_own_name(%s)',
        signed.columns, signed.name, signed.arguments);
    END LOOP;
  END $$;`;

/** A yes that was taken back or ran out does not come back: a new one is a new record (AVG 7(3)). */
const overIsOver = `
  CREATE FUNCTION access.yes_that_is_over() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    RAISE EXCEPTION 'a record that ended does not begin again' USING ERRCODE = 'check_violation', CONSTRAINT = 'yes_that_is_over';
  END $$;
  ${['legal_basis', 'secrecy_release', 'help_agreement'].map((table) => `
  CREATE TRIGGER yes_that_is_over BEFORE UPDATE OF state ON ${table} FOR EACH ROW
    WHEN (OLD.state NOT IN ('proposed', 'active') AND NEW.state IN ('proposed', 'active')) EXECUTE FUNCTION access.yes_that_is_over();`).join('')}`;

/**
 * The answer that is kept for a repeat of the same request can tell about a family: it goes with the access to it. Not that of
 * the request which ends the access itself, or a second click would do it twice.
 */
const keptAnswers = `
  CREATE FUNCTION access.forget_kept_answers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM idempotency_key k USING ended e WHERE k.user_id = e.user_id AND k.created_at < now();
    RETURN NULL;
  END $$;
  CREATE TRIGGER kept_answers_go AFTER DELETE ON household_access REFERENCING OLD TABLE AS ended
    FOR EACH STATEMENT EXECUTE FUNCTION access.forget_kept_answers();`;
