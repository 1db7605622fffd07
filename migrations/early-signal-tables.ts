import { inOnesOwnName, itsMe, municipalityWall, policy, role } from './policy.js';

const TEAM = `${role('team-lead', 'case-worker')} AND team_id = ANY (access.teams())`;
const TABLES = ['early_signal_case', 'early_signal', 'early_signal_step'] as const;

/** The same form as the address_key of a household, so that the two can be compared. */
const addressKey = `text GENERATED ALWAYS AS (upper(regexp_replace(postcode, '[\\s.\\-/]', '', 'g') || '-' || regexp_replace(house_number, '[\\s.\\-/]', '', 'g')
  || '-' || regexp_replace(coalesce(house_number_suffix, ''), '[\\s.\\-/]', '', 'g'))) STORED`;

const tables = `
  -- One person at one address about whom creditors told; the team follows it up once, however many creditors there are.
  CREATE TABLE early_signal_case (
    id uuid PRIMARY KEY,
    municipality_id uuid NOT NULL REFERENCES municipality,
    team_id uuid NOT NULL REFERENCES team,
    name text NOT NULL,
    -- The last part of the name, normalised: creditors write the first part in many ways.
    person_key text NOT NULL,
    postcode text NOT NULL, house_number text NOT NULL, house_number_suffix text, city text NOT NULL,
    address_key ${addressKey},
    threatening boolean NOT NULL,
    received_on date NOT NULL,
    first_talk_by date NOT NULL,
    state text NOT NULL CONSTRAINT early_signal_state_known CHECK
      (state IN ('new', 'visit-planned', 'not-reached', 'spoken', 'waiting-list', 'no-help', 'already-helped', 'given-up')),
    visit_on date,
    visitor_id uuid REFERENCES app_user,
    not_at_home smallint NOT NULL DEFAULT 0,
    household_id uuid REFERENCES household,
    closed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT early_signal_visit_has_both CHECK ((visit_on IS NULL) = (visitor_id IS NULL))
  );
  CREATE UNIQUE INDEX one_open_signal_case ON early_signal_case (team_id, address_key, person_key) WHERE closed_at IS NULL;
  CREATE INDEX signal_case_due ON early_signal_case (team_id, first_talk_by, id) WHERE closed_at IS NULL;
  CREATE INDEX signal_case_of_team ON early_signal_case (team_id, state, first_talk_by, id);
  CREATE INDEX signal_case_closed ON early_signal_case (municipality_id, closed_at);
  CREATE INDEX signal_case_of_household ON early_signal_case (household_id);
  CREATE INDEX signal_case_of_visitor ON early_signal_case (visitor_id) WHERE visitor_id IS NOT NULL;

  CREATE TABLE early_signal (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES early_signal_case,
    municipality_id uuid NOT NULL REFERENCES municipality,
    team_id uuid NOT NULL REFERENCES team,
    creditor_kind text NOT NULL,
    creditor text NOT NULL,
    amount_cents integer NOT NULL,
    months smallint,
    signalled_on date NOT NULL,
    -- Creditor, address, person and month: a file that comes twice changes nothing.
    signal_key text NOT NULL,
    CONSTRAINT early_signal_once UNIQUE (municipality_id, signal_key)
  );
  CREATE INDEX signal_of_case ON early_signal (case_id, signalled_on DESC);

  CREATE TABLE early_signal_step (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES early_signal_case,
    municipality_id uuid NOT NULL REFERENCES municipality,
    team_id uuid NOT NULL REFERENCES team,
    action text NOT NULL,
    at timestamptz NOT NULL,
    by_user_id uuid NOT NULL REFERENCES app_user,
    visit_on date,
    note text
  );
  CREATE INDEX signal_step_of_case ON early_signal_step (case_id, at DESC);
  CREATE INDEX signal_step_in_year ON early_signal_step (municipality_id, at) WHERE action IN ('visit-done', 'refused-at-door', 'not-at-home');

  CREATE TABLE early_signal_import (
    id uuid PRIMARY KEY,
    municipality_id uuid NOT NULL REFERENCES municipality,
    imported_by uuid NOT NULL REFERENCES app_user,
    imported_at timestamptz NOT NULL,
    file_name text NOT NULL,
    row_count integer NOT NULL, taken_rows integer NOT NULL, refused_rows integer NOT NULL,
    new_signals integer NOT NULL, new_cases integer NOT NULL, already_known integer NOT NULL,
    refusals jsonb NOT NULL,
    -- Names and addresses as they came: as the refused rows of an intake.
    refused_csv_sealed bytea
  );
  CREATE INDEX signal_import_of_user ON early_signal_import (imported_by, id DESC);
  CREATE INDEX signal_import_age ON early_signal_import (municipality_id, imported_at);
`;

const guards = `
  ${TABLES.map((table) => `${municipalityWall(table)}
    ${policy(table, 'own_team_reads', 'SELECT', TEAM)}
    ${policy(table, 'own_team_adds', 'INSERT', table === 'early_signal_step' ? `${TEAM} AND ${itsMe('by_user_id')}` : TEAM)}
    ALTER POLICY worker_jobs ON ${table} USING (access.is_job('early-signal.visit-planned', 'rights-export.collect'));`).join('\n')}
  ${policy('early_signal_case', 'own_team_changes', 'UPDATE', TEAM)}
  ${municipalityWall('early_signal_import')}
  ALTER POLICY worker_jobs ON early_signal_import USING (access.purpose() <> ALL ('{"",outbox.run,mail.send,bsn.too-often,sign-in,health}'::text[]));
  ${policy('early_signal_import', 'own_imports', 'ALL', 'imported_by = access.user_id()')}
  ${inOnesOwnName('early_signal_import', 'imported_by')}
  GRANT SELECT ON early_signal_case TO naast_app;
  GRANT SELECT, INSERT ON early_signal, early_signal_step, early_signal_import TO naast_app;
  -- Which family it became says the door below.
  GRANT INSERT (id, municipality_id, team_id, name, person_key, postcode, house_number, house_number_suffix, city, threatening, received_on, first_talk_by, state) ON early_signal_case TO naast_app;
  GRANT UPDATE (threatening, first_talk_by, received_on, state, visit_on, visitor_id, not_at_home, closed_at, version) ON early_signal_case TO naast_app;
`;

const doors = `
  -- Which of these signals are here already, in whatever team: the importer learns that a line came before, and of nobody where.
  CREATE FUNCTION access.known_signals(keys text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.signal_key FROM early_signal s WHERE s.municipality_id = access.municipality() AND s.signal_key = ANY (keys) AND access.has_role('case-worker')
  $$;

  -- How many visits the municipality did in a year: a number for every team and for who advises, of no family.
  CREATE FUNCTION access.home_visits(of_year integer) RETURNS TABLE (action text, visits integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.action, count(*)::int FROM early_signal_step s
    WHERE s.municipality_id = access.municipality() AND access.has_role('team-lead', 'case-worker', 'policy-adviser')
      AND s.action IN ('visit-done', 'refused-at-door', 'not-at-home')
      AND s.at >= make_timestamptz(of_year, 1, 1, 0, 0, 0, 'Europe/Amsterdam') AND s.at < make_timestamptz(of_year + 1, 1, 1, 0, 0, 0, 'Europe/Amsterdam')
    GROUP BY 1
  $$;

  -- A signal becomes a family once, in the transaction in which the same person takes that family in: it can't be laid in the dossier of another.
  CREATE FUNCTION access.signal_became(signal uuid, family uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE early_signal_case c SET household_id = h.id FROM household h
    WHERE c.id = signal AND c.household_id IS NULL AND c.closed_at IS NULL AND c.municipality_id = access.municipality() AND c.team_id = ANY (access.teams())
      AND ${role('team-lead', 'case-worker')} AND h.id = family AND h.municipality_id = c.municipality_id
      AND h.safety_checked_by = access.user_id() AND h.created_at = now()
    RETURNING true
  $$;
`;

/** Wgs 3 gives no term for a signal that leads to no help; half a year is a proposal, and a setting of the municipality (decision 23). */
const retention = `
  ALTER FUNCTION retention.defaults() RENAME TO defaults_before_signals;
  CREATE FUNCTION retention.defaults() RETURNS TABLE (code text, term_count smallint, term_unit text) LANGUAGE sql IMMUTABLE AS $$
    SELECT * FROM retention.defaults_before_signals() UNION ALL VALUES ('early-signal', 6::smallint, 'months')
  $$;
  INSERT INTO retention_rule (municipality_id, code, term_count, term_unit) SELECT id, 'early-signal', 6, 'months' FROM municipality;

  CREATE FUNCTION retention.erase_signals(here uuid, before timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    gone uuid[];
  BEGIN
    -- With a household it goes with the household. What nobody closed in a year is over too.
    SELECT array_agg(c.id) INTO gone FROM public.early_signal_case c WHERE c.municipality_id = here AND c.household_id IS NULL
      AND coalesce(c.closed_at, c.received_on + interval '1 year') < before;
    DELETE FROM public.early_signal_step WHERE case_id = ANY (gone);
    DELETE FROM public.early_signal WHERE case_id = ANY (gone);
    DELETE FROM public.early_signal_case WHERE id = ANY (gone);
    RETURN coalesce(cardinality(gone), 0);
  END $$;

  ALTER FUNCTION access.sweep(text) RENAME TO sweep_before_signals;
  CREATE FUNCTION access.sweep(wanted text) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    here uuid := access.municipality();
    before timestamptz;
    n integer := 0;
  BEGIN
    IF NOT access.is_job('housekeeping') THEN RAISE EXCEPTION 'only a job sweeps' USING ERRCODE = 'insufficient_privilege'; END IF;
    IF wanted NOT IN ('early-signal', 'intake-refused-rows', 'intake-import') THEN RETURN access.sweep_before_signals(wanted); END IF;
    SELECT now() - CASE term_unit WHEN 'years' THEN make_interval(years => term_count) WHEN 'months' THEN make_interval(months => term_count)
        ELSE make_interval(days => term_count) END
      INTO before FROM retention_rule WHERE municipality_id = here AND code = wanted;
    IF before IS NULL THEN RETURN 0; END IF;
    IF wanted = 'early-signal' THEN RETURN retention.erase_signals(here, before); END IF;
    IF wanted = 'intake-import' THEN DELETE FROM early_signal_import WHERE municipality_id = here AND imported_at < before;
    ELSE UPDATE early_signal_import SET refused_csv_sealed = NULL, refusals = '[]' WHERE municipality_id = here AND imported_at < before AND refused_csv_sealed IS NOT NULL;
    END IF;
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n + access.sweep_before_signals(wanted);
  END $$;
`;

/** A line of its own in the register of processing (AVG 30): another purpose and other people than the intake. */
const register = `
  CREATE FUNCTION begin_register_of_signals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $begin$
  BEGIN
    INSERT INTO processing_activity (id, municipality_id, code, name, purpose, legal_basis, people, data, recipients, retention, retention_code, security, controller)
    SELECT gen_random_uuid(), NEW.id, 'early-signals', 'Vroegsignalering van schulden',
      'Mensen met een beginnende betaalachterstand op tijd hulp aanbieden.',
      'AVG 6 lid 1 onder e: Wgs artikel 3 lid 1 onder b, Besluit gemeentelijke schuldhulpverlening paragraaf 2.',
      ARRAY['Inwoners met een betaalachterstand'], ARRAY['Naam', 'Adres', 'Schuldeiser', 'Hoogte van de achterstand', 'Wat er met het signaal is gedaan'],
      ARRAY['Het team van de wijk'], '6 maanden na het afsluiten, als er geen hulp komt; anders zo lang als het dossier', 'early-signal',
      a.security, a.controller
    FROM processing_activity a WHERE a.municipality_id = NEW.id AND a.code = 'intake'
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $begin$;
  -- By its name after the trigger that begins the register.
  CREATE TRIGGER municipality_begins_register_of_signals AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION begin_register_of_signals();
  CREATE TRIGGER municipality_has_signals AFTER UPDATE ON municipality FOR EACH ROW EXECUTE FUNCTION begin_register_of_signals();
  UPDATE municipality SET name = name;
  DROP TRIGGER municipality_has_signals ON municipality;
`;

export const earlySignals = `${tables}${guards}${doors}${retention}${register}`;
