import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, itsMe, municipalityWall, myOrganisation, onlyForward, policy, role } from './policy.js';

export class Referrals1764000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE referral (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        -- What the partner knows the family by; the household row itself stays invisible to them.
        case_number text NOT NULL,
        from_organisation_id uuid NOT NULL REFERENCES organisation,
        to_organisation_id uuid NOT NULL REFERENCES organisation,
        regisseur_id uuid NOT NULL REFERENCES app_user,
        question text NOT NULL,
        threatening boolean NOT NULL DEFAULT false,
        state text NOT NULL CONSTRAINT referral_state_known CHECK (state IN
          ('draft', 'requested', 'accepted', 'rejected', 'cancelled', 'expired', 'in-progress', 'on-hold', 'completed', 'failed', 'entered-in-error')),
        requested_at timestamptz,
        received_at timestamptz,
        answer_by date,
        meeting_by date,
        answered_by uuid REFERENCES app_user,
        first_contact_on date,
        refusal_code text,
        refusal_explanation text,
        refusal_next_step text,
        closed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT rejection_is_coded_with_next_step CHECK (state <> 'rejected'
          OR (refusal_code IS NOT NULL AND refusal_explanation IS NOT NULL AND refusal_next_step IS NOT NULL))
      );
      CREATE INDEX referral_of_household ON referral (household_id);
      CREATE INDEX referral_inbox ON referral (to_organisation_id, municipality_id, state, id);
      CREATE INDEX referral_inbox_newest ON referral (to_organisation_id, municipality_id, id) WHERE state <> 'draft';
      CREATE INDEX referral_sent ON referral (regisseur_id, state, id);

      -- Exactly which category of which person goes along, and on which basis that was decided.
      CREATE TABLE referral_share (
        referral_id uuid NOT NULL REFERENCES referral,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        member_id uuid NOT NULL REFERENCES household_member,
        category text NOT NULL,
        legal_basis_id uuid NOT NULL REFERENCES legal_basis,
        PRIMARY KEY (referral_id, member_id, category)
      );
      CREATE INDEX share_by_basis ON referral_share (legal_basis_id);

      CREATE TABLE referral_event (
        id uuid PRIMARY KEY,
        referral_id uuid NOT NULL REFERENCES referral,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        -- A fixed sentence; what somebody wrote themselves stands apart, because it goes when the sharing stops.
        text text NOT NULL,
        note text,
        by_user_id uuid REFERENCES app_user
      );
      CREATE INDEX event_of_referral ON referral_event (referral_id, at);

      ${municipalityWall('referral')}
      ${policy('referral', 'involved_people', 'ALL', involvedWith('household_id'))}
      ${policy('referral', 'receiving_organisation', 'SELECT', received)}
      ${policy('referral', 'receiving_organisation_answers', 'UPDATE', received)}

      ${municipalityWall('referral_share')}
      ${policy('referral_share', 'involved_people', 'ALL', involvedWith('household_id'))}
      ${policy('referral_share', 'receiving_organisation', 'SELECT', ofVisibleReferral)}

      ${municipalityWall('referral_event')}
      ${policy('referral_event', 'whoever_sees_the_referral', 'SELECT', ofVisibleReferral)}
      ${policy('referral_event', 'who_acts_tells', 'INSERT', `${itsMe('by_user_id')} AND ${ofVisibleReferral}`)}

      -- The narrow door to persons: only what a live referral shares, only on a basis that is in force today. Withdrawal
      -- therefore works at once, also for a screen that is open. Who sent it looks through the same door. Any basis of this
      -- member to this organisation counts: a new consent restores what an older one opened.
      CREATE FUNCTION access.shared_with_me(wanted uuid, today date)
      RETURNS TABLE (member_id uuid, role text, category text, legal_basis_id uuid, basis_type text, article text,
                     valid_from date, valid_until date,
                     first_name text, infix text, last_name text, birth_date date, phone text, email text, protected_address boolean,
                     postcode text, house_number text, house_number_suffix text, city text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT m.id, CASE WHEN s.category = 'household' THEN m.role END, s.category, b.id, b.type, b.article, b.valid_from, b.valid_until,
               CASE WHEN s.category = 'name' THEN m.first_name END, CASE WHEN s.category = 'name' THEN m.infix END,
               CASE WHEN s.category = 'name' THEN m.last_name END,
               CASE WHEN s.category = 'birth-date' THEN m.birth_date END,
               CASE WHEN s.category = 'contact' THEN m.phone END, CASE WHEN s.category = 'contact' THEN m.email END,
               CASE WHEN s.category = 'address' THEN m.protected_address OR h.protected_address END,
               CASE WHEN s.category = 'address' THEN h.postcode END, CASE WHEN s.category = 'address' THEN h.house_number END,
               CASE WHEN s.category = 'address' THEN h.house_number_suffix END, CASE WHEN s.category = 'address' THEN h.city END
        FROM referral r
        JOIN referral_share s ON s.referral_id = r.id
        JOIN household_member m ON m.id = s.member_id AND m.household_id = r.household_id
        JOIN household h ON h.id = r.household_id
        JOIN legal_basis b ON b.member_id = s.member_id AND b.to_organisation_id = r.to_organisation_id AND b.household_id = r.household_id
          AND b.state = 'active' AND b.valid_from <= today AND today < b.valid_until AND s.category = ANY (b.data_categories)
        WHERE r.id = wanted
          AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')
          AND r.municipality_id = access.municipality()
          AND ((r.to_organisation_id = access.organisation() AND access.has_role('partner-worker'))
            OR EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = r.household_id))
      $$;

      CREATE FUNCTION access.referred_to_me(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.referral r WHERE r.household_id = household AND r.state <> 'draft'
          AND r.to_organisation_id = access.organisation() AND r.municipality_id = access.municipality());
      ${policy('household_event', 'partner_tells', 'INSERT', `
        ${itsMe('by_user_id')} AND ${role('partner-worker')} AND access.referred_to_me(household_event.household_id)`)}

      -- An open referral follows the family's regisseur: after a handover the new one hears the news, not the old one.
      CREATE FUNCTION referral_follows_regisseur() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE referral SET regisseur_id = NEW.regisseur_id
        WHERE household_id = NEW.household_id AND closed_at IS NULL AND regisseur_id <> NEW.regisseur_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER regisseur_takes_referrals AFTER INSERT OR UPDATE OF state ON regisseur_assignment
        FOR EACH ROW WHEN (NEW.state = 'active') EXECUTE FUNCTION referral_follows_regisseur();

      GRANT SELECT, INSERT ON referral, referral_share, referral_event TO naast_app;
      -- What was asked, of whom and by whom never changes afterwards.
      GRANT UPDATE (state, received_at, answered_by, first_contact_on, refusal_code, refusal_explanation, refusal_next_step,
                    closed_at, version) ON referral TO naast_app;
    `);
  }

  down = onlyForward;
}

const received = `${role('partner-worker')} AND ${myOrganisation('to_organisation_id')} AND state <> 'draft'`;
const ofVisibleReferral = 'EXISTS (SELECT FROM referral r WHERE r.id = referral_id)';
