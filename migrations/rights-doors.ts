/**
 * What the privacy officer may look up of a person, and when the database lets them act. As definer: the officer is in no
 * dossier. Each names the municipality and the role itself, and answers about one person or one case number only.
 */
export const rightsDoors = `
  -- Whom a request is about: found by case number, without opening the dossier.
  CREATE FUNCTION access.people_of_case(wanted text)
  RETURNS TABLE (household_id uuid, member_id uuid, role text, first_name text, infix text, last_name text, birth_date date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.id, m.id, m.role, m.first_name, m.infix, m.last_name, m.birth_date
    FROM household h JOIN household_member m ON m.household_id = h.id
    WHERE h.municipality_id = access.municipality() AND h.case_number = wanted AND access.has_role('privacy-officer')
    ORDER BY m.birth_date, m.id
  $$;

  -- One person, for who records a request about them: works with the family, or is the privacy officer.
  CREATE FUNCTION access.rights_subject(member uuid)
  RETURNS TABLE (household_id uuid, municipality_id uuid, case_number text, birth_date date, works_on_it boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.* FROM (
      SELECT h.id, h.municipality_id, h.case_number, m.birth_date, EXISTS (SELECT FROM household_access a
        WHERE a.user_id = access.user_id() AND a.household_id = h.id AND a.municipality_id = h.municipality_id
          AND a.reason <> 'break-glass' AND a.since <= now() AND (a.until IS NULL OR a.until > now())) AS works_on_it
      FROM household_member m JOIN household h ON h.id = m.household_id
      WHERE m.id = member AND h.municipality_id = access.municipality()) s
    WHERE s.works_on_it OR access.has_role('privacy-officer')
  $$;

  -- Who it is about, on the page of the request, for who may see the request.
  CREATE FUNCTION access.person_of_request(request uuid)
  RETURNS TABLE (role text, first_name text, infix text, last_name text, birth_date date, restricted_since timestamptz, member_version integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.role, m.first_name, m.infix, m.last_name, m.birth_date, m.restricted_since, m.version
    FROM rights_request q JOIN household_member m ON m.id = q.member_id
    WHERE q.id = request AND q.municipality_id = access.municipality()
      AND (access.has_role('privacy-officer') OR EXISTS (SELECT FROM household_access a
        WHERE a.user_id = access.user_id() AND a.household_id = q.household_id AND a.since <= now() AND (a.until IS NULL OR a.until > now())))
  $$;

  CREATE FUNCTION access.asked_about(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.rights_request q WHERE q.household_id = household AND q.municipality_id = access.municipality()
      AND q.state <> 'withdrawn');

  -- A correction that was granted and is not carried out yet.
  CREATE FUNCTION access.rectifies(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.rights_request q WHERE q.household_id = household AND q.municipality_id = access.municipality()
      AND q.kind = 'rectification' AND q.state IN ('granted', 'partly-granted'));

  -- The same person in two families is one person: a restriction holds in both.
  CREATE FUNCTION access.acts_for(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.rights_request q JOIN public.household_member m ON m.id = q.member_id
      WHERE m.person_id = person AND q.municipality_id = access.municipality()
        AND ((q.kind = 'rectification' AND q.state IN ('granted', 'partly-granted'))
          OR (q.kind = 'restriction' AND q.state IN ('granted', 'partly-granted', 'carried-out'))));

  -- AVG 17(3)(b): what the law asks to keep is not erased. The day from which it may go; empty while the case runs.
  -- PL/pgSQL, because what it asks is made by a later migration.
  CREATE FUNCTION access.may_be_erased_on(household uuid) RETURNS date LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT access.has_role('privacy-officer') OR NOT EXISTS (SELECT FROM rights_request q WHERE q.household_id = household
      AND q.municipality_id = access.municipality() AND q.kind = 'erasure') THEN RETURN NULL; END IF;
    RETURN retention.may_go_on(household);
  END $$;

  -- AVG 18: only the privacy officer limits the use of somebody's data, and only they lift it.
  CREATE FUNCTION only_the_officer_restricts() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_user = 'naast_app' AND NOT access.has_role('privacy-officer') THEN
      RAISE EXCEPTION 'only the privacy officer restricts' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER restriction_by_officer BEFORE UPDATE OF restricted_since, restriction_reason ON household_member FOR EACH ROW
    WHEN (OLD.restricted_since IS DISTINCT FROM NEW.restricted_since OR OLD.restriction_reason IS DISTINCT FROM NEW.restriction_reason)
    EXECUTE FUNCTION only_the_officer_restricts();

  -- While it holds, nothing new is prepared to go out about this person; what was recorded stays recorded.
  CREATE FUNCTION nothing_new_while_restricted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT FROM household_member m WHERE m.id = NEW.member_id AND m.restricted_since IS NOT NULL) THEN
      RAISE EXCEPTION 'the use of data of this person is restricted' USING ERRCODE = '23514', CONSTRAINT = 'nothing_new_while_restricted';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER no_basis_while_restricted BEFORE INSERT ON legal_basis FOR EACH ROW WHEN (NEW.state IN ('proposed', 'active'))
    EXECUTE FUNCTION nothing_new_while_restricted();
  CREATE TRIGGER no_release_while_restricted BEFORE INSERT ON secrecy_release FOR EACH ROW WHEN (NEW.state IN ('proposed', 'active'))
    EXECUTE FUNCTION nothing_new_while_restricted();
`;
