import { municipalityWall, policy, role } from './policy.js';

const officer = role('privacy-officer');

/** What the municipality decided about terms, what may not go yet, and what goes. */
export const retentionTables = `
  -- One row per rule and municipality, filled with the defaults as soon as there is a municipality.
  CREATE TABLE retention_rule (
    municipality_id uuid NOT NULL REFERENCES municipality,
    code text NOT NULL,
    term_count smallint NOT NULL CONSTRAINT retention_term_positive CHECK (term_count BETWEEN 1 AND 1200),
    term_unit text NOT NULL CONSTRAINT retention_unit_known CHECK (term_unit IN ('days', 'months', 'years')),
    reason text,
    changed_by uuid REFERENCES app_user,
    changed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (municipality_id, code)
  );
  ${municipalityWall('retention_rule')}
  ${policy('retention_rule', 'privacy_officer_reads', 'SELECT', officer)}
  ${policy('retention_rule', 'privacy_officer_decides', 'UPDATE', officer)}
  GRANT SELECT ON retention_rule TO naast_app;
  GRANT UPDATE (term_count, term_unit, reason, changed_by, changed_at, version) ON retention_rule TO naast_app;

  -- Something runs for which the record is needed: it does not go, whatever its term says.
  CREATE TABLE legal_hold (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- The privacy officer knows the family by this only.
    case_number text NOT NULL,
    kind text NOT NULL CONSTRAINT legal_hold_kind_known CHECK
      (kind IN ('objection', 'complaint', 'rights-request', 'court-case', 'inspection', 'other')),
    reason text NOT NULL CONSTRAINT legal_hold_has_reason CHECK (length(btrim(reason)) > 0),
    -- The first day on which it no longer holds; empty until somebody lifts it.
    until date,
    placed_by uuid NOT NULL REFERENCES app_user,
    placed_at timestamptz NOT NULL DEFAULT now(),
    lifted_by uuid REFERENCES app_user,
    lifted_at timestamptz,
    version integer NOT NULL DEFAULT 1
  );
  CREATE INDEX legal_hold_of_household ON legal_hold (household_id) WHERE lifted_at IS NULL;
  CREATE INDEX legal_hold_newest ON legal_hold (municipality_id, id DESC);
  ${municipalityWall('legal_hold')}
  ${policy('legal_hold', 'privacy_officer_reads', 'SELECT', officer)}
  ${policy('legal_hold', 'privacy_officer_holds', 'INSERT', `${officer} AND placed_by = access.user_id() AND access.family_here(household_id)`)}
  ${policy('legal_hold', 'privacy_officer_lifts', 'UPDATE', officer)}
  GRANT SELECT, INSERT ON legal_hold TO naast_app;
  GRANT UPDATE (lifted_by, lifted_at, version) ON legal_hold TO naast_app;

  CREATE TABLE destruction_list (
    id uuid PRIMARY KEY,
    municipality_id uuid NOT NULL REFERENCES municipality,
    number integer NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    -- Nobody: the calendar made it.
    made_by uuid REFERENCES app_user,
    -- '2026-11': the calendar makes one a month, however many workers look.
    month text,
    state text NOT NULL CONSTRAINT destruction_list_state_known CHECK
      (state IN ('proposed', 'approved', 'carrying-out', 'done', 'withdrawn')),
    approved_by uuid REFERENCES app_user,
    approved_at timestamptz,
    withdrawn_by uuid REFERENCES app_user,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    done_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT destruction_list_number_once UNIQUE (municipality_id, number),
    CONSTRAINT destruction_list_once_a_month UNIQUE (municipality_id, month),
    CONSTRAINT destruction_needs_an_approval CHECK (state IN ('proposed', 'withdrawn') OR (approved_by IS NOT NULL AND approved_at IS NOT NULL)),
    -- Four eyes.
    CONSTRAINT nobody_approves_their_own_list CHECK (approved_by <> made_by)
  );
  ${municipalityWall('destruction_list')}
  ${policy('destruction_list', 'privacy_officer_reads', 'SELECT', officer)}
  ${policy('destruction_list', 'privacy_officer_makes', 'INSERT', `${officer} AND made_by = access.user_id() AND state = 'proposed'`)}
  ${policy('destruction_list', 'privacy_officer_decides', 'UPDATE', officer)}
  GRANT SELECT ON destruction_list TO naast_app;
  GRANT INSERT (id, municipality_id, number, made_at, made_by, month, state) ON destruction_list TO naast_app;
  GRANT UPDATE (state, approved_by, approved_at, withdrawn_by, withdrawn_at, withdrawal_reason, done_at, version) ON destruction_list TO naast_app;

  -- A job may carry out what a person agreed to; it can't agree by itself.
  CREATE FUNCTION access.approval_is_personal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF current_user = 'naast_app' AND (NEW.approved_by IS DISTINCT FROM OLD.approved_by) AND NOT (
      OLD.state = 'proposed' AND NEW.approved_by = access.user_id() AND access.has_role('privacy-officer')) THEN
      RAISE EXCEPTION 'only a privacy officer approves a destruction' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER approval_is_personal BEFORE UPDATE ON destruction_list FOR EACH ROW EXECUTE FUNCTION access.approval_is_personal();

  CREATE TABLE destruction_item (
    id uuid PRIMARY KEY,
    list_id uuid NOT NULL REFERENCES destruction_list,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- No foreign key: this stays as the proof when the family is gone. No name, no address.
    household_id uuid NOT NULL,
    case_number text NOT NULL,
    end_state text NOT NULL,
    ended_on date NOT NULL,
    kinds text[] NOT NULL,
    rule text NOT NULL,
    may_go_on date NOT NULL,
    -- Youth help asks the longest term: worth a second look when children were there.
    has_children boolean NOT NULL,
    state text NOT NULL DEFAULT 'proposed' CONSTRAINT destruction_item_state_known CHECK (state IN ('proposed', 'kept', 'destroyed', 'failed')),
    kept_because text CONSTRAINT kept_because_known CHECK (kept_because IN ('officer', 'reopened', 'hold', 'term-not-over', 'list-withdrawn')),
    kept_reason text,
    kept_until date,
    kept_by uuid REFERENCES app_user,
    -- The hold that keeps it from the next list too.
    hold_id uuid,
    destroyed_at timestamptz,
    rows_destroyed integer,
    failure_code text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT destruction_item_once UNIQUE (list_id, household_id),
    CONSTRAINT kept_has_a_reason CHECK ((state = 'kept') = (kept_because IS NOT NULL)),
    CONSTRAINT destroyed_has_a_moment CHECK ((state = 'destroyed') = (destroyed_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX one_open_destruction_item ON destruction_item (household_id) WHERE state IN ('proposed', 'failed');
  CREATE INDEX destruction_item_of_list ON destruction_item (list_id, case_number, id);
  ${municipalityWall('destruction_item')}
  ${policy('destruction_item', 'privacy_officer_reads', 'SELECT', officer)}
  ${policy('destruction_item', 'privacy_officer_lists', 'INSERT', `${officer} AND state = 'proposed'`)}
  ${policy('destruction_item', 'privacy_officer_judges', 'UPDATE', `${officer} AND state <> 'destroyed'`)}
  GRANT SELECT ON destruction_item TO naast_app;
  GRANT INSERT (id, list_id, municipality_id, household_id, case_number, end_state, ended_on, kinds, rule, may_go_on, has_children) ON destruction_item TO naast_app;
  -- destroyed_at is no part of this: only the destruction itself says that it happened (see kept_has_a_reason and destroyed_has_a_moment).
  GRANT UPDATE (state, kept_because, kept_reason, kept_until, kept_by, hold_id, failure_code, version) ON destruction_item TO naast_app;
`;
