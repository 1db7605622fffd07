import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';

/** What happened (append-only, sealed in batches) and what still has to happen (rows that the queue is woken from). */
export class AuditAndOutbox1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- The sealer only takes rows of transactions that all ended, so a late commit never slips behind a seal.
        xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
        at timestamptz NOT NULL DEFAULT now(),
        municipality_id uuid,
        user_id uuid,
        organisation_id uuid,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid,
        household_id uuid,
        details jsonb NOT NULL DEFAULT '{}',
        request_id text
      );
      CREATE INDEX audit_event_by_household ON audit_event (household_id, at DESC) WHERE household_id IS NOT NULL;

      CREATE TABLE audit_seal (
        number bigint PRIMARY KEY,
        from_xact xid8 NOT NULL,
        until_xact xid8 NOT NULL,
        event_count bigint NOT NULL,
        last_event_id bigint NOT NULL,
        -- A restored database goes on counting transactions from a low number on its new server; only lines after this one are of that server.
        after_event_id bigint NOT NULL DEFAULT 0,
        hash bytea NOT NULL,
        previous_hash bytea NOT NULL,
        sealed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX audit_event_by_xact ON audit_event (xact, id);

      ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
      CREATE POLICY anyone_writes_own_municipality ON audit_event FOR INSERT
        WITH CHECK (access.is_system() OR municipality_id IS NOT DISTINCT FROM (SELECT access.municipality()));
      CREATE POLICY privacy_officer_reads ON audit_event FOR SELECT
        USING (access.is_system() OR (access.has_role('privacy-officer') AND municipality_id = (SELECT access.municipality())));

      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL,
        kind text NOT NULL,
        -- ids only: a queue payload never carries personal data
        payload jsonb NOT NULL,
        run_at timestamptz NOT NULL,
        dedupe_key text CONSTRAINT outbox_once UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        armed_at timestamptz,
        attempts smallint NOT NULL DEFAULT 0,
        last_error text,
        done_at timestamptz
      );
      CREATE INDEX outbox_open ON outbox (run_at) WHERE done_at IS NULL;
      ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
      CREATE POLICY anyone_adds_for_own_municipality ON outbox FOR INSERT
        WITH CHECK (access.is_system() OR municipality_id = (SELECT access.municipality()));
      CREATE POLICY worker_reads ON outbox FOR SELECT USING (access.is_system());
      CREATE POLICY worker_marks ON outbox FOR UPDATE USING (access.is_system());
      CREATE POLICY worker_tidies ON outbox FOR DELETE USING (access.is_system() AND done_at IS NOT NULL);

      CREATE FUNCTION wake_worker() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- NOTIFY is delivered at commit and not at all after a rollback: nothing is published too early.
        PERFORM pg_notify('outbox', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER outbox_added AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION wake_worker();

      GRANT SELECT, INSERT ON audit_event, audit_seal TO naast_app;
      GRANT SELECT, INSERT, DELETE ON outbox TO naast_app;
      GRANT UPDATE (run_at, armed_at, attempts, last_error, done_at) ON outbox TO naast_app;
    `);
  }

  down = onlyForward;
}
