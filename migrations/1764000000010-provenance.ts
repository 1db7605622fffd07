import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itsMe, municipalityWall, onlyForward, policy, role } from './policy.js';
import { processingActivities } from './processing-activities.js';

const STAFF = [
  'regisseur', 'team-lead', 'case-worker', 'partner-worker', 'fund-secretary', 'committee-member', 'decision-maker', 'finance',
  'objection-handler', 'privacy-officer', 'policy-adviser',
];

/** From where, for what and about whom: the second log (Logboek Dataverwerkingen), the register of AVG 30, the resident's own account. */
export class Provenance1764000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- From where and in which function. As a default, so that every line has them, whoever writes it; lines from before have none.
      ALTER TABLE audit_event ADD COLUMN origin text, ADD COLUMN roles text;
      ALTER TABLE audit_event ALTER COLUMN origin SET DEFAULT nullif(current_setting('naast.origin', true), ''),
                              ALTER COLUMN roles SET DEFAULT nullif(current_setting('naast.roles', true), ''),
                              ALTER COLUMN request_id SET DEFAULT nullif(current_setting('naast.request', true), '');
      CREATE INDEX audit_event_of_municipality ON audit_event (municipality_id, id);
      CREATE INDEX audit_event_of_user ON audit_event (user_id, id) WHERE user_id IS NOT NULL;

      -- Who belonged to the family when somebody looked: a child that comes later was not seen before.
      ALTER TABLE household_member ADD COLUMN known_since timestamptz;
      UPDATE household_member m SET known_since = h.created_at FROM household h WHERE h.id = m.household_id;
      ALTER TABLE household_member ALTER COLUMN known_since SET DEFAULT now(), ALTER COLUMN known_since SET NOT NULL;

      CREATE TABLE processing_activity (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        code text NOT NULL,
        name text NOT NULL,
        purpose text NOT NULL,
        legal_basis text NOT NULL,
        people text[] NOT NULL,
        data text[] NOT NULL,
        recipients text[] NOT NULL,
        -- AVG 30(1)(e); Naast itself sends nothing there.
        transfers text NOT NULL DEFAULT 'Geen doorgifte buiten de Europese Economische Ruimte',
        retention text NOT NULL,
        retention_code text NOT NULL,
        security text[] NOT NULL,
        controller text NOT NULL,
        processor text,
        changed_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT processing_activity_code_once UNIQUE (municipality_id, code)
      );
      ${municipalityWall('processing_activity')}
      ${policy('processing_activity', 'staff_reads', 'SELECT', role(...STAFF))}
      ${policy('processing_activity', 'privacy_officer_keeps', 'UPDATE', role('privacy-officer'))}
      GRANT SELECT ON processing_activity TO naast_app;
      GRANT UPDATE (name, purpose, legal_basis, people, data, recipients, transfers, retention, retention_code, security, controller, processor,
                    changed_at, version) ON processing_activity TO naast_app;
      ${processingActivities}

      -- One line per data subject, made from sealed audit lines. Nobody's name and no user: the trace leads to the audit.
      CREATE TABLE processing_log (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        municipality_id uuid NOT NULL,
        audit_event_id bigint NOT NULL,
        trace_id text NOT NULL CONSTRAINT processing_log_trace CHECK (trace_id ~ '^[0-9a-f]{32}$'),
        span_id text NOT NULL CONSTRAINT processing_log_span CHECK (span_id ~ '^[0-9a-f]{16}$'),
        operation text NOT NULL,
        processing_activity_id uuid NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'OK',
        data_subject_type text NOT NULL,
        data_subject_sealed bytea NOT NULL,
        -- Keyed: finds all lines of one person without opening any.
        data_subject_index bytea NOT NULL,
        CONSTRAINT processing_log_once UNIQUE (audit_event_id, data_subject_index)
      );
      CREATE INDEX processing_log_of_trace ON processing_log (trace_id);
      CREATE INDEX processing_log_of_subject ON processing_log (data_subject_index, id);
      -- The worker works on all municipalities in one go, in the order of the seals; so no wall that asks for one.
      ALTER TABLE processing_log ENABLE ROW LEVEL SECURITY;
      CREATE POLICY worker_jobs ON processing_log USING (access.is_system());
      CREATE POLICY privacy_officer_reads ON processing_log FOR SELECT
        USING (access.has_role('privacy-officer') AND municipality_id = access.municipality());
      GRANT SELECT, INSERT ON processing_log TO naast_app;

      -- Up to which seal the audit has been worked into the log, and up to which line that was exported.
      CREATE TABLE processing_log_progress (
        one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
        seal bigint NOT NULL DEFAULT 0,
        exported_until bigint NOT NULL DEFAULT 0
      );
      INSERT INTO processing_log_progress DEFAULT VALUES;
      ALTER TABLE processing_log_progress ENABLE ROW LEVEL SECURITY;
      CREATE POLICY worker_jobs ON processing_log_progress USING (access.is_system());
      GRANT SELECT ON processing_log_progress TO naast_app;
      GRANT UPDATE (seal, exported_until) ON processing_log_progress TO naast_app;

      -- Ids only, and only for the worker: who was in these families, and whom these records are about.
      CREATE FUNCTION access.members_of(households uuid[]) RETURNS TABLE (household_id uuid, member_id uuid, known_since timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT m.household_id, m.id, m.known_since FROM household_member m WHERE m.household_id = ANY (households) AND access.is_system()
      $$;
      CREATE FUNCTION access.members_of_records(records uuid[]) RETURNS TABLE (record_id uuid, member_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT s.referral_id, s.member_id FROM referral_share s WHERE s.referral_id = ANY (records) AND access.is_system()
        UNION ALL
        SELECT b.id, b.member_id FROM legal_basis b WHERE b.id = ANY (records) AND access.is_system()
      $$;
      CREATE FUNCTION access.register_of_all() RETURNS TABLE (municipality_id uuid, code text, id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT p.municipality_id, p.code, p.id FROM processing_activity p WHERE access.is_system()
      $$;

      -- An inwoner who signs in, and for whom: themselves, or a child under 16 whose parent they are.
      CREATE TABLE resident_account (
        user_id uuid NOT NULL REFERENCES app_user,
        municipality_id uuid NOT NULL REFERENCES municipality,
        member_id uuid NOT NULL REFERENCES household_member ON DELETE CASCADE,
        capacity text NOT NULL DEFAULT 'self' CONSTRAINT resident_capacity_known CHECK (capacity IN ('self', 'representative')),
        PRIMARY KEY (user_id, member_id)
      );
      CREATE INDEX resident_account_of_member ON resident_account (member_id);
      ${municipalityWall('resident_account')}
      ${policy('resident_account', 'own_account', 'SELECT', itsMe('user_id'))}
      GRANT SELECT ON resident_account TO naast_app;

      -- Under 16 the legal representative asks, from 16 one asks oneself (UAVG 5, AVG 12). Of oneself every household that one is in;
      -- of a child only this side, and not after it was recorded that one has no authority. (As plpgsql, because the columns that it
      -- asks come with later migrations.)
      CREATE FUNCTION access.my_members(today date DEFAULT (now() AT TIME ZONE 'Europe/Amsterdam')::date)
      RETURNS TABLE (member_id uuid, household_id uuid, capacity text, name text)
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      BEGIN
        RETURN QUERY
        SELECT DISTINCT m.id, m.household_id, a.capacity, concat_ws(' ', m.first_name, m.infix, m.last_name)
        FROM resident_account a JOIN household_member own ON own.id = a.member_id AND own.municipality_id = a.municipality_id
        JOIN household_member m ON m.municipality_id = a.municipality_id
          AND CASE a.capacity WHEN 'self' THEN m.person_id = own.person_id ELSE m.id = own.id END
        WHERE a.user_id = access.user_id() AND a.municipality_id = access.municipality() AND access.has_role('resident')
          AND (a.capacity = 'self') = (m.birth_date + interval '16 years' <= today)
          AND (a.capacity = 'self' OR NOT EXISTS (
            SELECT FROM parental_authority p JOIN resident_account me ON me.member_id = p.adult_id AND me.user_id = a.user_id AND me.capacity = 'self'
            WHERE p.child_id = m.id AND NOT p.has_authority));
      END $$;
      CREATE FUNCTION access.my_regisseurs() RETURNS TABLE (name text, organisation text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT u.name, o.name FROM resident_account a
        JOIN household_member m ON m.id = a.member_id AND m.municipality_id = a.municipality_id
        JOIN regisseur_assignment r ON r.household_id = m.household_id AND r.state IN ('active', 'handover-planned')
        JOIN app_user u ON u.id = r.regisseur_id JOIN organisation o ON o.id = u.organisation_id
        WHERE a.user_id = access.user_id() AND a.municipality_id = access.municipality() AND access.has_role('resident')
      $$;

      -- Who saw whom, for those the caller holds the keyed hashes of: without the key nobody can ask for another person.
      -- It names no other person, and of the employee what the setting allows is decided by the caller. Actions that are told, those
      -- that are not, and rooms of which only what is told counts.
      CREATE FUNCTION access.who_saw(subjects bytea[], before bigint, most integer, told text[], silent text[], silent_rooms text[])
      RETURNS TABLE (id bigint, subject bytea, at timestamptz, action text, details jsonb, roles text, person text, organisation text, partner text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT p.id, p.data_subject_index, e.at, e.action, e.details, e.roles, u.name, o.name,
          (SELECT t.name FROM organisation t WHERE t.id = CASE
            WHEN e.subject_kind = 'referral' THEN (SELECT r.to_organisation_id FROM referral r WHERE r.id = e.subject_id)
            WHEN e.details->>'toOrganisationId' ~ '^[0-9a-f-]{36}$' THEN (e.details->>'toOrganisationId')::uuid END)
        FROM processing_log p JOIN audit_event e ON e.id = p.audit_event_id
        JOIN app_user u ON u.id = e.user_id LEFT JOIN organisation o ON o.id = e.organisation_id
        WHERE p.data_subject_index = ANY (subjects) AND p.id < before AND p.municipality_id = access.municipality()
          AND (e.action = ANY (told) OR NOT (e.action = ANY (silent) OR split_part(e.action, '.', 1) = ANY (silent_rooms)))
          AND (NOT access.has_role('resident') OR e.user_id <> access.user_id())
          AND access.has_role('resident', 'regisseur')
        ORDER BY p.id DESC LIMIT most
      $$;

      -- The privacy officer asks the log by case number, and sees no more of a family than that.
      CREATE FUNCTION access.household_by_case(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN (SELECT h.id FROM public.household h WHERE h.municipality_id = access.municipality() AND h.case_number = wanted
          AND access.has_role('privacy-officer'));
      CREATE FUNCTION access.case_of_household(household uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN (SELECT h.case_number FROM public.household h WHERE h.id = household AND h.municipality_id = access.municipality()
          AND access.has_role('privacy-officer'));
    `);
  }

  down = onlyForward;
}
