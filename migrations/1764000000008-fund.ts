import type { MigrationInterface, QueryRunner } from 'typeorm';
import { involvedWith, itsMe, municipalityWall, onlyForward, policy, role } from './policy.js';

const fundRoles = role('fund-secretary', 'committee-member', 'decision-maker', 'finance');
const ofVisibleRequest = 'EXISTS (SELECT FROM fund_request r WHERE r.id = fund_request_id)';

export class Fund1764000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fund (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        name text NOT NULL,
        domains text[] NOT NULL,
        year smallint NOT NULL,
        ceiling_cents bigint NOT NULL CONSTRAINT ceiling_not_negative CHECK (ceiling_cents >= 0),
        -- Written by the ledger trigger only; the application has no right to touch them.
        reserved_cents bigint NOT NULL DEFAULT 0 CONSTRAINT reserved_not_negative CHECK (reserved_cents >= 0),
        committed_cents bigint NOT NULL DEFAULT 0 CONSTRAINT committed_not_negative CHECK (committed_cents >= 0),
        paid_cents bigint NOT NULL DEFAULT 0 CONSTRAINT paid_not_negative CHECK (paid_cents >= 0),
        -- Money is never promised twice: reserved, committed and paid are disjoint and stay under the ceiling together.
        CONSTRAINT fund_never_over_its_ceiling CHECK (reserved_cents + committed_cents + paid_cents <= ceiling_cents)
      );
      CREATE INDEX fund_of_municipality ON fund (municipality_id, year);
      ALTER TABLE fund ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own_municipality ON fund FOR SELECT USING (municipality_id = (SELECT access.municipality()));

      CREATE TABLE fund_request (
        id uuid PRIMARY KEY,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        fund_id uuid NOT NULL REFERENCES fund,
        canvas_id uuid NOT NULL REFERENCES canvas,
        case_number text NOT NULL,
        domain text NOT NULL,
        amount_cents bigint NOT NULL CONSTRAINT amount_positive CHECK (amount_cents > 0),
        purpose text NOT NULL,
        why_no_scheme text NOT NULL,
        -- The canvas as it was at submission, without names: what the committee advises on does not change under its hands.
        canvas_snapshot jsonb,
        pseudonymised_purpose text,
        pseudonymised_why_no_scheme text,
        state text NOT NULL CONSTRAINT fund_request_state_known CHECK (state IN
          ('draft', 'submitted', 'completeness-check', 'incomplete', 'under-review', 'advice', 'on-agenda', 'committee-advice',
           'granted', 'partly-granted', 'refused', 'not-considered', 'withdrawn', 'announced', 'paid', 'evaluated', 'closed')),
        requested_by uuid NOT NULL REFERENCES app_user,
        submitted_on date,
        decision_deadline date,
        remedy_until date,
        missing text,
        meeting_on date,
        completeness_by uuid REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX fund_request_of_household ON fund_request (household_id);
      CREATE INDEX fund_request_agenda ON fund_request (municipality_id, (coalesce(decision_deadline, '9999-12-31'::date)), id);
      CREATE INDEX fund_request_by_requester ON fund_request (requested_by, id);

      CREATE TABLE fund_suspension (
        id uuid PRIMARY KEY,
        fund_request_id uuid NOT NULL REFERENCES fund_request,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        invited_on date NOT NULL,
        remedy_until date NOT NULL,
        supplemented_on date,
        note text,
        pseudonymised_note text
      );
      CREATE INDEX suspension_of_request ON fund_suspension (fund_request_id, invited_on);
      -- One letter at a time: who is asked to supplement first answers that.
      CREATE UNIQUE INDEX one_open_suspension ON fund_suspension (fund_request_id) WHERE supplemented_on IS NULL;

      -- Who has a stake in a request says so, and from then on it does not exist for them (Awb 2:4).
      CREATE TABLE fund_conflict (
        fund_request_id uuid NOT NULL REFERENCES fund_request,
        user_id uuid NOT NULL REFERENCES app_user,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        reason text NOT NULL,
        declared_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (fund_request_id, user_id)
      );

      CREATE TABLE committee_advice (
        id uuid PRIMARY KEY,
        fund_request_id uuid NOT NULL REFERENCES fund_request,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        advised_by uuid NOT NULL REFERENCES app_user,
        advice text NOT NULL CONSTRAINT advice_known CHECK (advice IN ('grant', 'grant-partly', 'refuse')),
        amount_cents bigint NOT NULL CONSTRAINT advised_not_negative CHECK (amount_cents >= 0),
        reasons text NOT NULL,
        advised_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT one_advice_per_member UNIQUE (fund_request_id, advised_by)
      );

      CREATE TABLE fund_decision (
        fund_request_id uuid PRIMARY KEY REFERENCES fund_request,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        outcome text NOT NULL CONSTRAINT outcome_known CHECK (outcome IN ('granted', 'partly-granted', 'refused')),
        amount_cents bigint NOT NULL CONSTRAINT decided_not_negative CHECK (amount_cents >= 0),
        -- Awb 3:46: a decision rests on sound reasons.
        reasons text NOT NULL CONSTRAINT decision_has_reasons CHECK (length(btrim(reasons)) > 0),
        departure_reasons text,
        heard_on date,
        rests_on_others_facts boolean,
        decided_by uuid NOT NULL REFERENCES app_user,
        decided_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE fund_request_event (
        id uuid PRIMARY KEY,
        fund_request_id uuid NOT NULL REFERENCES fund_request,
        household_id uuid NOT NULL REFERENCES household,
        municipality_id uuid NOT NULL REFERENCES municipality,
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        text text NOT NULL,
        by_user_id uuid REFERENCES app_user
      );
      CREATE INDEX event_of_fund_request ON fund_request_event (fund_request_id, at);

      -- Append-only: what was booked stays booked; a mistake is reversed by a new line.
      CREATE TABLE ledger_entry (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        fund_id uuid NOT NULL REFERENCES fund,
        fund_request_id uuid NOT NULL REFERENCES fund_request,
        kind text NOT NULL CONSTRAINT ledger_kind_known CHECK (kind IN ('reserve', 'commit', 'pay', 'release', 'reverse')),
        amount_cents bigint NOT NULL CONSTRAINT ledger_amount_positive CHECK (amount_cents > 0),
        booked_at timestamptz NOT NULL DEFAULT now(),
        booked_by uuid NOT NULL REFERENCES app_user
      );
      CREATE INDEX ledger_of_request ON ledger_entry (fund_request_id);
      CREATE INDEX ledger_of_fund ON ledger_entry (fund_id, booked_at);
      -- Granted once: two decision makers, one reservation.
      CREATE UNIQUE INDEX reserved_once ON ledger_entry (fund_request_id) WHERE kind = 'reserve';

      CREATE FUNCTION book_on_fund() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        -- The row lock of this UPDATE queues concurrent decisions; the CHECK on the ceiling refuses the one too many.
        UPDATE fund SET
          reserved_cents = reserved_cents + CASE NEW.kind
            WHEN 'reserve' THEN NEW.amount_cents WHEN 'commit' THEN -NEW.amount_cents WHEN 'release' THEN -NEW.amount_cents ELSE 0 END,
          committed_cents = committed_cents + CASE NEW.kind
            WHEN 'commit' THEN NEW.amount_cents WHEN 'pay' THEN -NEW.amount_cents ELSE 0 END,
          paid_cents = paid_cents + CASE NEW.kind WHEN 'pay' THEN NEW.amount_cents WHEN 'reverse' THEN -NEW.amount_cents ELSE 0 END
        WHERE id = NEW.fund_id AND municipality_id = NEW.municipality_id;
        IF NOT FOUND THEN RAISE EXCEPTION 'ledger entry without its fund'; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ledger_books AFTER INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION book_on_fund();

      ${municipalityWall('fund_request')}
      ${policy('fund_request', 'involved_people', 'ALL', involvedWith('household_id'))}
      ${policy('fund_request', 'fund_people', 'SELECT', `state <> 'draft' AND ${role('fund-secretary', 'decision-maker', 'finance')}`)}
      ${policy('fund_request', 'fund_people_move', 'UPDATE', `state <> 'draft' AND ${role('fund-secretary', 'decision-maker')}`)}
      -- The committee has no task yet in a request that is not complete, and none any more in one that was taken back.
      ${policy('fund_request', 'committee_reads_complete_requests', 'SELECT', `
        state NOT IN ('draft', 'submitted', 'completeness-check', 'incomplete', 'not-considered', 'withdrawn') AND ${role('committee-member')}`)}
      ${policy('fund_request', 'committee_advises', 'UPDATE', `state IN ('on-agenda', 'committee-advice') AND ${role('committee-member')}`)}
      CREATE POLICY no_stake ON fund_request AS RESTRICTIVE USING (NOT EXISTS (
        SELECT FROM fund_conflict k WHERE k.fund_request_id = fund_request.id AND k.user_id = (SELECT access.user_id())));

      ${municipalityWall('fund_conflict')}
      ${policy('fund_conflict', 'own_stake', 'SELECT', itsMe('user_id'))}
      ${policy('fund_conflict', 'who_counts_votes', 'SELECT', role('fund-secretary', 'decision-maker'))}
      ${policy('fund_conflict', 'committee_member_steps_aside', 'INSERT', `${role('committee-member')} AND ${itsMe('user_id')}`)}

      ${municipalityWall('fund_suspension')}
      ${policy('fund_suspension', 'whoever_sees_the_request', 'SELECT', ofVisibleRequest)}
      ${policy('fund_suspension', 'secretary_invites', 'INSERT', role('fund-secretary'))}
      ${policy('fund_suspension', 'supplemented', 'UPDATE', `${role('fund-secretary')} OR ${involvedWith('household_id')}`)}

      ${municipalityWall('committee_advice')}
      ${policy('committee_advice', 'whoever_sees_the_request', 'SELECT', ofVisibleRequest)}
      ${policy('committee_advice', 'committee_advises', 'INSERT', `${role('committee-member')} AND ${itsMe('advised_by')}`)}

      ${municipalityWall('fund_decision')}
      ${policy('fund_decision', 'whoever_sees_the_request', 'SELECT', ofVisibleRequest)}
      ${policy('fund_decision', 'decision_maker_decides', 'INSERT', `${role('decision-maker')} AND ${itsMe('decided_by')}`)}

      ${municipalityWall('fund_request_event')}
      ${policy('fund_request_event', 'whoever_sees_the_request', 'SELECT', ofVisibleRequest)}
      ${policy('fund_request_event', 'who_acts_tells', 'INSERT', `${itsMe('by_user_id')} AND ${ofVisibleRequest}`)}

      ${municipalityWall('ledger_entry')}
      ${policy('ledger_entry', 'fund_people', 'SELECT', fundRoles)}
      ${policy('ledger_entry', 'decision_reserves', 'INSERT', `${itsMe('booked_by')} AND ${role('decision-maker', 'finance')}`)}

      -- The decision maker sees whose dossier it is (name and number), the committee never does.
      -- As definer behind the role: else the policies of fund_request stand in the plan of every query on household.
      CREATE FUNCTION access.applies_to_me(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        RETURN EXISTS (SELECT FROM public.fund_request f WHERE f.household_id = household AND f.state <> 'draft'
          AND f.municipality_id = access.municipality()
          AND NOT EXISTS (SELECT FROM public.fund_conflict k WHERE k.fund_request_id = f.id AND k.user_id = access.user_id()));
      ${policy('household', 'decision_maker_sees_applicant', 'SELECT', `${role('decision-maker')} AND access.applies_to_me(id)`)}

      ${policy('household_event', 'fund_people_tell', 'INSERT', `${itsMe('by_user_id')} AND ${fundRoles} AND access.applies_to_me(household_event.household_id)`)}

      GRANT SELECT ON fund TO naast_app;
      GRANT SELECT, INSERT, UPDATE ON fund_request, fund_suspension TO naast_app;
      GRANT SELECT, INSERT ON committee_advice, fund_decision, fund_request_event, fund_conflict, ledger_entry TO naast_app;
    `);
  }

  down = onlyForward;
}
