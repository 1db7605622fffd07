const LEVEL = (text: string): string => `CASE WHEN ${text} LIKE ALL (starts) THEN 1 WHEN ${text} LIKE ALL (sounds) THEN 2 WHEN ${text} ~ ALL (typos) THEN 3 END`;

/**
 * The door through which is searched. Under row-level security a LIKE can't use an index and every policy is asked for every
 * row of a team (measured in docs/decisions/0028); so this starts from what the actor may see (own families, own teams) and
 * looks at no other row: what it takes does not depend on families of others. It answers no more than the lists of the actor do.
 */
export const searchDoor = `
  CREATE FUNCTION access.search_households(starts text[], sounds text[], typos text[], case_number_like text, address_like text, at_most integer)
  RETURNS TABLE (id uuid, case_number text, name text, state text, view text, level smallint, found_on text, first_name text, infix text, last_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH own AS MATERIALIZED (
      SELECT a.household_id AS id, bool_or(a.reason IN ('regisseur', 'substitute')) AS closest FROM household_access a
      WHERE a.user_id = access.user_id() AND a.municipality_id = access.municipality() AND a.reason <> 'break-glass'
        AND a.since <= now() AND (a.until IS NULL OR a.until > now()) AND access.has_role('regisseur', 'case-worker', 'team-lead')
      GROUP BY 1
    ), inside AS MATERIALIZED (
      -- Whose content may be read: with a task, or as team lead of a family that is scaled up.
      SELECT id, 'involved' AS view, closest FROM own
      UNION ALL
      SELECT h.id, 'scaled-up', false FROM household h WHERE access.has_role('team-lead') AND h.team_id = ANY (access.teams())
        AND h.municipality_id = access.municipality() AND h.state = 'scaled-up' AND NOT EXISTS (SELECT FROM own o WHERE o.id = h.id)
    ), head AS (
      -- Of whom one sees that they are there: the team's families, those that wait, and who somebody is asked for.
      SELECT h.id, 'head' AS view, h.search_text, h.case_number FROM household h
      WHERE h.team_id = ANY (access.teams()) AND (access.has_role('team-lead')
        OR (access.has_role('case-worker') AND h.state IN ('reported', 'safety-check', 'waiting-list')))
        AND h.state <> 'scaled-up' AND NOT EXISTS (SELECT FROM own o WHERE o.id = h.id)
      UNION ALL
      SELECT h.id, 'proposed', h.search_text, h.case_number FROM regisseur_assignment r JOIN household h ON h.id = r.household_id
      WHERE access.has_role('regisseur') AND r.regisseur_id = access.user_id() AND r.state = 'proposed' AND r.municipality_id = access.municipality()
        AND NOT EXISTS (SELECT FROM own o WHERE o.id = h.id)
    ), hits AS (
      SELECT id, view, ${LEVEL('search_text')} AS level, 'family' AS found_on, NULL::uuid AS member_id FROM head
      UNION ALL
      SELECT id, view, 0, 'case-number', NULL FROM head WHERE upper(head.case_number) LIKE case_number_like
      UNION ALL
      SELECT i.id, i.view, ${LEVEL('h.search_text')}, 'family', NULL FROM inside i JOIN household h ON h.id = i.id
      UNION ALL
      -- The number of a family that went up in this one leads here as well.
      SELECT i.id, i.view, 0, 'case-number', NULL FROM inside i JOIN household h ON h.id = i.id WHERE case_number_like IS NOT NULL
        AND (upper(h.case_number) LIKE case_number_like OR EXISTS (SELECT FROM household g WHERE g.merged_into_id = i.id AND upper(g.case_number) LIKE case_number_like))
      UNION ALL
      -- Who may not read a protected address does not find the family by it either.
      SELECT i.id, i.view, 0, 'address', NULL FROM inside i JOIN household h ON h.id = i.id WHERE h.address_key LIKE address_like
        AND (i.closest OR NOT (h.protected_address OR EXISTS (SELECT FROM household_member p WHERE p.household_id = h.id AND p.protected_address)))
      UNION ALL
      SELECT i.id, i.view, ${LEVEL('m.search_text')}, 'member', m.id FROM inside i JOIN household_member m ON m.household_id = i.id WHERE starts IS NOT NULL
    ), best AS (
      SELECT DISTINCT ON (id) id, view, level, found_on, member_id FROM hits WHERE level IS NOT NULL
      ORDER BY id, level, found_on = 'member', member_id
    )
    SELECT h.id, h.case_number, h.name, h.state, b.view, b.level::smallint, b.found_on, m.first_name, m.infix, m.last_name
    FROM best b JOIN household h ON h.id = b.id AND h.municipality_id = access.municipality()
    LEFT JOIN household_member m ON m.id = b.member_id
    ORDER BY b.level, h.name, h.id LIMIT at_most
  $$;`;
