const CHOSEN = (column: string, field: string): string => `${column} = CASE fields ->> '${field}' WHEN 'merged' THEN other.${column} ELSE s.${column} END`;
const ADDRESS = ['postcode', 'house_number', 'house_number_suffix', 'city', 'neighbourhood'];
/** What a merge may change in the one that goes on; undoing puts exactly these back. */
const CHANGED = ['name', 'urgency', 'urgency_reason', 'reported_on', 'note', ...ADDRESS, 'protected_address', 'member_count', 'child_count'];
const asJson = (alias: string): string => `jsonb_build_object(${CHANGED.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`;

// Everything that stands of a person, whatever room added the column; who it is (person_id) says the database by the BSN.
const COPY = `
  FUNCTION retention.copy_member(wanted uuid, into_household uuid, new_id uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE columns text;
  BEGIN
    SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute WHERE attrelid = 'household_member'::regclass AND attnum > 0
      AND NOT attisdropped AND attgenerated = '' AND attname NOT IN ('id', 'household_id', 'person_id', 'version');
    EXECUTE format('INSERT INTO household_member (id, household_id, %1$s) SELECT $1, $2, %1$s FROM household_member WHERE id = $3', columns)
      USING new_id, into_household, wanted;
  END $$;`;

/** Whether anything of the dossier speaks of this person: along every foreign key, so also in a table that comes later. */
const IN_USE = `
  FUNCTION retention.member_in_use(wanted uuid) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    key record;
    found boolean;
  BEGIN
    FOR key IN SELECT c.conrelid::regclass AS name, a.attname FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'household_member'::regclass AND cardinality(c.conkey) = 1
    LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1)', key.name, key.attname) INTO found USING wanted;
      IF found THEN RETURN true; END IF;
    END LOOP;
    -- And in lists of people (who was at a talk), where no foreign key can be.
    FOR key IN SELECT a.attrelid::regclass AS name, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
      WHERE c.relnamespace = 'public'::regnamespace AND a.atttypid = 'uuid[]'::regtype AND NOT a.attisdropped
        AND EXISTS (SELECT FROM pg_attribute b WHERE b.attrelid = a.attrelid AND b.attname = 'household_id')
    LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE household_id = (SELECT household_id FROM household_member WHERE id = $1) AND $1 = ANY (%I))',
        key.name, key.attname) INTO found USING wanted;
      IF found THEN RETURN true; END IF;
    END LOOP;
    -- A yes to the plan names who gave it.
    RETURN EXISTS (SELECT FROM plan_version v JOIN household_member m ON m.household_id = v.household_id
      WHERE m.id = wanted AND position(wanted::text IN v.agreed_by::text) > 0);
  END $$;`;

/** Each works on exactly the families it is called for, and asks anew who calls: the service asked before, in words for people. */
export const mergeDoors = `
  CREATE ${COPY}
  CREATE ${IN_USE}

  CREATE FUNCTION access.may_merge(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    -- A task in both, or the lead of both: with one of each somebody would read in the one what the other had.
    SELECT one <> other AND count(*) = 2 AND (bool_and(access.works_in(h.id)) OR bool_and(access.has_role('team-lead') AND h.team_id = ANY (access.teams())))
    FROM household h WHERE h.id IN (one, other) AND h.municipality_id = access.municipality()
  $$;

  -- pairs: [{"from", "to"}], to = null for who comes along.
  CREATE FUNCTION access.merge_household(merge_id uuid, survivor uuid, merged uuid, fields jsonb, pairs jsonb, last_day date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    s household;
    other household;
    pair record;
    people jsonb := '[]';
    came uuid;
    was jsonb;
  BEGIN
    IF NOT access.may_merge(survivor, merged) THEN RAISE EXCEPTION 'not these two' USING ERRCODE = 'insufficient_privilege'; END IF;
    SELECT * INTO s FROM household WHERE id = survivor AND municipality_id = access.municipality();
    SELECT * INTO other FROM household WHERE id = merged AND municipality_id = access.municipality();
    -- Only who is in these two: a definer looks past the policies, so it may not take an id on trust.
    IF EXISTS (SELECT FROM jsonb_to_recordset(pairs) AS p("from" uuid, "to" uuid)
      WHERE NOT EXISTS (SELECT FROM household_member m WHERE m.id = p."from" AND m.household_id = merged AND m.left_on IS NULL)
        OR (p."to" IS NOT NULL AND NOT EXISTS (SELECT FROM household_member m WHERE m.id = p."to" AND m.household_id = survivor AND m.left_on IS NULL))) THEN
      RAISE EXCEPTION 'not of these two' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- A child of parents who are apart stands in both. Whoever hides is not brought together with an adult whom only the other dossier knows:
    -- in one family the address is that of all of them, also in the copy that each may ask for (AVG 15).
    IF (s.protected_address OR other.protected_address) AND EXISTS (SELECT FROM household_member m WHERE m.household_id IN (survivor, merged) AND m.left_on IS NULL
      AND m.birth_date <= (now() AT TIME ZONE 'Europe/Amsterdam')::date - interval '18 years'
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(pairs) AS p("from" uuid, "to" uuid) WHERE p."to" IS NOT NULL AND m.id IN (p."from", p."to"))) THEN
      RAISE EXCEPTION 'somebody hides' USING ERRCODE = 'check_violation', CONSTRAINT = 'merge_hides_nobody_less';
    END IF;
    -- Who hides or asked for restriction (AVG 18) there does so here too, before the two are one.
    IF EXISTS (SELECT FROM jsonb_to_recordset(pairs) AS p("from" uuid, "to" uuid) JOIN household_member f ON f.id = p."from" JOIN household_member t ON t.id = p."to"
      WHERE (f.protected_address AND NOT t.protected_address) OR (f.restricted_since IS NOT NULL AND t.restricted_since IS NULL)) THEN
      RAISE EXCEPTION 'somebody is kept closed there' USING ERRCODE = 'check_violation', CONSTRAINT = 'merge_keeps_closed';
    END IF;
    IF 'merged' IN (s.state, other.state) THEN RAISE EXCEPTION 'merged already' USING ERRCODE = 'check_violation', CONSTRAINT = 'household_merged_is_ended'; END IF;
    was := jsonb_build_object('survivor', ${asJson('s')},
      'access', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM household_access a WHERE a.household_id = merged AND (a.until IS NULL OR a.until > now())),
      'reminders', (SELECT coalesce(jsonb_agg(r.id), '[]') FROM reminder r WHERE r.household_id = merged AND r.state = 'scheduled'));
    FOR pair IN SELECT p."from", p."to" FROM jsonb_to_recordset(pairs) AS p("from" uuid, "to" uuid) LOOP
      came := NULL;
      IF pair."to" IS NULL THEN
        came := uuidv7();
        PERFORM retention.copy_member(pair."from", survivor, came);
      END IF;
      people := people || jsonb_build_object('from', pair."from", 'to', coalesce(pair."to", came), 'added', came IS NOT NULL);
    END LOOP;
    UPDATE household t SET ${CHOSEN('name', 'name')}, ${CHOSEN('urgency', 'urgency')}, ${CHOSEN('urgency_reason', 'urgency')},
      ${CHOSEN('reported_on', 'reportedOn')}, ${CHOSEN('note', 'note')}, ${ADDRESS.map((column) => CHOSEN(column, 'address')).join(', ')},
      -- Who hides in one of the two hides in both.
      protected_address = s.protected_address OR other.protected_address,
      member_count = (SELECT count(*) FROM household_member m WHERE m.household_id = survivor AND m.left_on IS NULL),
      child_count = (SELECT count(*) FROM household_member m WHERE m.household_id = survivor AND m.left_on IS NULL
        AND m.birth_date > (now() AT TIME ZONE 'Europe/Amsterdam')::date - interval '18 years'),
      version = t.version + 1
      WHERE t.id = survivor;
    -- The main person stays the main person; who comes along is another one.
    UPDATE household_member SET role = 'other' WHERE household_id = survivor AND role = 'main'
      AND id IN (SELECT (p ->> 'to')::uuid FROM jsonb_array_elements(people) p WHERE (p ->> 'added')::boolean);
    SELECT was || jsonb_build_object('after', ${asJson('h')}) INTO was FROM household h WHERE h.id = survivor;
    UPDATE reminder SET state = 'cancelled', version = version + 1 WHERE household_id = merged AND state = 'scheduled';
    UPDATE household SET state = 'merged', merged_into_id = survivor, version = version + 1 WHERE id = merged;
    -- Who was only in the family that went up is out, and comes in the other by a task there.
    DELETE FROM household_access WHERE household_id = merged;
    INSERT INTO household_merge (id, household_id, municipality_id, merged_household_id, merged_by, merged_at, undo_until, from_state, before, members)
      VALUES (merge_id, survivor, s.municipality_id, merged, access.user_id(), now(), last_day, other.state, was, people);
  END $$;

  -- Puts back exactly what the merge changed. Answers what makes that impossible, and then does nothing.
  CREATE FUNCTION access.undo_merge(wanted uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    m household_merge;
    s household;
    person jsonb;
  BEGIN
    SELECT * INTO m FROM household_merge WHERE id = wanted AND municipality_id = access.municipality() FOR UPDATE;
    IF NOT FOUND OR NOT access.may_undo_merge(wanted) THEN RAISE EXCEPTION 'not this one' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM household WHERE id IN (m.household_id, m.merged_household_id) ORDER BY id FOR UPDATE;
    SELECT * INTO s FROM household WHERE id = m.household_id;
    IF m.undone_at IS NOT NULL THEN RETURN 'undone-already'; END IF;
    IF m.undo_until < (now() AT TIME ZONE 'Europe/Amsterdam')::date THEN RETURN 'too-late'; END IF;
    IF s.state IN ('closed', 'referred-elsewhere', 'declined-help', 'moved-away', 'merged') THEN RETURN 'survivor-ended'; END IF;
    IF EXISTS (SELECT FROM household_merge o WHERE o.household_id = m.household_id AND o.undone_at IS NULL AND o.id > m.id) THEN RETURN 'later-merge'; END IF;
    IF ${asJson('s')} IS DISTINCT FROM m.before -> 'after' THEN RETURN 'fields-changed'; END IF;
    FOR person IN SELECT p FROM jsonb_array_elements(m.members) p WHERE (p ->> 'added')::boolean LOOP
      IF retention.member_in_use((person ->> 'to')::uuid) OR NOT EXISTS (SELECT FROM household_member WHERE id = (person ->> 'to')::uuid AND version = 1 AND left_on IS NULL)
        THEN RETURN 'members-used'; END IF;
    END LOOP;
    DELETE FROM household_member WHERE id IN (SELECT (p ->> 'to')::uuid FROM jsonb_array_elements(m.members) p WHERE (p ->> 'added')::boolean);
    UPDATE household h SET ${CHANGED.map((column) => `${column} = b.${column}`).join(', ')}, version = h.version + 1
      FROM jsonb_populate_record(NULL::household, m.before -> 'survivor') b WHERE h.id = m.household_id;
    UPDATE household SET state = m.from_state, merged_into_id = NULL, version = version + 1 WHERE id = m.merged_household_id;
    -- Of who took it in and still has the role; a window of break-glass was closed meanwhile, and nobody opens it again.
    INSERT INTO household_access SELECT a.* FROM jsonb_populate_recordset(NULL::household_access, m.before -> 'access') a
      WHERE a.reason = 'intake' AND EXISTS (SELECT FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active WHERE r.user_id = a.user_id AND r.municipality_id = a.municipality_id
        AND r.role IN ('case-worker', 'team-lead')) ON CONFLICT DO NOTHING;
    UPDATE reminder SET state = 'scheduled', version = version + 1
      WHERE id IN (SELECT r::uuid FROM jsonb_array_elements_text(m.before -> 'reminders') r) AND state = 'cancelled';
    UPDATE household_merge SET undone_at = now(), undone_by = access.user_id() WHERE id = wanted;
    RETURN 'undone';
  END $$;

  -- A team lead of both, or who merged them and still works in the one that went on.
  CREATE FUNCTION access.may_undo_merge(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM household_merge m JOIN household h ON h.id = m.household_id JOIN household g ON g.id = m.merged_household_id
      WHERE m.id = wanted AND m.municipality_id = access.municipality()
        AND ((access.has_role('team-lead') AND h.team_id = ANY (access.teams()) AND g.team_id = ANY (access.teams()))
          OR (m.merged_by = access.user_id() AND access.works_in(m.household_id))))
  $$;`;
