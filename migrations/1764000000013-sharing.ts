import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, itsMe, municipalityWall, myOrganisation, onlyForward, policy, role, worksWith } from './policy.js';
import { partnerDoors } from './sharing-doors.js';

/** What organisations agreed before they share, who of a family may not be shared at all, and who is one person in two families. */
export class Sharing1764000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- AVG 18: while a person contests what is written, it is kept and goes nowhere.
      ALTER TABLE household_member ADD COLUMN restricted_since timestamptz, ADD COLUMN restriction_reason text,
        ADD COLUMN person_id uuid;

      ${onePerson}

      CREATE TABLE data_sharing_agreement (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        -- The partner; the other side is the municipality with the organisations that work for it.
        organisation_id uuid NOT NULL REFERENCES organisation,
        title text NOT NULL,
        reference text,
        signed_on date,
        valid_from date NOT NULL,
        -- The first day on which it no longer holds.
        valid_until date NOT NULL,
        categories text[] NOT NULL,
        state text NOT NULL CONSTRAINT sharing_agreement_state_known CHECK (state IN ('proposed', 'taken-over', 'active', 'ended')),
        -- Where the signed document is; the document itself stays in the archive of the municipality.
        document_reference text,
        -- Nobody, for what an upgrade took over.
        recorded_by uuid REFERENCES app_user,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        confirmed_by uuid REFERENCES app_user,
        confirmed_at timestamptz,
        ended_at timestamptz,
        end_reason text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT sharing_agreement_period_ordered CHECK (valid_from < valid_until),
        CONSTRAINT sharing_agreement_names_categories CHECK (state = 'ended' OR cardinality(categories) > 0),
        -- A partner sees nothing on a paper that nobody signed.
        CONSTRAINT sharing_agreement_is_signed CHECK (state <> 'active' OR signed_on IS NOT NULL)
      );
      CREATE INDEX sharing_agreement_in_force ON data_sharing_agreement (municipality_id, organisation_id) WHERE state IN ('active', 'taken-over');
      CREATE INDEX sharing_agreement_of_municipality ON data_sharing_agreement (municipality_id, id);

      ${municipalityWall('data_sharing_agreement')}
      ${policy('data_sharing_agreement', 'staff_reads', 'SELECT', role('regisseur', 'case-worker', 'team-lead', 'privacy-officer'))}
      ${policy('data_sharing_agreement', 'partner_reads_own', 'SELECT', `${role('partner-worker')} AND ${myOrganisation('organisation_id')}`)}
      -- In their own name, and never in force straight away.
      ${policy('data_sharing_agreement', 'privacy_officer_records', 'INSERT', `
        ${role('privacy-officer')} AND ${itsMe('recorded_by')} AND state = 'proposed'`)}
      ${policy('data_sharing_agreement', 'privacy_officer_keeps', 'UPDATE', role('privacy-officer'))}
      GRANT SELECT, INSERT ON data_sharing_agreement TO naast_app;
      GRANT UPDATE (title, reference, signed_on, valid_from, valid_until, categories, document_reference, state, confirmed_by, confirmed_at,
                    ended_at, end_reason, version) ON data_sharing_agreement TO naast_app;

      ${takenOver}

      ${meetings}

      ${partnerDoors}
    `);
  }

  down = onlyForward;
}

/**
 * A child of divorced parents is in two families and one person. The link is made by the database and by nothing else: no
 * code that reads one family can ask for it, and the answer to a report is the same with and without it. Two different rows
 * with one BSN in one municipality are one person (Wabb); without BSN nobody is linked.
 */
const onePerson = `
  CREATE FUNCTION link_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.person_id := coalesce(
      (SELECT m.person_id FROM household_member m WHERE NEW.bsn_index IS NOT NULL
        AND m.municipality_id = NEW.municipality_id AND m.bsn_index = NEW.bsn_index AND m.id <> NEW.id LIMIT 1),
      -- Somebody who corrects a BSN says that it is another person; a job that writes all of them under a new key does not.
      CASE WHEN TG_OP = 'INSERT' THEN NEW.id WHEN access.user_id() IS NULL THEN OLD.person_id ELSE uuidv7() END);
    RETURN NEW;
  END $$;
  CREATE FUNCTION refuse_other_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'who is one person follows from the BSN and is not written by hand' USING ERRCODE = 'insufficient_privilege';
  END $$;
  UPDATE household_member m SET person_id = coalesce((SELECT min(o.id::text)::uuid FROM household_member o
    WHERE m.bsn_index IS NOT NULL AND o.municipality_id = m.municipality_id AND o.bsn_index = m.bsn_index), m.id);
  ALTER TABLE household_member ALTER COLUMN person_id SET NOT NULL;
  CREATE INDEX member_of_person ON household_member (person_id);
  CREATE TRIGGER person_of_new_member BEFORE INSERT ON household_member FOR EACH ROW EXECUTE FUNCTION link_person();
  CREATE TRIGGER person_of_corrected_member BEFORE UPDATE OF bsn_index ON household_member
    FOR EACH ROW WHEN (OLD.bsn_index IS DISTINCT FROM NEW.bsn_index) EXECUTE FUNCTION link_person();
  CREATE TRIGGER nobody_moves_a_person BEFORE UPDATE OF person_id ON household_member
    FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION refuse_other_person();`;

/** See decision 13: a partner who works with families today goes on, for half a year, and the privacy officer hears of it. */
const takenOver = `
  INSERT INTO data_sharing_agreement (id, municipality_id, organisation_id, title, valid_from, valid_until, categories, state)
  SELECT uuidv7(), w.municipality_id, w.organisation_id, 'Overgenomen, nog te controleren', current_date, (current_date + interval '6 months')::date,
    '{name,birth-date,contact,address,household,finances,housing,work,health,safety}', 'taken-over'
  FROM organisation_municipality w
  WHERE w.takes_referrals OR EXISTS (SELECT FROM referral r WHERE r.to_organisation_id = w.organisation_id
    AND r.municipality_id = w.municipality_id AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold'));
  INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key)
  SELECT uuidv7(), municipality_id, 'data-sharing-agreement.to-confirm', jsonb_build_object('agreementId', id::text), now(), 'agreement-to-confirm:' || id
    FROM data_sharing_agreement
  UNION ALL
  SELECT uuidv7(), municipality_id, 'data-sharing-agreement.ending', jsonb_build_object('agreementId', id::text, 'validUntil', valid_until::text),
    (valid_until - 60 + time '09:00') AT TIME ZONE 'Europe/Amsterdam', 'agreement-ending:' || id || ':' || valid_until FROM data_sharing_agreement
  UNION ALL
  SELECT uuidv7(), municipality_id, 'data-sharing-agreement.ended', jsonb_build_object('agreementId', id::text, 'validUntil', valid_until::text),
    (valid_until + time '00:01') AT TIME ZONE 'Europe/Amsterdam', 'agreement-ended:' || id || ':' || valid_until FROM data_sharing_agreement;`;

const meetings = `
  CREATE TABLE coordination_meeting (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    case_number text NOT NULL,
    organised_by uuid NOT NULL REFERENCES app_user,
    planned_at timestamptz NOT NULL,
    subject text NOT NULL,
    state text NOT NULL CONSTRAINT meeting_state_known CHECK (state IN ('planned', 'cancelled')),
    cancelled_at timestamptz,
    version integer NOT NULL DEFAULT 1
  );
  CREATE INDEX meeting_of_household ON coordination_meeting (household_id, planned_at);
  CREATE TABLE meeting_invitation (
    meeting_id uuid NOT NULL REFERENCES coordination_meeting,
    organisation_id uuid NOT NULL REFERENCES organisation,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    PRIMARY KEY (meeting_id, organisation_id)
  );
  CREATE INDEX invitation_of_organisation ON meeting_invitation (organisation_id, municipality_id, meeting_id);
  CREATE INDEX invitation_of_household ON meeting_invitation (household_id);
  -- What the gate let through when the invitation went out: ids and categories, no data.
  CREATE TABLE meeting_share (
    meeting_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    member_id uuid NOT NULL REFERENCES household_member,
    category text NOT NULL,
    legal_basis_id uuid NOT NULL REFERENCES legal_basis,
    PRIMARY KEY (meeting_id, organisation_id, member_id, category),
    FOREIGN KEY (meeting_id, organisation_id) REFERENCES meeting_invitation
  );
  CREATE INDEX meeting_share_of_household ON meeting_share (household_id);

  -- As definer, so that the policies of one table do not ask the policies of the other.
  CREATE FUNCTION access.invited_to(meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.meeting_invitation i WHERE i.meeting_id = meeting
      AND i.organisation_id = access.organisation() AND i.municipality_id = access.municipality());
  ${municipalityWall('coordination_meeting')}
  ${policy('coordination_meeting', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('coordination_meeting', 'involved_people_add', 'INSERT', worksWith('household_id'))}
  ${policy('coordination_meeting', 'involved_people_change', 'UPDATE', worksWith('household_id'))}
  ${policy('coordination_meeting', 'invited_organisation', 'SELECT', `${role('partner-worker')} AND access.invited_to(id)`)}
  ${municipalityWall('meeting_invitation')}
  ${policy('meeting_invitation', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('meeting_invitation', 'involved_people_add', 'INSERT', worksWith('household_id'))}
  ${policy('meeting_invitation', 'invited_organisation', 'SELECT', `${role('partner-worker')} AND ${myOrganisation('organisation_id')}`)}
  ${municipalityWall('meeting_share')}
  ${policy('meeting_share', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('meeting_share', 'involved_people_add', 'INSERT', worksWith('household_id'))}
  GRANT SELECT, INSERT ON coordination_meeting, meeting_invitation, meeting_share TO naast_app;
  GRANT UPDATE (state, cancelled_at, version) ON coordination_meeting TO naast_app;`;
