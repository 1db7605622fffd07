import { ENDED_STATES } from './retention-terms.js';

const OPEN_REFERRAL = `('requested', 'accepted', 'in-progress', 'on-hold')`;
/** Asked of the fund and not decided, or promised and not paid. A draft binds nobody. */
const IN_PROCEDURE = `('submitted', 'completeness-check', 'incomplete', 'under-review', 'advice', 'on-agenda', 'committee-advice', 'granted', 'partly-granted')`;
const TO_BE_PAID = `('announced')`;

const definer = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS';

/** What the database knows about a case, and what follows by itself when its state or its facts change. */
export const caseFollowsFacts = `
  -- What a move of the case depends on, as numbers: also for who may move it and does not see those dossiers.
  CREATE FUNCTION access.case_facts(family uuid, today date) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'safetyChecked', h.safety_checked_at IS NOT NULL,
      'hasPlan', EXISTS (SELECT FROM family_plan p WHERE p.household_id = h.id AND p.agreed_version IS NOT NULL),
      'hasActiveRegisseur', EXISTS (SELECT FROM regisseur_assignment r WHERE r.household_id = h.id AND r.state IN ('active', 'handover-planned')),
      'hasActiveBasis', EXISTS (SELECT FROM legal_basis b WHERE b.household_id = h.id AND b.state = 'active' AND b.valid_from <= today AND today < b.valid_until),
      'openReferrals', (SELECT count(*) FROM referral r WHERE r.household_id = h.id AND r.state IN ${OPEN_REFERRAL}),
      'openFundObligations', (SELECT count(*) FROM fund_request f WHERE f.household_id = h.id AND f.state IN ${IN_PROCEDURE}),
      'openPayments', (SELECT count(*) FROM fund_request f WHERE f.household_id = h.id AND f.state IN ${TO_BE_PAID}),
      'openAftercareContacts', (SELECT count(*) FROM aftercare_contact c WHERE c.household_id = h.id AND c.state = 'planned'),
      'openGoals', (SELECT count(*) FROM plan_goal g WHERE g.household_id = h.id AND g.state = 'open'))
    FROM household h
    WHERE h.id = family AND h.municipality_id = access.municipality() AND (
      (h.team_id = ANY (access.teams()) AND (access.has_role('team-lead')
        OR (access.has_role('case-worker') AND h.state IN ('reported', 'safety-check', 'waiting-list'))))
      OR EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = access.user_id()
        AND a.since <= now() AND (a.until IS NULL OR a.until > now())))
  $$;

  -- The number of the running period: the first, and one more with every reopening.
  CREATE FUNCTION access.case_period(family uuid) RETURNS smallint LANGUAGE sql STABLE SET search_path = public, pg_temp
    RETURN (SELECT coalesce(max(c.period), 1)::smallint FROM public.case_change c WHERE c.household_id = family);

  CREATE FUNCTION access.follow_case() RETURNS trigger ${definer} $$
  DECLARE
    -- What goes along with this move; the use case sets it for its own transaction.
    said jsonb := coalesce(nullif(current_setting('naast.case_note', true), ''), '{}')::jsonb;
    gone uuid[] := '{}';
  BEGIN
    INSERT INTO case_change (id, household_id, municipality_id, period, at, from_state, to_state, by_user_id, reason, other_party, contact_on)
      VALUES (uuidv7(), NEW.id, NEW.municipality_id, access.case_period(NEW.id) + CASE NEW.state WHEN 'reopened' THEN 1 ELSE 0 END,
        coalesce((said ->> 'at')::timestamptz, now()), OLD.state, NEW.state, access.user_id(), said ->> 'reason', said ->> 'otherParty', (said ->> 'contactOn')::date);

    -- What belongs to a state ends with it, also when a family leaves from the middle of it.
    IF OLD.state = 'aftercare' THEN
      WITH lapsed AS (UPDATE aftercare_contact SET state = 'lapsed', version = version + 1 WHERE household_id = NEW.id AND state = 'planned' RETURNING id)
        SELECT coalesce(array_agg(id), '{}') INTO gone FROM lapsed;
    ELSIF OLD.state = 'scaled-up' THEN
      UPDATE escalation SET state = 'ended', outcome = coalesce(outcome, 'Het gezin is niet meer opgeschaald.'), ended_at = now(), version = version + 1
        WHERE household_id = NEW.id AND state <> 'ended';
    END IF;

    -- Open reminders end with the case, and so do their alarms.
    UPDATE reminder SET state = 'cancelled', version = version + 1
      WHERE household_id = NEW.id AND state IN ('scheduled', 'fired') AND (NEW.state IN ${ENDED_STATES} OR (origin = 'system' AND subject_id = ANY (gone)));
    IF NEW.state IN ${ENDED_STATES} THEN
      UPDATE outbox SET done_at = now() WHERE done_at IS NULL AND dedupe_key IN (SELECT 'reminder:' || r.id FROM reminder r WHERE r.household_id = NEW.id);
    END IF;

    -- Who starts to look at the safety of a reported family needs its dossier, as who takes it in does. Once: taking a family back opens nothing.
    IF OLD.state = 'reported' AND NEW.state = 'safety-check' AND NEW.safety_checked_at IS NULL AND access.has_role('case-worker', 'team-lead') THEN
      INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES (access.user_id(), NEW.id, NEW.municipality_id, 'intake') ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $$;
  -- After 'household_ends', which ends the assignments: triggers fire by name.
  CREATE TRIGGER move_of_case AFTER UPDATE OF state ON household FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION access.follow_case();

  -- From the look at the safety to the waiting list is the moment at which somebody looked; nobody writes that by hand.
  CREATE FUNCTION access.safety_was_looked_at() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.safety_checked_at := now();
    NEW.safety_checked_by := access.user_id();
    RETURN NEW;
  END $$;
  CREATE TRIGGER safety_was_looked_at BEFORE UPDATE ON household FOR EACH ROW
    WHEN (OLD.state = 'safety-check' AND NEW.state = 'waiting-list' AND OLD.safety_checked_at IS NULL) EXECUTE FUNCTION access.safety_was_looked_at();

  -- Who reports a family that nobody looked at yet, is in that dossier as well: they just wrote it.
  CREATE OR REPLACE FUNCTION access.follow_reports() RETURNS trigger ${definer} $$
  BEGIN
    INSERT INTO household_access (user_id, household_id, municipality_id, reason, since)
      SELECT safety_checked_by, id, municipality_id, 'intake', least(coalesce(safety_checked_at, now()), now())
      FROM added WHERE state = 'waiting-list' AND safety_checked_by IS NOT NULL ON CONFLICT DO NOTHING;
    INSERT INTO household_access (user_id, household_id, municipality_id, reason)
      SELECT access.user_id(), id, municipality_id, 'intake' FROM added
      WHERE state = 'reported' AND access.user_id() IS NOT NULL AND access.has_role('case-worker', 'team-lead') ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;

  /*
   * Active needs a plan and a legal basis. When the last one goes, the case goes back in the same transaction: a withdrawal
   * always succeeds (AVG 7(3)), and an active family without a ground does not exist. Cases that were active before there were
   * plans stay so until this basis goes: nobody invents a yes that a family never gave.
   */
  CREATE FUNCTION access.case_follows_facts() RETURNS trigger ${definer} $$
  DECLARE
    family household;
  BEGIN
    -- Waits for who is activating it at this moment: asked for with its state, that row would not be seen yet.
    SELECT * INTO family FROM household WHERE id = NEW.household_id FOR NO KEY UPDATE;
    IF NOT FOUND OR family.state <> 'active' OR (TG_TABLE_NAME = 'legal_basis' AND EXISTS (SELECT FROM legal_basis b WHERE b.household_id = family.id AND b.state = 'active')) THEN
      RETURN NULL;
    END IF;
    UPDATE household SET state = 'draft-plan', version = version + 1 WHERE id = family.id;
    INSERT INTO household_event (id, household_id, municipality_id, kind, text) VALUES (uuidv7(), family.id, family.municipality_id, 'case.fell-back',
      CASE TG_TABLE_NAME WHEN 'legal_basis' THEN 'Er is geen grondslag meer. Het gezin staat weer op: plan in de maak.'
        ELSE 'Het gezin zegt geen ja meer tegen het plan. Het gezin staat weer op: plan in de maak.' END);
    INSERT INTO outbox (id, municipality_id, kind, payload, run_at)
      SELECT uuidv7(), family.municipality_id, 'case.fell-back', jsonb_build_object('changeId', c.id), now()
      FROM case_change c WHERE c.household_id = family.id ORDER BY c.id DESC LIMIT 1;
    RETURN NULL;
  END $$;
  CREATE TRIGGER case_follows_basis AFTER UPDATE OF state ON legal_basis FOR EACH ROW
    WHEN (OLD.state = 'active' AND NEW.state <> 'active') EXECUTE FUNCTION access.case_follows_facts();
  CREATE TRIGGER case_follows_plan AFTER UPDATE OF agreed_version ON family_plan FOR EACH ROW
    WHEN (OLD.agreed_version IS NOT NULL AND NEW.agreed_version IS NULL) EXECUTE FUNCTION access.case_follows_facts();`;

export { IN_PROCEDURE, OPEN_REFERRAL, TO_BE_PAID };
