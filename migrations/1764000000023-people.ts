import type { MigrationInterface, QueryRunner } from 'typeorm';
import { intakeDoorsForWhoIsPresent } from './intake-doors.js';
import { involvedWith, itsMe, municipalityWall, onlyForward, policy, worksWith } from './policy.js';
import { partnerDoorsForWhoIsPresent } from './sharing-doors.js';

const HISTORY = `'firstName', 'infix', 'lastName', 'birthDate', 'phone', 'email', 'postcode', 'houseNumber', 'suffix', 'city',
  'role', 'leftOn', 'livesElsewhere', 'protectedAddress'`;

/** Who belongs to a family, how to reach them, who acts for them by law, and who stands beside them (decision 22). */
export class People1764000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${members}
      ${protectedTogether}
      ${addresses}
      ${representatives}
      ${network}
      ${partnerDoorsForWhoIsPresent}
      ${intakeDoorsForWhoIsPresent}
    `);
  }

  down = onlyForward;
}

const members = `
  ALTER TABLE household_member
    -- Unset: from the report on. Days in Amsterdam, never in the future.
    ADD COLUMN joined_on date,
    ADD COLUMN left_on date,
    ADD COLUMN left_reason text CONSTRAINT member_left_reason_known CHECK (left_reason IN ('own-home', 'other-parent', 'care', 'deceased', 'other')),
    ADD COLUMN preferred_channel text CONSTRAINT member_channel_known CHECK (preferred_channel IN ('phone', 'text-message', 'email', 'letter', 'visit')),
    ADD COLUMN language text CONSTRAINT member_language_code CHECK (language ~ '^([a-z]{2,3}|other)$'),
    ADD COLUMN interpreter_needed boolean NOT NULL DEFAULT false,
    ADD COLUMN no_calls_from time(0), ADD COLUMN no_calls_until time(0),
    -- 'Bel alleen op haar eigen telefoon': what keeps somebody safe.
    ADD COLUMN contact_remark text,
    -- In the family's own words, and nothing of the other household (decision 13).
    ADD COLUMN lives_elsewhere boolean NOT NULL DEFAULT false,
    ADD COLUMN elsewhere_agreement text,
    ADD CONSTRAINT member_leaving_has_reason CHECK ((left_on IS NULL) = (left_reason IS NULL)),
    ADD CONSTRAINT member_not_gone_before_birth CHECK (left_on >= birth_date AND joined_on >= birth_date),
    ADD CONSTRAINT member_elsewhere_has_words CHECK (lives_elsewhere OR elsewhere_agreement IS NULL);
  GRANT SELECT (joined_on, left_on, left_reason, preferred_channel, language, interpreter_needed, no_calls_from, no_calls_until, contact_remark,
                lives_elsewhere, elsewhere_agreement),
        UPDATE (joined_on, left_on, left_reason, preferred_channel, language, interpreter_needed, no_calls_from, no_calls_until, contact_remark,
                lives_elsewhere, elsewhere_agreement) ON household_member TO naast_app;
  ALTER TABLE member_history DROP CONSTRAINT history_field_known,
    ADD CONSTRAINT history_field_known CHECK (field IN (${HISTORY}));`;

/** The address of who hides is the address of the family: whoever reads it of another member knows where to go. */
const protectedTogether = `
  UPDATE household h SET protected_address = true WHERE NOT protected_address
    AND EXISTS (SELECT FROM household_member m WHERE m.household_id = h.id AND m.protected_address);
  CREATE FUNCTION family_is_protected_with_its_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE household SET protected_address = true WHERE id = NEW.household_id AND NOT protected_address;
    RETURN NULL;
  END $$;
  CREATE TRIGGER member_protects_family AFTER INSERT OR UPDATE OF protected_address, left_on ON household_member FOR EACH ROW
    WHEN (NEW.protected_address AND NEW.left_on IS NULL) EXECUTE FUNCTION family_is_protected_with_its_member();`;

const addresses = `
  CREATE TABLE past_address (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    postcode text, house_number text, house_number_suffix text, city text, neighbourhood text,
    protected_address boolean NOT NULL,
    -- The first day on which the family did not live there any more.
    until_on date NOT NULL,
    recorded_by uuid NOT NULL REFERENCES app_user,
    recorded_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX past_address_of_household ON past_address (household_id, until_on DESC);
  ${municipalityWall('past_address')}
  -- Where somebody hid is as secret as where they hide: for the same people as the address of today.
  ${policy('past_address', 'involved_people', 'SELECT', `${involvedWith('household_id')} AND (NOT protected_address OR EXISTS (
    SELECT FROM household_access s WHERE s.user_id = access.user_id() AND s.household_id = past_address.household_id
      AND s.reason IN ('regisseur', 'substitute', 'break-glass')))`)}
  ${policy('past_address', 'workers_record', 'INSERT', `${itsMe('recorded_by')} AND ${worksWith('household_id')}`)}
  ${writtenByPeople('past_address')}
  GRANT SELECT, INSERT ON past_address TO naast_app;`;

const representatives = `
  CREATE TABLE legal_representative (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    member_id uuid NOT NULL REFERENCES household_member,
    -- BW 1:431, 1:450, 1:378, 1:295; and a parent with authority who lives elsewhere (1:251).
    kind text NOT NULL CONSTRAINT representative_kind_known CHECK (kind IN ('administrator', 'mentor', 'curator', 'guardian', 'parent-elsewhere')),
    name text NOT NULL,
    organisation text,
    phone text, email text,
    since date NOT NULL,
    -- The first day on which it no longer holds.
    until date,
    recorded_by uuid NOT NULL REFERENCES app_user,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT representative_period_ordered CHECK (since < until)
  );
  CREATE INDEX representative_of_household ON legal_representative (household_id);
  CREATE INDEX representative_of_member ON legal_representative (member_id);
  ${keptByWorkers('legal_representative')}
  GRANT SELECT, INSERT ON legal_representative TO naast_app;
  GRANT UPDATE (kind, name, organisation, phone, email, since, until, version) ON legal_representative TO naast_app;`;

const network = `
  CREATE TABLE network_person (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    -- Unset: for the whole family.
    member_id uuid REFERENCES household_member,
    kind text NOT NULL CONSTRAINT network_kind_known CHECK (kind IN ('jim-mentor', 'buddy', 'volunteer', 'family', 'friend', 'neighbour', 'school', 'other')),
    -- What this person is to the family, in its own words: 'oma', 'voetbaltrainer van Sem'.
    relation text NOT NULL,
    name text, phone text, email text,
    agreement text NOT NULL CONSTRAINT network_agreement_known CHECK (agreement IN ('not-asked', 'no', 'yes')),
    agreed_on date,
    since date NOT NULL,
    until date,
    -- Whom a buddy can fall back on: a colleague of the team, who gets no access to the dossier by it.
    backup_user_id uuid REFERENCES app_user,
    recorded_by uuid NOT NULL REFERENCES app_user,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT network_period_ordered CHECK (since < until),
    -- AVG 5(1)(c): somebody outside the family is written down by name when they know it and agree.
    CONSTRAINT network_name_after_a_yes CHECK (agreement = 'yes' OR (name IS NULL AND phone IS NULL AND email IS NULL AND backup_user_id IS NULL)),
    CONSTRAINT network_yes_has_a_day CHECK (agreement = 'not-asked' OR agreed_on IS NOT NULL)
  );
  CREATE INDEX network_of_household ON network_person (household_id);
  CREATE INDEX network_of_member ON network_person (member_id);
  CREATE INDEX network_of_backup ON network_person (backup_user_id) WHERE backup_user_id IS NOT NULL;
  ${keptByWorkers('network_person')}
  GRANT SELECT, INSERT ON network_person TO naast_app;
  GRANT UPDATE (member_id, kind, relation, name, phone, email, agreement, agreed_on, since, until, backup_user_id, version) ON network_person TO naast_app;

  -- Whom I back up: the buddy, and whom I call about the family. Of the family itself nothing.
  CREATE FUNCTION access.my_buddies(today date) RETURNS TABLE (id uuid, kind text, name text, phone text, email text, since date, until date, regisseur text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.id, n.kind, n.name, n.phone, n.email, n.since, n.until,
      (SELECT u.name FROM regisseur_assignment r JOIN app_user u ON u.id = r.regisseur_id
       WHERE r.household_id = n.household_id AND r.state IN ('active', 'handover-planned'))
    FROM network_person n JOIN household h ON h.id = n.household_id
    WHERE n.backup_user_id = access.user_id() AND n.municipality_id = access.municipality() AND access.has_role('case-worker', 'regisseur')
      AND (n.until IS NULL OR n.until > today) AND h.state NOT IN ('closed', 'referred-elsewhere', 'declined-help', 'moved-away')
    ORDER BY n.since, n.id
  $$;`;

function keptByWorkers(table: string): string {
  return `
    ${municipalityWall(table)}
    ${policy(table, 'involved_people', 'SELECT', involvedWith('household_id'))}
    ${policy(table, 'workers_record', 'INSERT', `${itsMe('recorded_by')} AND ${worksWith('household_id')}`)}
    ${policy(table, 'workers_change', 'UPDATE', worksWith('household_id'))}
    ${writtenByPeople(table)}`;
}

/** As migrations 17 and 19 for the tables that were there: in one's own name, and an alarm that is still to be read or a mail needs no family. */
function writtenByPeople(table: string): string {
  return `
    CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF recorded_by ON ${table} FOR EACH ROW EXECUTE FUNCTION access.in_ones_own_name('recorded_by');
    ALTER POLICY worker_jobs ON ${table} USING (access.purpose() <> ALL ('{"",outbox.run,mail.send,bsn.too-often,sign-in,health}'));`;
}
