import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onlyForward } from './policy.js';

/**
 * Who works where, and the settings that every row-level policy leans on.
 * UnitOfWork sets the actor per transaction (`set_config(…, true)`); without one every function below answers NULL
 * and every policy therefore refuses.
 */
export class Actors1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA access;
      GRANT USAGE ON SCHEMA access, public TO naast_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA access GRANT EXECUTE ON FUNCTIONS TO naast_app;

      CREATE FUNCTION access.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('naast.user', true), '')::uuid;
      CREATE FUNCTION access.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('naast.organisation', true), '')::uuid;
      CREATE FUNCTION access.municipality() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('naast.municipality', true), '')::uuid;
      CREATE FUNCTION access.teams() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('naast.teams', true), '')::uuid[];
      CREATE FUNCTION access.has_role(VARIADIC wanted text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(string_to_array(current_setting('naast.roles', true), ',') && wanted, false);
      -- A job of the worker: no person, one municipality, the purpose is in the outbox row that woke it.
      CREATE FUNCTION access.is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('naast.kind', true) = 'system', false);

      CREATE TABLE municipality (
        id uuid PRIMARY KEY,
        code text NOT NULL CONSTRAINT municipality_code_once UNIQUE,
        name text NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}'
      );
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL CONSTRAINT organisation_kind_known
          CHECK (kind IN ('municipality', 'welfare', 'credit-bank', 'ngo')),
        services text
      );
      -- A partner can work for several municipalities.
      CREATE TABLE organisation_municipality (
        organisation_id uuid NOT NULL REFERENCES organisation,
        municipality_id uuid NOT NULL REFERENCES municipality,
        takes_referrals boolean NOT NULL DEFAULT false,
        PRIMARY KEY (municipality_id, organisation_id)
      );
      CREATE TABLE team (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL,
        band_min smallint NOT NULL DEFAULT 15,
        band_max smallint NOT NULL DEFAULT 40,
        CONSTRAINT team_band_ordered CHECK (band_min <= band_max)
      );
      CREATE TABLE app_user (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL,
        email text NOT NULL,
        subject text NOT NULL CONSTRAINT app_user_subject_once UNIQUE,
        active boolean NOT NULL DEFAULT true
      );
      CREATE TABLE user_role (
        user_id uuid NOT NULL REFERENCES app_user,
        municipality_id uuid NOT NULL REFERENCES municipality,
        role text NOT NULL,
        team_id uuid REFERENCES team,
        PRIMARY KEY (user_id, municipality_id, role)
      );
      CREATE INDEX user_role_of_team ON user_role (team_id, role);

      -- Only the hash of the cookie is stored: a leaked table opens no session.
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user,
        municipality_id uuid NOT NULL REFERENCES municipality,
        csrf_token text NOT NULL,
        id_token text,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_expiry ON session (expires_at);

      -- The API remembers who is who for a few seconds; these tell every process at once to forget it.
      CREATE FUNCTION actor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('actor_changed', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_ended AFTER DELETE ON session FOR EACH STATEMENT EXECUTE FUNCTION actor_changed();
      CREATE TRIGGER user_changed AFTER UPDATE ON app_user FOR EACH STATEMENT EXECUTE FUNCTION actor_changed();
      CREATE TRIGGER role_changed AFTER INSERT OR UPDATE OR DELETE ON user_role FOR EACH STATEMENT EXECUTE FUNCTION actor_changed();

      -- A retry is harmless: the key is claimed in the transaction of the write itself.
      CREATE TABLE idempotency_key (
        user_id uuid NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        result jsonb,
        status smallint,
        body text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
      ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own_keys ON idempotency_key
        USING (user_id = (SELECT access.user_id()) OR access.is_system())
        WITH CHECK (user_id = (SELECT access.user_id()));

      GRANT SELECT ON municipality, organisation, organisation_municipality, team, app_user, user_role TO naast_app;
      GRANT SELECT, INSERT, DELETE ON session TO naast_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO naast_app;
    `);
  }

  down = onlyForward;
}
