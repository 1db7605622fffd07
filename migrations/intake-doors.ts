/**
 * Narrow doors past row-level security. Whoever takes in a report must know whether the family is known already, also
 * when it is in another team or behind another colleague's dossier; row-level security hides exactly those. So these
 * functions run as their owner, answer only for the persons and addresses that the caller names, only in the caller's
 * municipality and only to the team that takes in reports; what comes back is for matching and is not shown.
 */
const teamThatTakesInReports = `access.has_role('case-worker', 'team-lead')`;

/** The same people as the policies on household: what the actor may read about it may be named in an answer. */
const mayBeNamed = (stands: string): string => `(
  EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = h.id${stands})
  OR (h.team_id = ANY (access.teams())
      AND (access.has_role('team-lead') OR h.state IN ('reported', 'safety-check', 'waiting-list'))))`;

// A '?' stands for a letter that the export lost: no, one or two characters.
const fits = (name: string, other: string): string => `${other} ~ ('^' || replace(${name}, '?', '.{0,2}') || '$')`;

const doors = (create: string, named: string, present = ''): string => `
  -- Which households may return in a file: by the numbers, BSN indexes and addresses that stand in that file.
  ${create} FUNCTION access.known_households(refs text[], bsn_indexes bytea[], address_keys text[])
  RETURNS TABLE (household_id uuid, external_ref text, case_number text, address_key text, members json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH found AS (
      SELECT id FROM household WHERE municipality_id = access.municipality() AND external_ref = ANY (refs)
      UNION SELECT id FROM household WHERE municipality_id = access.municipality() AND address_key = ANY (address_keys)
      UNION SELECT m.household_id FROM household_member m WHERE m.municipality_id = access.municipality() AND m.bsn_index = ANY (bsn_indexes)${present}
    )
    SELECT h.id, CASE WHEN h.external_ref = ANY (refs) OR ${named} THEN h.external_ref END,
           CASE WHEN ${named} THEN h.case_number END, h.address_key,
           (SELECT json_agg(json_build_object('bsnIndex', encode(m.bsn_index, 'hex'), 'normalisedName', m.normalised_name, 'birthDate', m.birth_date))
            FROM household_member m WHERE m.household_id = h.id)
    FROM found JOIN household h USING (id)
    WHERE ${teamThatTakesInReports}
  $$;

  -- Whether this person lives in a known household; the case number only when the actor may read that household.
  ${create} FUNCTION access.find_known_person(wanted_bsn bytea, wanted_name text, born date)
  RETURNS TABLE (case_number text, same_bsn boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN ${named} THEN h.case_number END, coalesce(m.bsn_index = wanted_bsn, false)
    FROM household_member m JOIN household h ON h.id = m.household_id
    WHERE ${teamThatTakesInReports} AND m.municipality_id = access.municipality()${present}
      AND (m.bsn_index = wanted_bsn
        -- Two different BSNs are two people, however much their names agree.
        OR (m.birth_date = born AND (m.bsn_index IS NULL OR wanted_bsn IS NULL)
            AND (${fits('m.normalised_name', 'wanted_name')} OR ${fits('wanted_name', 'm.normalised_name')})))
    ORDER BY 2 DESC, 1 NULLS LAST LIMIT 1
  $$;

  -- A new report about a family we know: its people come into that dossier. Who reports them does not get to see it.
  ${create} FUNCTION access.add_reported_members(added jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT ${teamThatTakesInReports} THEN RAISE EXCEPTION 'only the team takes in reports'; END IF;
    INSERT INTO household_member (id, household_id, municipality_id, role, first_name, infix, last_name, normalised_name,
      birth_date, phone, email, protected_address, bsn_sealed, bsn_index)
    SELECT m.id, h.id, h.municipality_id, m.role, m.first_name, m.infix, m.last_name, m.normalised_name,
      m.birth_date, m.phone, m.email, m.protected_address, decode(m.bsn_sealed, 'hex'), decode(m.bsn_index, 'hex')
    FROM jsonb_to_recordset(added) AS m(id uuid, household_id uuid, role text, first_name text, infix text, last_name text,
      normalised_name text, birth_date date, phone text, email text, protected_address boolean, bsn_sealed text, bsn_index text)
    JOIN household h ON h.id = m.household_id AND h.municipality_id = access.municipality();
    UPDATE household h SET member_count = h.member_count + n.people, child_count = h.child_count + n.children, version = h.version + 1
    FROM (SELECT m.household_id, count(*) AS people, count(*) FILTER (WHERE m.child) AS children
          FROM jsonb_to_recordset(added) AS m(household_id uuid, child boolean) GROUP BY 1) n
    WHERE h.id = n.household_id AND h.municipality_id = access.municipality();
    INSERT INTO household_event (id, household_id, municipality_id, kind, text, by_user_id)
    SELECT DISTINCT ON (h.id) uuidv7(), h.id, h.municipality_id, 'household.members-added',
      'Door een nieuwe aanmelding zijn er gezinsleden bij gekomen.', access.user_id()
    FROM jsonb_to_recordset(added) AS m(household_id uuid) JOIN household h ON h.id = m.household_id AND h.municipality_id = access.municipality();
  END $$;
`;

export const intakeDoors = doors('CREATE', mayBeNamed(''));

const inPeriod = mayBeNamed(' AND a.since <= now() AND (a.until IS NULL OR a.until > now())');

/** As definer they look past the policy that says when access begins and ends, so they say it themselves. */
export const intakeDoorsWithPeriod = doors('CREATE OR REPLACE', inPeriod);

/** Who left a family can be reported with a household of their own (migration 23). */
export const intakeDoorsForWhoIsPresent = doors('CREATE OR REPLACE', inPeriod, ' AND m.left_on IS NULL');
