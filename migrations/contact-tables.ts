import { inOnesOwnName, involvedWith, itsMe, municipalityWall, policy, role, worksWith } from './policy.js';

/** What a team lead may read of a family: nothing, unless it is scaled up to them. */
export const whenScaledUp = (table: string): string =>
  policy(table, 'team_lead_when_scaled_up', 'SELECT', `${role('team-lead')} AND access.scaled_up_in_my_team(${table}.household_id)`);

/** The wall, for jobs that have a family to work for (decision 19). */
export const wall = (table: string): string => `${municipalityWall(table)}
  ALTER POLICY worker_jobs ON ${table} USING (access.purpose() <> ALL ('{"",outbox.run,mail.send,bsn.too-often,sign-in,health}'::text[]));`;

const NOTE = `kind text NOT NULL, contact_at timestamptz NOT NULL, member_ids uuid[] NOT NULL, others text, discussed text NOT NULL, next_step text`;

/** Contact notes with every earlier version, and the draft of who is still writing. */
export const contactTables = `
  CREATE TABLE contact_note (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    ${NOTE},
    written_by uuid NOT NULL REFERENCES app_user,
    written_at timestamptz NOT NULL DEFAULT now(),
    corrected_by uuid REFERENCES app_user,
    corrected_at timestamptz,
    correction_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT contact_kind_known CHECK (kind IN ('conversation', 'home-visit', 'phone', 'walk-in', 'message')),
    CONSTRAINT contact_is_with_somebody CHECK (cardinality(member_ids) > 0 OR others IS NOT NULL)
  );
  CREATE INDEX contact_note_of_household ON contact_note (household_id, contact_at DESC, id DESC);

  -- What stood there before a correction. Written by the trigger only: nobody corrects without keeping it.
  CREATE TABLE contact_note_version (
    note_id uuid NOT NULL REFERENCES contact_note,
    version integer NOT NULL,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    ${NOTE},
    written_by uuid NOT NULL REFERENCES app_user,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (note_id, version)
  );
  CREATE INDEX contact_version_of_household ON contact_note_version (household_id);
  CREATE FUNCTION access.keep_contact_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO contact_note_version (note_id, version, household_id, municipality_id, kind, contact_at, member_ids, others, discussed, next_step, written_by, written_at)
      VALUES (OLD.id, OLD.version, OLD.household_id, OLD.municipality_id, OLD.kind, OLD.contact_at, OLD.member_ids, OLD.others, OLD.discussed, OLD.next_step,
        coalesce(OLD.corrected_by, OLD.written_by), coalesce(OLD.corrected_at, OLD.written_at));
    RETURN NULL;
  END $$;
  CREATE TRIGGER earlier_version_stays AFTER UPDATE OF kind, contact_at, member_ids, others, discussed, next_step ON contact_note FOR EACH ROW EXECUTE FUNCTION access.keep_contact_version();

  -- Not in the record yet: of who writes it and of nobody else. One per person and family.
  CREATE TABLE contact_draft (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    user_id uuid NOT NULL REFERENCES app_user,
    content jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT contact_draft_once UNIQUE (household_id, user_id)
  );
  CREATE INDEX contact_draft_by_age ON contact_draft (municipality_id, saved_at);

  ${wall('contact_note')}
  ${policy('contact_note', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${whenScaledUp('contact_note')}
  ${policy('contact_note', 'involved_people_add', 'INSERT', `${itsMe('written_by')} AND ${role('regisseur', 'case-worker')} AND ${worksWith('household_id')}`)}
  ${policy('contact_note', 'involved_people_change', 'UPDATE', `${role('regisseur', 'case-worker')} AND ${worksWith('household_id')}`)}
  ${wall('contact_note_version')}
  ${policy('contact_note_version', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${whenScaledUp('contact_note_version')}
  ${municipalityWall('contact_draft')}
  ${policy('contact_draft', 'own_draft', 'ALL', `${itsMe('user_id')} AND ${role('regisseur', 'case-worker')} AND ${worksWith('household_id')}`)}
  ALTER POLICY worker_jobs ON contact_draft USING (access.is_job('housekeeping'));
  ${inOnesOwnName('contact_note', 'written_by', 'corrected_by')}
  ${inOnesOwnName('contact_note_version', 'written_by')}
  GRANT SELECT, INSERT ON contact_note TO naast_app;
  GRANT UPDATE (kind, contact_at, member_ids, others, discussed, next_step, corrected_by, corrected_at, correction_reason, version) ON contact_note TO naast_app;
  GRANT SELECT ON contact_note_version TO naast_app;
  GRANT SELECT, INSERT, DELETE ON contact_draft TO naast_app;
  GRANT UPDATE (content, saved_at, version) ON contact_draft TO naast_app;

  -- A draft ends with the task. At the end of the transaction: who takes in a family and becomes its regisseur keeps it.
  CREATE FUNCTION access.draft_ends_with_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM contact_draft d WHERE d.household_id = OLD.household_id AND d.user_id = OLD.user_id
      AND NOT EXISTS (SELECT FROM household_access a WHERE a.household_id = OLD.household_id AND a.user_id = OLD.user_id
        AND a.reason <> 'break-glass' AND (a.until IS NULL OR a.until > now()));
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER draft_ends_with_task AFTER DELETE ON household_access DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION access.draft_ends_with_task();
`;
