/** Whoever has a task in the family. Functions of the owner look past the policies, so they say the period themselves. */
const WORKS = (household: string): string => `EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = ${household}
  AND a.municipality_id = access.municipality() AND a.reason <> 'break-glass' AND a.since <= now() AND (a.until IS NULL OR a.until > now()))`;
const LEADS = (alias: string): string => `(access.has_role('team-lead') AND ${alias}.team_id = ANY (access.teams()))`;

/** What merging and splitting must know of families of which the actor sees not everything. */
export const mergeFacts = `
  CREATE FUNCTION access.works_in(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT access.has_role('regisseur', 'case-worker') AND ${WORKS('household')}
  $$;

  -- What stands in the way of merging these. Nothing for who has no task there and leads no team of theirs.
  CREATE FUNCTION access.stand_to_merge(wanted uuid[]) RETURNS TABLE (id uuid, state text, version integer, works boolean, leads boolean, has_regisseur boolean,
    open_referrals integer, open_fund_requests integer, planned_meetings integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.id, h.state, h.version, access.works_in(h.id), ${LEADS('h')},
      EXISTS (SELECT FROM regisseur_assignment r WHERE r.household_id = h.id AND r.state IN ('proposed', 'accepted', 'active', 'handover-planned')),
      (SELECT count(*)::int FROM referral r WHERE r.household_id = h.id AND r.state IN ('draft', 'requested', 'accepted', 'in-progress', 'on-hold')),
      (SELECT count(*)::int FROM fund_request f WHERE f.household_id = h.id AND f.state NOT IN ('refused', 'not-considered', 'withdrawn', 'paid', 'evaluated', 'closed')),
      (SELECT count(*)::int FROM coordination_meeting m WHERE m.household_id = h.id AND m.state = 'planned' AND m.planned_at > now())
    FROM household h WHERE h.id = ANY (wanted) AND h.municipality_id = access.municipality() AND (access.works_in(h.id) OR ${LEADS('h')})
  $$;
  -- The same, and holds them: always in the same order, so that two merges of the same two wait for each other.
  CREATE FUNCTION access.hold_to_merge(wanted uuid[]) RETURNS TABLE (id uuid, state text, version integer, works boolean, leads boolean, has_regisseur boolean,
    open_referrals integer, open_fund_requests integer, planned_meetings integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM FROM household h WHERE h.id = ANY (wanted) AND h.municipality_id = access.municipality() AND (access.works_in(h.id) OR ${LEADS('h')})
      ORDER BY h.id FOR UPDATE;
    RETURN QUERY SELECT * FROM access.stand_to_merge(wanted);
  END $$;
  -- Who is in a family now: ids only, to compare two families of which the actor may not read the names.
  CREATE FUNCTION access.present_members(wanted uuid) RETURNS json LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(json_agg(m.id ORDER BY m.id), '[]') FROM household h JOIN household_member m ON m.household_id = h.id AND m.left_on IS NULL
    WHERE h.id = wanted AND h.municipality_id = access.municipality() AND (access.works_in(h.id) OR ${LEADS('h')})
  $$;

  -- Who stands in both: by BSN, or by name and birth date. Also for a team lead, who sees no names: ids only.
  CREATE FUNCTION access.same_people(one uuid, other uuid) RETURNS TABLE (member_id uuid, same_as uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (m.id) m.id, s.id FROM household h JOIN household g ON g.id = one AND g.municipality_id = h.municipality_id
    JOIN household_member m ON m.household_id = h.id AND m.left_on IS NULL
    JOIN household_member s ON s.household_id = g.id AND s.left_on IS NULL
      AND (s.person_id = m.person_id OR (s.birth_date = m.birth_date AND s.search_text = m.search_text AND (s.bsn_index IS NULL OR m.bsn_index IS NULL)))
    WHERE h.id = other AND h.municipality_id = access.municipality()
      AND (access.works_in(h.id) OR ${LEADS('h')}) AND (access.works_in(g.id) OR ${LEADS('g')})
    ORDER BY m.id, s.person_id = m.person_id DESC, s.id
  $$;

  -- What speaks for it that another family is the same one: among those that the actor may merge it with. No address of who hides.
  CREATE FUNCTION access.likely_duplicates(wanted uuid) RETURNS TABLE (id uuid, case_number text, name text, state text, same_people integer,
    same_birth_dates integer, same_address boolean, same_name boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH family AS (SELECT h.* FROM household h WHERE h.id = wanted AND h.municipality_id = access.municipality() AND (access.works_in(h.id) OR ${LEADS('h')})),
    near AS (
      SELECT o.household_id AS id FROM family f JOIN household_member m ON m.household_id = f.id
        JOIN household_member o ON o.municipality_id = f.municipality_id AND o.birth_date = m.birth_date AND o.household_id <> f.id
      UNION SELECT o.id FROM family f JOIN household o ON o.municipality_id = f.municipality_id AND o.address_key = f.address_key AND o.id <> f.id
    )
    SELECT h.id, h.case_number, h.name, h.state,
      -- Only children in both: those are two homes, and who leads both teams is not shown the one beside the other (decision 13).
      (SELECT CASE WHEN bool_or(p.birth_date <= (now() AT TIME ZONE 'Europe/Amsterdam')::date - interval '18 years') THEN count(*)::int ELSE 0 END
        FROM access.same_people(f.id, h.id) same JOIN household_member p ON p.id = same.member_id),
      (SELECT count(DISTINCT o.id)::int FROM household_member o JOIN household_member m ON m.household_id = f.id AND m.birth_date = o.birth_date WHERE o.household_id = h.id),
      coalesce(h.address_key = f.address_key AND NOT h.protected_address AND NOT f.protected_address, false), h.search_text = f.search_text
    FROM near n JOIN household h ON h.id = n.id CROSS JOIN family f
    WHERE h.state NOT IN ('closed', 'referred-elsewhere', 'declined-help', 'moved-away', 'merged') AND (access.works_in(h.id) OR ${LEADS('h')})
    ORDER BY 5 DESC, 6 DESC, h.id LIMIT 50
  $$;

  CREATE FUNCTION access.merged_case_number(merge uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT g.case_number FROM household_merge m JOIN household h ON h.id = m.household_id JOIN household g ON g.id = m.merged_household_id
    WHERE m.id = merge AND m.municipality_id = access.municipality() AND (access.works_in(h.id) OR ${LEADS('h')})
  $$;

  -- What happened in the family that went up in this one, for who works in the one that goes on: lines as the dossier shows them.
  CREATE FUNCTION access.story_before_merge(wanted uuid, at_most integer) RETURNS TABLE (case_number text, at timestamptz, text text, by_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.case_number, e.at, e.text, coalesce(u.name, 'Naast') FROM household h JOIN household_event e ON e.household_id = h.id LEFT JOIN app_user u ON u.id = e.by_user_id
    WHERE h.merged_into_id = wanted AND h.municipality_id = access.municipality() AND access.works_in(wanted)
    ORDER BY e.at DESC, e.id DESC LIMIT at_most
  $$;

  -- On what was shared about them: what the people may be asked anew. Not copied: each was given for one purpose in one dossier.
  CREATE FUNCTION access.bases_before_merge(wanted uuid) RETURNS TABLE (member_id uuid, first_name text, type text, purpose text, organisation text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.first_name, b.type, b.purpose, o.name FROM household h JOIN legal_basis b ON b.household_id = h.id AND b.state = 'active'
    JOIN household_member m ON m.id = b.member_id JOIN organisation o ON o.id = b.to_organisation_id
    WHERE h.merged_into_id = wanted AND h.municipality_id = access.municipality() AND access.works_in(wanted)
    ORDER BY m.birth_date, b.id
  $$;`;
