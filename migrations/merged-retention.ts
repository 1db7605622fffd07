/** What went up in another family is part of that dossier: it is kept as long, and is destroyed with it (decision 28). */
const WRAPPED = [['last_payment_on', 'date', 'max'], ['last_answer_on', 'date', 'max'], ['help_began', 'boolean', 'bool_or'], ['money_refused', 'boolean', 'bool_or'],
  ['referred_to_credit_bank', 'boolean', 'bool_or']] as const;

export const mergedRetention = `
  CREATE FUNCTION retention.parts_of(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE parts AS (SELECT wanted AS id UNION SELECT h.id FROM parts p JOIN household h ON h.merged_into_id = p.id) SELECT id FROM parts
  $$;
  ${WRAPPED.map(([name, type, sum]) => `
  ALTER FUNCTION retention.${name}(uuid) RENAME TO own_${name};
  CREATE FUNCTION retention.${name}(wanted uuid) RETURNS ${type} LANGUAGE sql STABLE
    AS $$ SELECT ${sum}(retention.own_${name}(part)) FROM retention.parts_of(wanted) AS part $$;`).join('')}
  ALTER FUNCTION retention.kinds_of(uuid) RENAME TO own_kinds_of;
  CREATE FUNCTION retention.kinds_of(wanted uuid) RETURNS SETOF text LANGUAGE sql STABLE
    AS $$ SELECT DISTINCT kind FROM retention.parts_of(wanted) AS part, retention.own_kinds_of(part) AS kind $$;
  ALTER FUNCTION retention.holds_on(uuid) RENAME TO own_holds_on;
  CREATE FUNCTION retention.holds_on(wanted uuid) RETURNS text[] LANGUAGE sql STABLE
    AS $$ SELECT coalesce(array_agg(DISTINCT hold), '{}') FROM retention.parts_of(wanted) AS part, unnest(retention.own_holds_on(part)) AS hold $$;

  ALTER FUNCTION access.destroy_household(uuid) SET SCHEMA retention;
  ALTER FUNCTION retention.destroy_household(uuid) RENAME TO destroy_one;
  CREATE FUNCTION access.destroy_household(item uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    parts uuid[];
    part uuid;
    people uuid[];
    went record;
    outcome text;
    total integer;
  BEGIN
    IF NOT access.is_job('destruction-item.approved') THEN RAISE EXCEPTION 'only a job destroys' USING ERRCODE = 'insufficient_privilege'; END IF;
    SELECT array_agg(p) INTO parts FROM destruction_item i, retention.parts_of(i.household_id) AS p
      WHERE i.id = item AND i.municipality_id = access.municipality() AND p <> i.household_id;
    outcome := retention.destroy_one(item);
    IF outcome <> 'destroyed' THEN RETURN outcome; END IF;
    FOREACH part IN ARRAY coalesce(parts, '{}') LOOP
      CONTINUE WHEN NOT EXISTS (SELECT FROM household WHERE id = part AND municipality_id = access.municipality());
      SELECT coalesce(array_agg(id), '{}') INTO people FROM household_member WHERE household_id = part;
      PERFORM retention.forget_residents(people);
      SELECT * INTO went FROM retention.erase('public.household'::regclass, format('id = %L', part), '{}');
      total := went.removed + retention.erase_loose(part, people) + retention.erase_mentions(access.municipality(), went.gone);
      INSERT INTO audit_event (municipality_id, action, subject_kind, subject_id, household_id, details)
        VALUES (access.municipality(), 'household.destroyed', 'household', part, part, jsonb_build_object('itemId', item, 'rows', total));
    END LOOP;
    RETURN outcome;
  END $$;`;
