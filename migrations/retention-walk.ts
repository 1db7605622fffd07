/**
 * Really gone, by construction: from the family along every foreign key that leads to it, and then whatever still carries its
 * id without one. A table that another room adds later is found by itself. Nobody but the owner can call these.
 */
export const retentionWalk = `
  -- The money of the fund keeps adding up; what falls away is whose it was (decision 17).
  ALTER TABLE ledger_entry ALTER COLUMN fund_request_id DROP NOT NULL, ADD COLUMN unlinked_on date,
    ADD CONSTRAINT ledger_linked_or_unlinked CHECK ((fund_request_id IS NULL) = (unlinked_on IS NOT NULL));

  CREATE POLICY booked_on_a_request ON ledger_entry AS RESTRICTIVE FOR INSERT WITH CHECK (fund_request_id IS NOT NULL);

  -- Removes the rows of this condition, first whatever points at them; a key of several columns is followed as a whole, or the
  -- rows of another family would go along. Answers the ids of all that went.
  CREATE FUNCTION retention.erase(target regclass, condition text, path oid[], OUT gone uuid[], OUT removed integer) LANGUAGE plpgsql AS $$
  DECLARE
    child record;
    pointing text;
    own_ids uuid[];
    own_rows integer;
    below record;
  BEGIN
    gone := '{}';
    removed := 0;
    IF target::oid = ANY (path) THEN RETURN; END IF;
    FOR child IN
      SELECT c.conrelid::regclass AS name, string_agg(quote_ident(own.attname), ', ' ORDER BY pair.n) AS keys, string_agg(quote_ident(other.attname), ', ' ORDER BY pair.n) AS points_at
      FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS pair(own, other, n)
      JOIN pg_attribute own ON own.attrelid = c.conrelid AND own.attnum = pair.own
      JOIN pg_attribute other ON other.attrelid = c.confrelid AND other.attnum = pair.other
      WHERE c.contype = 'f' AND c.confrelid = target AND c.conrelid <> target AND c.conparentid = 0
      GROUP BY c.oid, c.conrelid ORDER BY c.oid
    LOOP
      pointing := format('(%s) IN (SELECT %s FROM %s WHERE %s)', child.keys, child.points_at, target, condition);
      IF child.name = 'public.ledger_entry'::regclass THEN
        EXECUTE format('UPDATE public.ledger_entry SET fund_request_id = NULL, unlinked_on = (now() AT TIME ZONE ''Europe/Amsterdam'')::date WHERE %s', pointing);
      ELSE
        SELECT * INTO below FROM retention.erase(child.name, pointing, path || target::oid);
        gone := gone || below.gone;
        removed := removed + below.removed;
      END IF;
    END LOOP;
    -- A row that follows another of its kind: the thread is cut, whichever of the two goes first.
    FOR child IN
      SELECT quote_ident(own.attname) AS keys, quote_ident(other.attname) AS points_at FROM pg_constraint c
      JOIN pg_attribute own ON own.attrelid = c.conrelid AND own.attnum = c.conkey[1] AND NOT own.attnotnull
      JOIN pg_attribute other ON other.attrelid = c.confrelid AND other.attnum = c.confkey[1]
      WHERE c.contype = 'f' AND c.confrelid = target AND c.conrelid = target AND cardinality(c.conkey) = 1
    LOOP
      EXECUTE format('UPDATE %1$s SET %2$s = NULL WHERE %2$s IN (SELECT %3$s FROM %1$s WHERE %4$s)', target, child.keys, child.points_at, condition);
    END LOOP;
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = target AND attname = 'id' AND atttypid = 'uuid'::regtype) THEN
      EXECUTE format('SELECT coalesce(array_agg(id), ''{}'') FROM %s WHERE %s', target, condition) INTO own_ids;
      gone := gone || own_ids;
    END IF;
    EXECUTE format('DELETE FROM %s WHERE %s', target, condition);
    GET DIAGNOSTICS own_rows = ROW_COUNT;
    removed := removed + own_rows;
  END $$;

  -- Rows that carry the family's id without a foreign key, except the proof that it happened.
  CREATE FUNCTION retention.erase_loose(wanted uuid, people uuid[]) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    loose record;
    n integer;
    removed integer := 0;
  BEGIN
    FOR loose IN
      SELECT c.oid::regclass AS name, a.attname AS key FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attname IN ('household_id', 'member_id', 'subject_member_id')
        AND c.relname NOT IN ('audit_event', 'destruction_item')
        AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid AND a.attnum = ANY (f.conkey))
    LOOP
      EXECUTE format('DELETE FROM %s WHERE %I = ANY ($1)', loose.name, loose.key) USING wanted || people;
      GET DIAGNOSTICS n = ROW_COUNT;
      removed := removed + n;
    END LOOP;
    RETURN removed;
  END $$;

  CREATE FUNCTION retention.names_one(content text, ids uuid[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (SELECT FROM regexp_matches(content, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') AS found
      WHERE found[1]::uuid = ANY (ids))
  $$;

  -- What only mentions them: links in messages, the work list of the worker, kept answers of requests.
  CREATE FUNCTION retention.erase_mentions(municipality uuid, ids uuid[]) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    n integer;
    removed integer := 0;
  BEGIN
    DELETE FROM public.inbox_item i WHERE i.municipality_id = municipality AND retention.names_one(i.link || ' ' || i.cause, ids);
    GET DIAGNOSTICS n = ROW_COUNT;
    removed := removed + n;
    DELETE FROM public.outbox o WHERE o.municipality_id = municipality AND retention.names_one(o.payload::text || ' ' || coalesce(o.dedupe_key, ''), ids);
    GET DIAGNOSTICS n = ROW_COUNT;
    removed := removed + n;
    DELETE FROM public.idempotency_key k WHERE retention.names_one(concat_ws(' ', k.result::text, k.body), ids);
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN removed + n;
  END $$;

  -- The account of somebody whose last family this was: the row stays for the log, nothing in it says who it was.
  CREATE FUNCTION retention.forget_residents(members uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    forgotten uuid[];
  BEGIN
    IF to_regclass('public.resident_account') IS NULL THEN RETURN; END IF;
    EXECUTE 'WITH cut AS (DELETE FROM public.resident_account WHERE member_id = ANY ($1) RETURNING user_id)
      SELECT array_agg(DISTINCT c.user_id) FROM cut c
      WHERE NOT EXISTS (SELECT FROM public.resident_account r WHERE r.user_id = c.user_id AND r.member_id <> ALL ($1))
        AND NOT EXISTS (SELECT FROM public.user_role u WHERE u.user_id = c.user_id AND u.role <> ''resident'')' INTO forgotten USING members;
    DELETE FROM public.session WHERE user_id = ANY (forgotten);
    DELETE FROM public.user_role WHERE user_id = ANY (forgotten);
    UPDATE public.app_user SET name = 'Oud-inwoner', email = '', subject = 'gone:' || id, active = false WHERE id = ANY (forgotten);
  END $$;
`;
