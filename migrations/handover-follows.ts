const OPEN = `('proposed', 'accepted', 'talk-held', 'confirmed-by-one')`;
const WORD = `SECURITY DEFINER SET search_path = public, pg_temp`;

/**
 * What names the regisseur as who has to do something, and while it is so. It goes along with the family; `referral` follows
 * by a trigger of its own. What says who did something (`…_by`) is history and stays. A spec looks for columns nobody thought of.
 */
export const GOES_ALONG: readonly (readonly [table: string, column: string, open: string])[] = [
  ['reminder', 'user_id', `state IN ('scheduled', 'fired')`],
  ['plan_action', 'owner_user_id', `state = 'open'`],
];

const goAlong = GOES_ALONG.map(([table, column, open]) => `
    UPDATE ${table} SET ${column} = NEW.successor_id, version = version + 1
      WHERE household_id = NEW.household_id AND ${column} = NEW.regisseur_id AND ${open};`).join('');

/** The assignment follows the hand-over, in the transaction that writes it: whoever writes, at no moment are there two or none. */
export const handoverFollows = `
  -- Rights on columns say nothing about values: what the policies can't, says this.
  CREATE FUNCTION access.handover_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF OLD.state IN ('cancelled', 'declined') OR (OLD.state = 'done' AND NEW.state <> 'done') THEN
      RAISE EXCEPTION 'a hand-over that is over does not begin again' USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_over_is_over';
    END IF;
    IF current_user <> 'naast_app' OR access.is_system() THEN RETURN NEW; END IF;
    IF NEW.urgent_by IS DISTINCT FROM OLD.urgent_by AND NOT (access.has_role('team-lead') AND access.of_my_team(NEW.household_id)) THEN
      RAISE EXCEPTION 'only a team lead hands over urgently' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Who was at the talk is said by somebody of the family's dossier.
    IF (NEW.talk_held_on, NEW.talk_members) IS DISTINCT FROM (OLD.talk_held_on, OLD.talk_members) AND NOT EXISTS (SELECT FROM household_access a
      WHERE a.user_id = access.user_id() AND a.household_id = NEW.household_id AND a.reason IN ('regisseur', 'substitute')) THEN
      RAISE EXCEPTION 'only who works in the family records the talk' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER handover_guard BEFORE UPDATE ON handover FOR EACH ROW EXECUTE FUNCTION access.handover_guard();

  CREATE FUNCTION access.handover_begins() RETURNS trigger LANGUAGE plpgsql ${WORD} AS $$
  BEGIN
    UPDATE regisseur_assignment SET state = 'handover-planned', version = version + 1
      WHERE id = NEW.assignment_id AND household_id = NEW.household_id AND regisseur_id = NEW.regisseur_id AND state = 'active';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'only an active regisseur hands over' USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_from_active';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER handover_begins AFTER INSERT ON handover FOR EACH ROW EXECUTE FUNCTION access.handover_begins();

  CREATE FUNCTION access.handover_stops() RETURNS trigger LANGUAGE plpgsql ${WORD} AS $$
  BEGIN
    UPDATE regisseur_assignment SET state = 'active', version = version + 1 WHERE id = NEW.assignment_id AND state = 'handover-planned';
    RETURN NULL;
  END $$;
  CREATE TRIGGER handover_stops AFTER UPDATE OF state ON handover FOR EACH ROW
    WHEN (NEW.state IN ('cancelled', 'declined') AND OLD.state IN ${OPEN}) EXECUTE FUNCTION access.handover_stops();

  -- The switch: old to handed-over, new to active; dossier, substitutes and referrals follow by the triggers that follow an assignment.
  CREATE FUNCTION access.handover_switches() RETURNS trigger LANGUAGE plpgsql ${WORD} AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active
      WHERE r.user_id = NEW.successor_id AND r.municipality_id = NEW.municipality_id AND r.role = 'regisseur') THEN
      RAISE EXCEPTION 'the successor is no regisseur any more' USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_to_regisseur';
    END IF;
    UPDATE reminder SET state = 'cancelled', version = version + 1 WHERE subject_id = NEW.id AND state IN ('scheduled', 'fired');
    UPDATE regisseur_assignment SET state = 'handed-over', ended_at = now(), version = version + 1 WHERE id = NEW.assignment_id AND state = 'handover-planned';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'only an active regisseur hands over' USING ERRCODE = 'check_violation', CONSTRAINT = 'handover_from_active';
    END IF;
    INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by, proposed_at, active_since)
      VALUES (uuidv7(), NEW.household_id, NEW.municipality_id, NEW.successor_id, 'active', NEW.planned_by, NEW.planned_at, now());
    ${goAlong}
    UPDATE household SET version = version + 1 WHERE id = NEW.household_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER handover_switches AFTER UPDATE OF state ON handover FOR EACH ROW
    WHEN (NEW.state = 'done' AND OLD.state IN ${OPEN}) EXECUTE FUNCTION access.handover_switches();

  -- When the regie itself ends (the case is closed, the family moves) there is nothing to hand over any more.
  CREATE FUNCTION access.handover_without_regie() RETURNS trigger LANGUAGE plpgsql ${WORD} AS $$
  BEGIN
    WITH stopped AS (
      UPDATE handover SET state = 'cancelled', ended_at = now(), end_reason = 'De regie is gestopt.', version = version + 1
      WHERE assignment_id = NEW.id AND state IN ${OPEN} RETURNING id, municipality_id)
    INSERT INTO outbox (id, municipality_id, kind, payload, run_at)
      SELECT uuidv7(), municipality_id, 'handover.cancelled', jsonb_build_object('handoverId', id), now() FROM stopped;
    RETURN NULL;
  END $$;
  CREATE TRIGGER handover_without_regie AFTER UPDATE OF state ON regisseur_assignment FOR EACH ROW
    WHEN (OLD.state = 'handover-planned' AND NEW.state = 'ended') EXECUTE FUNCTION access.handover_without_regie();

  -- Who is asked to take over sees the name and urgency, as who is proposed does, and nothing of the content before the switch.
  CREATE OR REPLACE FUNCTION access.proposed_to_me(household uuid) RETURNS boolean LANGUAGE sql STABLE ${WORD}
    RETURN EXISTS (SELECT FROM public.regisseur_assignment r WHERE r.household_id = household AND r.state = 'proposed'
        AND r.regisseur_id = access.user_id() AND r.municipality_id = access.municipality())
      OR EXISTS (SELECT FROM public.handover h WHERE h.household_id = household AND h.state IN ${OPEN}
        AND h.successor_id = access.user_id() AND h.municipality_id = access.municipality());
`;

/** Numbers of families, also of those that row-level security hides from who asks: how full somebody's hands are. */
export const caseloadDoors = `
  CREATE FUNCTION access.load_of(regisseurs uuid[]) RETURNS TABLE (regisseur_id uuid, caseload integer, coming integer, band_min smallint, band_max smallint)
  LANGUAGE sql STABLE ${WORD} AS $$
    SELECT w.user_id,
      (SELECT count(*)::int FROM regisseur_assignment a WHERE a.regisseur_id = w.user_id AND a.municipality_id = w.municipality_id AND a.state IN ('active', 'handover-planned')),
      (SELECT count(*)::int FROM regisseur_assignment a WHERE a.regisseur_id = w.user_id AND a.municipality_id = w.municipality_id AND a.state IN ('proposed', 'accepted'))
        + (SELECT count(*)::int FROM handover h WHERE h.successor_id = w.user_id AND h.municipality_id = w.municipality_id AND h.state IN ${OPEN}),
      t.band_min, t.band_max
    FROM user_role w LEFT JOIN team t ON t.id = w.team_id
    WHERE w.role = 'regisseur' AND w.municipality_id = access.municipality() AND w.user_id = ANY (regisseurs) AND access.has_role('team-lead', 'regisseur')
  $$;
`;
