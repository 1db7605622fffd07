const LEVEL = (text: string): string => `CASE WHEN ${text} LIKE ALL (starts) THEN 1 WHEN ${text} LIKE ALL (sounds) THEN 2 WHEN ${text} ~ ALL (typos) THEN 3 END`;
/** What every hit answers to, cheaply: most rows go no further. */
const MAY_BE = (text: string): string => `(${text} LIKE begin_1 OR ${text} LIKE sound_1 OR ${text} ~ typo_1)`;
const NUMBER = '(case_number_like IS NOT NULL AND upper(h.case_number) LIKE case_number_like)';
const SHOWN = 'h.id, h.case_number, h.name, h.state';
const HIDDEN = `(h.protected_address OR EXISTS (SELECT FROM household_member p WHERE p.household_id = h.id AND p.protected_address))`;
// The number of a family that went up in this one leads here as well.
const FORMER_NUMBER = 'EXISTS (SELECT FROM household g WHERE g.merged_into_id = h.id AND upper(g.case_number) LIKE case_number_like)';

/** Families of which one sees that they are there: by name and number, never by who is in them. */
const heads = (view: string, from: string): string => `
    RETURN QUERY SELECT f.id, f.case_number, f.name, f.state, '${view}', f.level, CASE f.level WHEN 0 THEN 'case-number' ELSE 'family' END, NULL::text, NULL::text, NULL::text
      FROM (SELECT ${SHOWN}, CASE WHEN ${NUMBER} THEN 0 ELSE ${LEVEL('h.search_text')} END AS level FROM ${from}
        AND (${MAY_BE('h.search_text')} OR ${NUMBER}) AND h.municipality_id = here AND h.id <> ALL (mine)) f
      WHERE f.level IS NOT NULL ORDER BY f.level, f.name, f.id LIMIT at_most;`;

/**
 * The door through which is searched. Under row-level security a LIKE can't use an index and every policy is asked for every
 * row of a team; so this starts from what the actor may see (own families, own teams) and looks at no other row: what it takes
 * does not depend on families of others (decision 28). It answers no more than the lists of the actor do, each part in its own
 * order and at most so many; who asks sorts them together. In PL/pgSQL: its plans are made once, and only the parts that this
 * role needs are run.
 */
export const searchDoor = `
  CREATE FUNCTION access.search_households(starts text[], sounds text[], typos text[], case_number_like text, address_like text, at_most integer)
  RETURNS TABLE (id uuid, case_number text, name text, state text, view text, level integer, found_on text, first_name text, infix text, last_name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  #variable_conflict use_column
  DECLARE
    here uuid := access.municipality();
    leads boolean := access.has_role('team-lead');
    begin_1 text := starts[1];
    sound_1 text := sounds[1];
    typo_1 text := typos[1];
    -- With a task, and those of them where one is close enough to know where somebody hides.
    mine uuid[];
    close uuid[];
    open uuid[];
  BEGIN
    IF NOT access.has_role('team-lead', 'case-worker', 'regisseur') THEN RETURN; END IF;
    SELECT coalesce(array_agg(DISTINCT a.household_id), '{}'), coalesce(array_agg(a.household_id) FILTER (WHERE a.reason IN ('regisseur', 'substitute')), '{}')
      INTO mine, close FROM household_access a
      WHERE a.user_id = access.user_id() AND a.municipality_id = here AND a.reason <> 'break-glass' AND a.since <= now() AND (a.until IS NULL OR a.until > now());
    open := mine;
    IF leads THEN
      SELECT open || coalesce(array_agg(h.id), '{}') INTO open FROM household h
        WHERE h.team_id = ANY (access.teams()) AND h.state = 'scaled-up' AND h.municipality_id = here AND h.id <> ALL (mine);
    END IF;

    IF begin_1 IS NOT NULL THEN
      RETURN QUERY
      SELECT DISTINCT ON (f.level, f.name, f.id) f.id, f.case_number, f.name, f.state, f.view, f.level, CASE WHEN f.by_family THEN 'family' ELSE 'member' END,
        CASE WHEN NOT f.by_family THEN f.first_name END, CASE WHEN NOT f.by_family THEN f.infix END, CASE WHEN NOT f.by_family THEN f.last_name END
      FROM (
        SELECT DISTINCT ON (h.id) ${SHOWN}, CASE WHEN h.id = ANY (mine) THEN 'involved' ELSE 'scaled-up' END AS view, least(own.level, who.level) AS level,
          coalesce(own.level <= coalesce(who.level, 9), false) AS by_family, who.first_name, who.infix, who.last_name
        FROM household h CROSS JOIN LATERAL (SELECT CASE WHEN ${MAY_BE('h.search_text')} THEN ${LEVEL('h.search_text')} END AS level) own
        LEFT JOIN (SELECT m.household_id, m.id, m.first_name, m.infix, m.last_name, ${LEVEL('m.search_text')} AS level FROM household_member m
          WHERE m.household_id = ANY (open) AND m.left_on IS NULL AND ${MAY_BE('m.search_text')}) who ON who.household_id = h.id
        WHERE h.id = ANY (open) AND h.municipality_id = here AND (own.level IS NOT NULL OR who.level IS NOT NULL)
        ORDER BY h.id, who.level, who.id) f
      ORDER BY f.level, f.name, f.id LIMIT at_most;
    END IF;
    IF case_number_like IS NOT NULL OR address_like IS NOT NULL THEN
      RETURN QUERY SELECT f.id, f.case_number, f.name, f.state, f.view, 0, CASE WHEN f.by_number THEN 'case-number' ELSE 'address' END, NULL::text, NULL::text, NULL::text
      FROM (SELECT ${SHOWN}, CASE WHEN h.id = ANY (mine) THEN 'involved' ELSE 'scaled-up' END AS view, ${NUMBER} OR (case_number_like IS NOT NULL AND ${FORMER_NUMBER}) AS by_number,
          -- Who may not read a protected address does not find the family by it either.
          h.address_key LIKE address_like AND (h.id = ANY (close) OR NOT ${HIDDEN}) AS by_address
        FROM household h WHERE h.id = ANY (open) AND h.municipality_id = here) f
      WHERE f.by_number OR f.by_address ORDER BY f.name, f.id LIMIT at_most;
    END IF;

    IF leads THEN ${heads('head', `household h WHERE h.team_id = ANY (access.teams()) AND h.state <> 'scaled-up'`)}
    ELSIF access.has_role('case-worker') THEN ${heads('head', `household h WHERE h.team_id = ANY (access.teams()) AND h.state IN ('reported', 'safety-check', 'waiting-list')`)}
    END IF;
    IF access.has_role('regisseur') THEN ${heads('proposed', `regisseur_assignment r JOIN household h ON h.id = r.household_id
        WHERE r.regisseur_id = access.user_id() AND r.state = 'proposed' AND r.municipality_id = here AND NOT (leads AND h.team_id = ANY (access.teams()))`)}
    END IF;
  END $$;`;
