const ENDED = `('closed', 'referred-elsewhere', 'declined-help', 'moved-away')`;
const NOW_REGISSEUR = `('active', 'handover-planned')`;

const isRegisseur = (person: string, municipality: string): string =>
  `EXISTS (SELECT FROM user_role w WHERE w.user_id = ${person} AND w.municipality_id = ${municipality} AND w.role = 'regisseur')`;

/** Writes what the facts say for the rows that `where` picks, and takes away what they no longer say. */
const follow = (where: (alias: string) => string): string => `
    DELETE FROM household_access a WHERE ${where('a')} AND a.reason IN ('regisseur', 'substitute') AND NOT EXISTS (
      SELECT FROM access.by_fact f WHERE ${where('f')} AND f.user_id = a.user_id AND f.household_id = a.household_id
        AND f.reason = a.reason AND f.cause_id IS NOT DISTINCT FROM a.cause_id);
    INSERT INTO household_access (user_id, household_id, municipality_id, reason, cause_id, since, until)
      SELECT f.user_id, f.household_id, f.municipality_id, f.reason, f.cause_id, f.since, f.until FROM access.by_fact f WHERE ${where('f')}
      ON CONFLICT DO NOTHING;`;

const trigger = (name: string, body: string): string => `
  CREATE FUNCTION access.${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    ${body}
    RETURN NULL;
  END $$;`;

/**
 * Who is in which dossier follows from an assignment, a substitution, a report one took in or a break-glass. `access.by_fact`
 * says the first two in one place; triggers of the owner keep `household_access` equal to it, at the moment the fact changes.
 */
export const accessFollowsFacts = `
  CREATE VIEW access.by_fact AS
    SELECT r.regisseur_id AS user_id, r.household_id, r.municipality_id, 'regisseur' AS reason, NULL::uuid AS cause_id,
      least(coalesce(r.active_since, now()), now()) AS since, NULL::timestamptz AS until
    FROM regisseur_assignment r JOIN household h ON h.id = r.household_id
    WHERE r.state IN ${NOW_REGISSEUR} AND h.state NOT IN ${ENDED} AND ${isRegisseur('r.regisseur_id', 'r.municipality_id')}
    UNION ALL
    SELECT s.substitute_id, r.household_id, r.municipality_id, 'substitute', s.id,
      s.first_day::timestamp AT TIME ZONE 'Europe/Amsterdam', (s.last_day + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'
    FROM substitution s
    JOIN regisseur_assignment r ON r.regisseur_id = s.regisseur_id AND r.municipality_id = s.municipality_id AND r.state IN ${NOW_REGISSEUR}
    JOIN household h ON h.id = r.household_id AND h.state NOT IN ${ENDED}
    WHERE s.ended_at IS NULL AND (s.last_day + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam' > now()
      AND ${isRegisseur('s.substitute_id', 's.municipality_id')};

  CREATE FUNCTION access.follow_household(family uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN ${follow((alias) => `${alias}.household_id = family`)} END $$;
  CREATE FUNCTION access.follow_person(person uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN ${follow((alias) => `${alias}.user_id = person`)} END $$;
  REVOKE ALL ON FUNCTION access.follow_household(uuid), access.follow_person(uuid) FROM PUBLIC, naast_app;

  -- The intake ends when the regisseur begins; whatever ends an assignment ends what it opened, also for the substitute.
  ${trigger('follow_assignment', `
    IF NEW.state IN ${NOW_REGISSEUR} AND (TG_OP = 'INSERT' OR OLD.state NOT IN ${NOW_REGISSEUR}) THEN
      PERFORM pg_advisory_xact_lock(hashtext('naast-regisseur'), hashtext(NEW.regisseur_id::text));
      DELETE FROM household_access WHERE household_id = NEW.household_id AND reason = 'intake';
    END IF;
    PERFORM access.follow_household(NEW.household_id);
    -- What is still to be remembered goes to the new regisseur when who wrote it down is no longer in the dossier.
    IF NEW.state IN ${NOW_REGISSEUR} THEN
      UPDATE reminder SET user_id = NEW.regisseur_id WHERE household_id = NEW.household_id AND state = 'scheduled' AND user_id <> NEW.regisseur_id
        AND NOT EXISTS (SELECT FROM household_access a WHERE a.household_id = reminder.household_id AND a.user_id = reminder.user_id);
    END IF;`)}
  CREATE TRIGGER assignment_begins AFTER INSERT ON regisseur_assignment FOR EACH ROW WHEN (NEW.state IN ${NOW_REGISSEUR})
    EXECUTE FUNCTION access.follow_assignment();
  CREATE TRIGGER assignment_moves AFTER UPDATE OF state ON regisseur_assignment FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state)
    EXECUTE FUNCTION access.follow_assignment();

  -- What is over stays over: a new start is a new proposal, which somebody else makes.
  ${trigger('over_is_over', `RAISE EXCEPTION 'an assignment that is over does not begin again' USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_over_is_over';`)}
  CREATE TRIGGER over_is_over AFTER UPDATE OF state ON regisseur_assignment FOR EACH ROW
    WHEN (OLD.state IN ('handed-over', 'ended', 'declined') AND NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION access.over_is_over();

  ${trigger('follow_substitution', `
    -- An assignment that ends at this moment is waited for, so that its family is not opened after all.
    PERFORM FROM regisseur_assignment WHERE regisseur_id = NEW.regisseur_id AND state IN ${NOW_REGISSEUR} FOR SHARE;
    PERFORM access.follow_person(NEW.substitute_id);`)}
  CREATE TRIGGER substitution_begins AFTER INSERT ON substitution FOR EACH ROW EXECUTE FUNCTION access.follow_substitution();
  CREATE TRIGGER substitution_ends AFTER UPDATE OF ended_at ON substitution FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION access.follow_substitution();

  -- Who leaves a family behind leaves its dossier: nobody keeps it by accident after the closure.
  ${trigger('follow_closure', `
    UPDATE regisseur_assignment SET state = 'ended', version = version + 1
      WHERE household_id = NEW.id AND state IN ('proposed', 'accepted', 'active', 'handover-planned');
    DELETE FROM household_access WHERE household_id = NEW.id;
    -- A case is closed only without open referrals; a family that leaves may have some, and what it shared stops with it.
    WITH stopped AS (
      UPDATE referral SET state = 'cancelled', closed_at = now(), version = version + 1
      WHERE household_id = NEW.id AND NEW.state <> 'closed' AND state IN ('draft', 'requested', 'accepted', 'in-progress', 'on-hold')
      RETURNING id, household_id, municipality_id
    ), told AS (
      INSERT INTO referral_event (id, referral_id, household_id, municipality_id, kind, text)
      SELECT uuidv7(), id, household_id, municipality_id, 'stopped', 'De verwijzing is gestopt: het gezin is niet meer bij ons in beeld.' FROM stopped
    )
    INSERT INTO outbox (id, municipality_id, kind, payload, run_at)
      SELECT uuidv7(), municipality_id, 'referral.stopped', jsonb_build_object('referralId', id), now() FROM stopped;`)}
  CREATE TRIGGER household_ends AFTER UPDATE OF state ON household FOR EACH ROW
    WHEN (NEW.state IN ${ENDED} AND OLD.state NOT IN ${ENDED}) EXECUTE FUNCTION access.follow_closure();

  -- Who takes in a report is in that dossier until a regisseur is. Only at the report itself: putting one's name on an older one opens nothing.
  ${trigger('follow_reports', `
    INSERT INTO household_access (user_id, household_id, municipality_id, reason, since)
      SELECT safety_checked_by, id, municipality_id, 'intake', least(coalesce(safety_checked_at, now()), now())
      FROM added WHERE state = 'waiting-list' AND safety_checked_by IS NOT NULL ON CONFLICT DO NOTHING;`)}
  CREATE TRIGGER report_taken_in AFTER INSERT ON household REFERENCING NEW TABLE AS added FOR EACH STATEMENT
    EXECUTE FUNCTION access.follow_reports();

  -- Without the role the work stops, also in a session that is open.
  ${trigger('follow_role', `
    IF TG_OP <> 'INSERT' THEN
      DELETE FROM household_access a WHERE a.user_id = OLD.user_id AND a.municipality_id = OLD.municipality_id
        AND a.reason IN ('intake', 'break-glass') AND NOT EXISTS (SELECT FROM user_role r WHERE r.user_id = a.user_id
          AND r.municipality_id = a.municipality_id AND (r.role IN ('case-worker', 'team-lead') OR (r.role = 'regisseur' AND a.reason = 'break-glass')));
      PERFORM access.follow_person(OLD.user_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
      IF NEW.role = 'partner-worker' THEN
        DELETE FROM household_access WHERE user_id = NEW.user_id AND municipality_id = NEW.municipality_id AND reason = 'break-glass';
      END IF;
      PERFORM access.follow_person(NEW.user_id);
    END IF;`)}
  CREATE TRIGGER role_opens_and_closes AFTER INSERT OR UPDATE OR DELETE ON user_role FOR EACH ROW EXECUTE FUNCTION access.follow_role();

  -- Rows that are over open nothing; this only tidies them.
  CREATE FUNCTION access.forget_ended_access() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT access.is_system() THEN RAISE EXCEPTION 'only a job tidies'; END IF;
    DELETE FROM household_access WHERE until < now() - interval '1 day';
  END $$;
`;
