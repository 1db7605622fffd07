import type { MigrationInterface, QueryRunner } from 'typeorm';
import { basisRules } from './basis-rules.js';
import { involvedWith, municipalityWall, onlyForward, policy, role, worksWith } from './policy.js';

/**
 * Three records, never one "consent" box: the legal basis (there already), the release of professional secrecy and the
 * agreement to be helped. Beside them the catalogue of bases of each municipality, who has authority over which child, and
 * the birthdays on which somebody else starts to decide.
 */
export class Records1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${basisRules}

      ALTER TABLE legal_basis
        ADD catalogue_code text,
        -- Who said yes: members and names with the capacity in which they could (parent with authority, guardian …).
        ADD agreed_by jsonb NOT NULL DEFAULT '[]',
        -- The one that this one took the place of: a renewal, or a new yes after a withdrawal.
        ADD follows_id uuid REFERENCES legal_basis,
        -- Somebody has to look at it again; it goes on opening what it opened until then.
        ADD review_due_on date,
        ADD review_reason text;
      CREATE INDEX basis_running_out ON legal_basis (municipality_id, valid_until) WHERE state IN ('proposed', 'active');
      CREATE INDEX basis_by_rule ON legal_basis (municipality_id, catalogue_code) WHERE state IN ('proposed', 'active');
      CREATE INDEX basis_follows ON legal_basis (follows_id) WHERE follows_id IS NOT NULL;
      GRANT UPDATE (review_due_on, review_reason) ON legal_basis TO naast_app;

      -- A resident can also ask the privacy officer, who ends it without opening the dossier.
      ${policy('legal_basis', 'privacy_officer_ends', 'UPDATE', role('privacy-officer'))}

      -- Telling a partner what a professional heard in confidence (WGBO: BW 7:457, Jeugdwet 7.3.11) needs its own yes beside the basis.
      CREATE TABLE secrecy_release (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        member_id uuid NOT NULL REFERENCES household_member,
        -- Whose secrecy: 'huisarts', 'jeugdarts'; and where that person works.
        professional text NOT NULL,
        released_organisation text NOT NULL,
        to_organisation_id uuid NOT NULL REFERENCES organisation,
        categories text[] NOT NULL,
        purpose text NOT NULL,
        valid_from date NOT NULL,
        -- The first day on which it no longer holds.
        valid_until date NOT NULL,
        state text NOT NULL CONSTRAINT release_state_known CHECK
          (state IN ('proposed', 'active', 'withdrawn', 'expired', 'superseded', 'invalid')),
        proof text NOT NULL,
        given_by jsonb NOT NULL DEFAULT '[]',
        recorded_by uuid NOT NULL REFERENCES app_user,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        withdrawal_reason text,
        review_due_on date,
        review_reason text,
        version integer NOT NULL DEFAULT 1,
        -- They bind a release that may open something, never one that is ending.
        CONSTRAINT release_names_categories CHECK (state NOT IN ('proposed', 'active') OR cardinality(categories) > 0),
        CONSTRAINT release_period_ordered CHECK (state NOT IN ('proposed', 'active') OR valid_from < valid_until),
        CONSTRAINT release_says_who CHECK (state <> 'active' OR given_by <> '[]')
      );
      CREATE INDEX release_of_household ON secrecy_release (household_id);
      CREATE INDEX release_of_member ON secrecy_release (member_id, to_organisation_id) WHERE state = 'active';
      CREATE INDEX release_running_out ON secrecy_release (municipality_id, valid_until) WHERE state IN ('proposed', 'active');
      ${municipalityWall('secrecy_release')}
      ${keepers('secrecy_release')}
      GRANT SELECT, INSERT ON secrecy_release TO naast_app;
      GRANT UPDATE (state, withdrawn_at, withdrawal_reason, review_due_on, review_reason, version) ON secrecy_release TO naast_app;

      -- Agreeing to be helped is not consent to share (Jeugdwet 7.3.4, BW 7:450).
      CREATE TABLE help_agreement (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        member_id uuid NOT NULL REFERENCES household_member,
        help text NOT NULL,
        agreed_by jsonb NOT NULL DEFAULT '[]',
        valid_from date NOT NULL,
        state text NOT NULL CONSTRAINT agreement_state_known CHECK (state IN ('proposed', 'active', 'withdrawn', 'superseded', 'invalid')),
        proof text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES app_user,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        withdrawal_reason text,
        review_due_on date,
        review_reason text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT agreement_says_who CHECK (state <> 'active' OR agreed_by <> '[]')
      );
      CREATE INDEX agreement_of_household ON help_agreement (household_id);
      CREATE INDEX agreement_of_member ON help_agreement (member_id) WHERE state IN ('proposed', 'active');
      ${municipalityWall('help_agreement')}
      ${keepers('help_agreement')}
      GRANT SELECT, INSERT ON help_agreement TO naast_app;
      GRANT UPDATE (state, withdrawn_at, withdrawal_reason, review_due_on, review_reason, version) ON help_agreement TO naast_app;

      -- BW 1:245: who decides about a child. A row with false is as important: this parent does not.
      CREATE TABLE parental_authority (
        child_id uuid NOT NULL REFERENCES household_member,
        adult_id uuid NOT NULL REFERENCES household_member,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        has_authority boolean NOT NULL,
        source text NOT NULL CONSTRAINT authority_source_known CHECK (source IN ('register', 'told')),
        recorded_by uuid NOT NULL REFERENCES app_user,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (child_id, adult_id),
        CONSTRAINT authority_over_another CHECK (child_id <> adult_id)
      );
      CREATE INDEX authority_of_household ON parental_authority (household_id);
      ${municipalityWall('parental_authority')}
      ${policy('parental_authority', 'involved_people', 'SELECT', involvedWith('household_id'))}
      ${policy('parental_authority', 'workers_record', 'INSERT', worksWith('household_id'))}
      ${policy('parental_authority', 'workers_correct', 'UPDATE', worksWith('household_id'))}
      GRANT SELECT, INSERT ON parental_authority TO naast_app;
      GRANT UPDATE (has_authority, source, recorded_by, recorded_at) ON parental_authority TO naast_app;

      -- Once per member and birthday, however often the sweep runs.
      CREATE TABLE birthday_review (
        id uuid NOT NULL CONSTRAINT birthday_review_id_once UNIQUE,
        member_id uuid NOT NULL REFERENCES household_member,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        birthday smallint NOT NULL,
        reached_on date NOT NULL,
        raised_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (member_id, birthday)
      );
      CREATE INDEX birthday_review_of_household ON birthday_review (household_id);
      ${municipalityWall('birthday_review')}
      ${policy('birthday_review', 'involved_people', 'SELECT', involvedWith('household_id'))}
      GRANT SELECT, INSERT ON birthday_review TO naast_app;

      ${alarmsOfExistingBases}
    `);
  }

  down = onlyForward;
}

/** Who is involved reads; who works with the family writes; the privacy officer reads and ends on request of a resident. */
function keepers(table: string): string {
  return `
    ${policy(table, 'involved_people', 'SELECT', involvedWith('household_id'))}
    ${policy(table, 'workers_record', 'INSERT', worksWith('household_id'))}
    ${policy(table, 'workers_change', 'UPDATE', worksWith('household_id'))}
    ${policy(table, 'privacy_officer_reviews', 'SELECT', role('privacy-officer'))}
    ${policy(table, 'privacy_officer_ends', 'UPDATE', role('privacy-officer'))}`;
}

/**
 * Bases that were recorded before there were alarms get theirs. The keys are those of `recordAlarms`, so that the nightly
 * sweep adds nothing twice. A minute past midnight: two clocks that differ by seconds still agree on the day.
 */
const alarmsOfExistingBases = `
  INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key)
  SELECT gen_random_uuid(), b.municipality_id, 'legal-basis.expire', jsonb_build_object('recordId', b.id),
    (b.valid_until + time '00:01') AT TIME ZONE 'Europe/Amsterdam', 'legal-basis.expire:' || b.id
  FROM legal_basis b WHERE b.state IN ('proposed', 'active') ON CONFLICT DO NOTHING;
  INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key)
  SELECT gen_random_uuid(), b.municipality_id, 'legal-basis.expiring', jsonb_build_object('recordId', b.id),
    (b.valid_until - 30 + time '09:00') AT TIME ZONE 'Europe/Amsterdam', 'legal-basis.expiring:' || b.id
  FROM legal_basis b WHERE b.state IN ('proposed', 'active') AND b.valid_until > current_date ON CONFLICT DO NOTHING;`;
