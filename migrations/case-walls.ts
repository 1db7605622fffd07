import { IN_PROCEDURE, OPEN_REFERRAL, TO_BE_PAID } from './case-follows-facts.js';
import { ENDED_STATES } from './retention-terms.js';

const wall = (constraint: string): string => `RAISE EXCEPTION 'a case that may not be' USING ERRCODE = 'check_violation', CONSTRAINT = '${constraint}'`;
const NOW_REGISSEUR = `('active', 'handover-planned')`;
const OPEN_MONEY = `f.state IN ${IN_PROCEDURE} OR f.state IN ${TO_BE_PAID}`;
const definer = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS';

/**
 * The last wall, behind the rules in domain/ and the locks of the services: judged at the end of the transaction, because a
 * handover is two rows for a moment. It looks at moves, not at what stands: cases of before keep their state.
 */
export const caseWalls = `
  CREATE FUNCTION access.case_is_lawful() RETURNS trigger ${definer} $$
  DECLARE
    family household;
  BEGIN
    SELECT * INTO family FROM household WHERE id = NEW.id;
    IF family.state IN ('active', 'scaled-up') AND NOT EXISTS (SELECT FROM regisseur_assignment r WHERE r.household_id = family.id AND r.state IN ${NOW_REGISSEUR}) THEN
      ${wall('case_has_regisseur')};
    ELSIF family.state = 'active' AND NOT EXISTS (SELECT FROM legal_basis b WHERE b.household_id = family.id AND b.state = 'active') THEN
      ${wall('case_has_basis')};
    ELSIF family.state = 'active' AND NOT EXISTS (SELECT FROM family_plan p WHERE p.household_id = family.id AND p.agreed_version IS NOT NULL) THEN
      ${wall('case_has_plan')};
    ELSIF family.state = 'closed' AND (EXISTS (SELECT FROM referral r WHERE r.household_id = family.id AND r.state IN ${OPEN_REFERRAL})
      OR EXISTS (SELECT FROM fund_request f WHERE f.household_id = family.id AND (${OPEN_MONEY}))) THEN
      ${wall('closed_case_has_nothing_open')};
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER case_begins_lawful AFTER INSERT ON household DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state IN ('active', 'scaled-up', 'closed')) EXECUTE FUNCTION access.case_is_lawful();
  CREATE CONSTRAINT TRIGGER case_moves_lawful AFTER UPDATE OF state ON household DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state IN ('active', 'scaled-up', 'closed') AND NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION access.case_is_lawful();

  -- Scaled up, the team lead reads the dossier; so somebody who has a task in it asks for that, and a family is reported once.
  CREATE FUNCTION access.nobody_opens_for_oneself() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF current_user <> 'naast_app' OR access.is_system() THEN RETURN NULL; END IF;
    IF NEW.state = 'reported' OR NOT EXISTS (SELECT FROM household_access a WHERE a.household_id = NEW.id AND a.user_id = access.user_id()
      AND a.reason IN ('regisseur', 'substitute')) THEN
      RAISE EXCEPTION 'who works with the family asks for this' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER nobody_opens_for_oneself AFTER UPDATE OF state ON household FOR EACH ROW
    WHEN (NEW.state IN ('scaled-up', 'reported') AND NEW.state <> OLD.state) EXECUTE FUNCTION access.nobody_opens_for_oneself();

  CREATE FUNCTION access.family_keeps_regisseur() RETURNS trigger ${definer} $$
  BEGIN
    IF EXISTS (SELECT FROM household h WHERE h.id = NEW.household_id AND h.state IN ('active', 'scaled-up')) AND NOT EXISTS (
      SELECT FROM regisseur_assignment r WHERE r.household_id = NEW.household_id AND r.state IN ${NOW_REGISSEUR}) THEN
      ${wall('case_has_regisseur')};
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER family_keeps_regisseur AFTER UPDATE OF state ON regisseur_assignment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.state IN ${NOW_REGISSEUR} AND NEW.state NOT IN ${NOW_REGISSEUR}) EXECUTE FUNCTION access.family_keeps_regisseur();

  -- At once, with a lock: who closes at this moment is waited for, and then nothing opens any more.
  CREATE FUNCTION access.nothing_opens_after_the_end() RETURNS trigger ${definer} $$
  DECLARE
    family_state text;
  BEGIN
    SELECT state INTO family_state FROM household WHERE id = NEW.household_id FOR SHARE;
    IF family_state IN ${ENDED_STATES} OR family_state = 'merged' THEN ${wall('nothing_opens_after_the_end')}; END IF;
    RETURN NULL;
  END $$;
  ${['referral', 'fund_request'].map((table) => {
    const open = (row: string): string => (table === 'referral' ? `${row}.state IN ${OPEN_REFERRAL}` : `(${row}.state IN ${IN_PROCEDURE} OR ${row}.state IN ${TO_BE_PAID})`);
    return `
  CREATE TRIGGER nothing_begins_after_the_end AFTER INSERT ON ${table} FOR EACH ROW WHEN (${open('NEW')}) EXECUTE FUNCTION access.nothing_opens_after_the_end();
  CREATE TRIGGER nothing_opens_after_the_end AFTER UPDATE OF state ON ${table} FOR EACH ROW
    WHEN (${open('NEW')} AND NOT ${open('OLD')}) EXECUTE FUNCTION access.nothing_opens_after_the_end();`;
  }).join('')}`;
