import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, municipalityWall, onlyForward, policy, role } from './policy.js';

/** Why data of a person may go to another organisation (AVG 6 and 9, with the article of the law). */
export class Privacy1764000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE legal_basis (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        -- A basis is of a person, not of a household.
        member_id uuid NOT NULL REFERENCES household_member,
        type text NOT NULL,
        article text NOT NULL,
        purpose text NOT NULL,
        data_categories text[] NOT NULL,
        from_organisation_id uuid NOT NULL REFERENCES organisation,
        to_organisation_id uuid NOT NULL REFERENCES organisation,
        valid_from date NOT NULL,
        -- The first day on which it no longer holds.
        valid_until date NOT NULL,
        proof text NOT NULL,
        freely_given_reason text,
        legal_representative text,
        state text NOT NULL CONSTRAINT basis_state_known CHECK
          (state IN ('proposed', 'active', 'withdrawn', 'expired', 'superseded', 'invalid')),
        recorded_by uuid NOT NULL REFERENCES app_user,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        withdrawal_reason text,
        version integer NOT NULL DEFAULT 1,
        -- AVG 7(3): withdrawing always succeeds. So these bind a basis that may open something, never one that is ending.
        CONSTRAINT basis_type_known CHECK (state NOT IN ('proposed', 'active')
          OR type IN ('statutory-task', 'legal-obligation', 'consent', 'vital-interest')),
        CONSTRAINT basis_names_categories CHECK (state NOT IN ('proposed', 'active') OR cardinality(data_categories) > 0),
        CONSTRAINT basis_period_ordered CHECK (state NOT IN ('proposed', 'active') OR valid_from < valid_until),
        CONSTRAINT consent_says_why_free CHECK (state NOT IN ('proposed', 'active')
          OR type <> 'consent' OR freely_given_reason IS NOT NULL)
      );
      CREATE INDEX basis_of_household ON legal_basis (household_id);
      CREATE INDEX basis_of_member ON legal_basis (member_id, to_organisation_id) WHERE state = 'active';

      ${municipalityWall('legal_basis')}
      ${policy('legal_basis', 'involved_people', 'ALL', involvedWith('household_id'))}
      ${policy('legal_basis', 'privacy_officer_reviews', 'SELECT', role('privacy-officer'))}

      GRANT SELECT, INSERT ON legal_basis TO naast_app;
      GRANT UPDATE (state, withdrawn_at, withdrawal_reason, version) ON legal_basis TO naast_app;
    `);
  }

  down = onlyForward;
}
