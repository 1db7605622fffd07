import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, itsMe, municipalityWall, onlyForward, policy, role, worksWith } from './policy.js';
import { rightsDoors } from './rights-doors.js';

const officer = role('privacy-officer');

/** What people ask about their own data (AVG 15–22), what was corrected, and the files that are made for them. */
export class Rights1764000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rights_request (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        -- What the privacy officer knows the family by; the household row itself stays invisible to them.
        case_number text NOT NULL,
        member_id uuid NOT NULL REFERENCES household_member,
        kind text NOT NULL CONSTRAINT rights_kind_known CHECK
          (kind IN ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection')),
        state text NOT NULL CONSTRAINT rights_state_known CHECK
          (state IN ('received', 'identity-check', 'in-progress', 'granted', 'partly-granted', 'refused', 'carried-out', 'withdrawn')),
        received_on date NOT NULL,
        received_by uuid NOT NULL REFERENCES app_user,
        channel text NOT NULL,
        question text,
        asked_by text NOT NULL CONSTRAINT rights_asked_by_known CHECK (asked_by IN ('self', 'representative')),
        authority text,
        representative_name text,
        -- How we know who asks, never a copy of a document (AVG 5(1)(c)).
        identity_how text,
        identity_checked_by uuid REFERENCES app_user,
        identity_checked_on date,
        identity_asked text,
        -- AVG 12(3): a month from receipt, two more when extended.
        answer_by date NOT NULL,
        extended_on date,
        extension_reasons text,
        extension_told_on date,
        decided_by uuid REFERENCES app_user,
        decided_at timestamptz,
        decision_reasons text,
        remedies_told boolean,
        -- What the person has to say when a correction is refused; shown beside the data.
        own_statement text,
        carried_out_by uuid REFERENCES app_user,
        carried_out_on date,
        completion_note text,
        restriction_lifted_on date,
        restriction_lift_told_on date,
        restriction_lift_reason text,
        withdrawn_on date,
        withdrawal_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT representative_has_authority CHECK (asked_by = 'self' OR (authority IS NOT NULL AND representative_name IS NOT NULL)),
        CONSTRAINT rights_decision_has_reasons CHECK (state NOT IN ('granted', 'partly-granted', 'refused', 'carried-out')
          OR (decided_by IS NOT NULL AND length(btrim(coalesce(decision_reasons, ''))) > 0)),
        -- AVG 18(3): told before it is lifted.
        CONSTRAINT told_before_lifting CHECK (restriction_lifted_on IS NULL OR restriction_lift_told_on <= restriction_lifted_on)
      );
      CREATE INDEX rights_request_open ON rights_request (municipality_id, answer_by, id)
        WHERE state IN ('received', 'identity-check', 'in-progress', 'granted', 'partly-granted');
      CREATE INDEX rights_request_done ON rights_request (municipality_id, id) WHERE state IN ('refused', 'carried-out', 'withdrawn');
      CREATE INDEX rights_request_of_household ON rights_request (household_id);
      CREATE INDEX rights_request_of_member ON rights_request (member_id);

      -- What a field was before, and who changed it: a correction never wipes out what was there (AVG 5(2), 16).
      CREATE TABLE member_history (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        member_id uuid NOT NULL REFERENCES household_member,
        field text NOT NULL CONSTRAINT history_field_known CHECK (field IN
          ('firstName', 'infix', 'lastName', 'birthDate', 'phone', 'email', 'postcode', 'houseNumber', 'suffix', 'city')),
        old_value text,
        new_value text,
        reason text NOT NULL,
        rights_request_id uuid REFERENCES rights_request,
        changed_by uuid NOT NULL REFERENCES app_user,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX history_of_member ON member_history (member_id, changed_at DESC);
      CREATE INDEX history_of_household ON member_history (household_id);
      CREATE INDEX history_of_request ON member_history (rights_request_id) WHERE rights_request_id IS NOT NULL;

      -- The file for the person: made by the worker, sealed, thrown away after two weeks.
      CREATE TABLE rights_export (
        id uuid PRIMARY KEY,
        rights_request_id uuid NOT NULL REFERENCES rights_request,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        state text NOT NULL CONSTRAINT rights_export_state_known CHECK
          (state IN ('collecting', 'review', 'making', 'ready', 'failed', 'expired')),
        requested_by uuid NOT NULL REFERENCES app_user,
        requested_at timestamptz NOT NULL,
        checked_by uuid REFERENCES app_user,
        checked_at timestamptz,
        ready_at timestamptz,
        expires_at timestamptz,
        failure text,
        json_sealed bytea,
        pdf_sealed bytea,
        downloads integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT ready_has_files CHECK (state <> 'ready' OR (json_sealed IS NOT NULL AND pdf_sealed IS NOT NULL AND expires_at IS NOT NULL)),
        CONSTRAINT expired_is_gone CHECK (state <> 'expired' OR (json_sealed IS NULL AND pdf_sealed IS NULL))
      );
      CREATE UNIQUE INDEX one_running_export ON rights_export (rights_request_id) WHERE state IN ('collecting', 'review', 'making');
      CREATE INDEX export_of_request ON rights_export (rights_request_id, id DESC);
      CREATE INDEX export_of_household ON rights_export (household_id);

      -- What people wrote themselves, for the officer to look through: it may be about somebody else (AVG 15(4)).
      CREATE TABLE rights_export_text (
        id uuid PRIMARY KEY,
        rights_export_id uuid NOT NULL REFERENCES rights_export,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        source text NOT NULL,
        source_id uuid NOT NULL,
        written_at timestamptz,
        original_sealed bytea,
        suggested_sealed bytea,
        -- Null while nobody decided.
        included boolean,
        -- With the blackened words; the original goes when the file is made.
        shown_sealed bytea,
        decided_by uuid REFERENCES app_user,
        CONSTRAINT text_once_per_export UNIQUE (rights_export_id, source, source_id)
      );
      CREATE INDEX export_text_of_household ON rights_export_text (household_id);

      ${rightsDoors}

      ${municipalityWall('rights_request')}
      ${policy('rights_request', 'involved_people', 'SELECT', involvedWith('household_id'))}
      ${policy('rights_request', 'officer_handles', 'ALL', officer)}
      ${policy('rights_request', 'workers_record', 'INSERT', `
        ${role('regisseur', 'case-worker')} AND ${itsMe('received_by')} AND state IN ('received', 'in-progress') AND decided_by IS NULL AND ${worksWith('household_id')}`)}
      -- A resident takes it back where they asked it; nothing else is changed there.
      CREATE POLICY workers_withdraw ON rights_request FOR UPDATE
        USING (state IN ('received', 'identity-check', 'in-progress') AND ${worksWith('household_id').replaceAll(':table', 'rights_request')})
        WITH CHECK (state = 'withdrawn' AND decided_by IS NULL);

      ${municipalityWall('member_history')}
      ${policy('member_history', 'involved_people', 'SELECT', involvedWith('household_id'))}
      ${policy('member_history', 'officer_reads', 'SELECT', `${officer} AND access.asked_about(household_id)`)}
      ${policy('member_history', 'workers_correct', 'INSERT', `${itsMe('changed_by')} AND ${worksWith('household_id')}`)}
      ${policy('member_history', 'officer_corrects', 'INSERT', `${itsMe('changed_by')} AND ${officer} AND access.rectifies(household_id)`)}

      ${municipalityWall('rights_export')}
      ${policy('rights_export', 'officer_handles', 'ALL', officer)}
      ${municipalityWall('rights_export_text')}
      ${policy('rights_export_text', 'officer_looks_through', 'ALL', officer)}

      -- After a granted request, and for that person or family only. Behind the role, as every policy on these two tables.
      ${policy('household_member', 'a_granted_request_read', 'SELECT', `${officer} AND access.acts_for(household_member.person_id)`)}
      ${policy('household_member', 'a_granted_request', 'UPDATE', `${officer} AND access.acts_for(household_member.person_id)`)}
      ${policy('household', 'a_granted_request_read', 'SELECT', `${officer} AND access.rectifies(household.id)`)}
      ${policy('household', 'a_granted_request', 'UPDATE', `${officer} AND access.rectifies(household.id)`)}
      ${policy('household_event', 'officer_tells', 'INSERT', `${itsMe('by_user_id')} AND ${officer} AND access.asked_about(household_event.household_id)`)}

      GRANT SELECT, INSERT ON rights_request, member_history, rights_export, rights_export_text TO naast_app;
      GRANT UPDATE (state, identity_how, identity_checked_by, identity_checked_on, identity_asked, answer_by, extended_on, extension_reasons,
                    extension_told_on, decided_by, decided_at, decision_reasons, remedies_told, own_statement, carried_out_by, carried_out_on,
                    completion_note, restriction_lifted_on, restriction_lift_told_on, restriction_lift_reason, withdrawn_on,
                    withdrawal_reason, version) ON rights_request TO naast_app;
      GRANT UPDATE (state, checked_by, checked_at, ready_at, expires_at, failure, json_sealed, pdf_sealed, downloads, version) ON rights_export TO naast_app;
      GRANT UPDATE (original_sealed, suggested_sealed, included, shown_sealed, decided_by) ON rights_export_text TO naast_app;
      GRANT DELETE ON rights_export_text TO naast_app;
    `);
  }

  down = onlyForward;
}
