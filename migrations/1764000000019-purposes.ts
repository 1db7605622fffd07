import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';

/**
 * A job may do what its purpose needs, in the municipality it is for. The walls on the tables of families hold for jobs as for
 * people; here the tables that have no wall, because something works on all municipalities at once, each get their one purpose.
 * Runs after the rooms, so that it also holds for the tables they add.
 */
export class Purposes1764000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A job without a purpose is nobody.
      CREATE OR REPLACE FUNCTION access.is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('naast.kind', true) = 'system' AND current_setting('naast.purpose', true) <> '', false);
      CREATE FUNCTION access.is_job(VARIADIC purposes text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('naast.kind', true) = 'system' AND current_setting('naast.purpose', true) = ANY (purposes), false);

      -- Empty for whoever is a person (actor-settings.ts). One short sentence, because it stands in the plan of a dossier twenty times.
      CREATE FUNCTION access.purpose() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN CASE WHEN current_setting('naast.kind', true) = 'system' THEN current_setting('naast.purpose', true) END;

      ${queue}
      ${log}
      ${people}
      ${families}
    `);
  }

  down = onlyForward;
}

const here = '(access.is_system() AND municipality_id = access.municipality())';

/** The alarm clock sees every row, which holds ids; a job sees those of its own municipality. */
const queue = `
  DROP POLICY anyone_adds_for_own_municipality ON outbox;
  CREATE POLICY own_municipality_adds ON outbox FOR INSERT WITH CHECK (municipality_id = access.municipality() OR access.is_job('records.calendar'));
  DROP POLICY worker_reads ON outbox;
  CREATE POLICY worker_reads ON outbox FOR SELECT USING (${here} OR access.is_job('outbox.arm', 'outbox.rearm'));
  DROP POLICY worker_marks ON outbox;
  CREATE POLICY worker_marks ON outbox FOR UPDATE USING (${here} OR access.is_job('outbox.arm', 'outbox.rearm'));
  DROP POLICY worker_tidies ON outbox;
  CREATE POLICY worker_tidies ON outbox FOR DELETE USING (${here} AND access.is_job('housekeeping') AND done_at IS NOT NULL);`;

const log = `
  DROP POLICY everyone_in_their_own_name ON audit_event;
  CREATE POLICY everyone_in_their_own_name ON audit_event FOR INSERT WITH CHECK (municipality_id IS NOT DISTINCT FROM access.municipality()
    AND (access.is_system() OR (user_id IS NOT DISTINCT FROM access.user_id() AND organisation_id IS NOT DISTINCT FROM access.organisation())));
  DROP POLICY privacy_officer_reads ON audit_event;
  CREATE POLICY privacy_officer_reads ON audit_event FOR SELECT USING (access.has_role('privacy-officer') AND municipality_id = access.municipality());
  CREATE POLICY worker_reads ON audit_event FOR SELECT USING (${here} OR access.is_job('audit.seal', 'audit.verify', 'processing-log'));
  DROP POLICY worker_seals ON audit_seal;
  CREATE POLICY worker_seals ON audit_seal FOR SELECT USING (access.is_job('audit.seal', 'audit.verify', 'processing-log'));
  CREATE POLICY worker_adds_seals ON audit_seal FOR INSERT WITH CHECK (access.is_job('audit.seal'));
  DROP POLICY worker_jobs ON processing_log;
  CREATE POLICY worker_jobs ON processing_log USING (access.is_job('processing-log'));
  DROP POLICY worker_jobs ON processing_log_progress;
  CREATE POLICY worker_jobs ON processing_log_progress USING (access.is_job('processing-log'));`;

const people = `
  DROP POLICY own_keys ON idempotency_key;
  CREATE POLICY own_keys ON idempotency_key USING (user_id = access.user_id() OR access.is_job('housekeeping')) WITH CHECK (user_id = access.user_id());
  DROP POLICY before_there_is_an_actor ON session;
  CREATE POLICY before_there_is_an_actor ON session FOR SELECT USING (access.is_job('sign-in', 'housekeeping'));
  DROP POLICY tidied ON session;
  CREATE POLICY tidied ON session FOR DELETE USING (access.is_job('housekeeping'));`;

/**
 * Which row an alarm is about stands in the outbox; until it was read the job has no purpose yet and sees no family. A mail is
 * one sentence and a link, so its job sees messages only; neither does the alert about BSNs need a family.
 */
const families = `
  DO $$
  DECLARE bound record;
  BEGIN
    FOR bound IN SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname = 'worker_jobs'
      AND tablename NOT IN ('processing_log', 'processing_log_progress')
    LOOP
      EXECUTE format('ALTER POLICY worker_jobs ON %I USING (access.purpose() <> ALL (%L::text[]))', bound.tablename,
        CASE bound.tablename WHEN 'inbox_item' THEN '{"",outbox.run}' ELSE '{"",outbox.run,mail.send,bsn.too-often,sign-in,health}' END);
    END LOOP;
  END $$;`;
