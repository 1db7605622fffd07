import { ENDED_STATES } from './retention-terms.js';

// Written out: a function in SQL is checked when it is made, and is_job comes later.
const who = `((access.is_system() AND current_setting('naast.purpose', true) = 'retention.month') OR access.has_role('privacy-officer'))`;
const today = `(now() AT TIME ZONE 'Europe/Amsterdam')::date`;

/** The only ways from the application to what the privacy officer must know, and to destruction itself; each for one purpose
 * (`access.is_job` stands in the migration on purposes, which comes later). */
export const retentionDoors = `
  -- Records whose term is over and that nothing holds, as facts: numbers and days, no names.
  CREATE FUNCTION access.records_to_destroy(at_most integer)
  RETURNS TABLE (household_id uuid, case_number text, end_state text, ended_on date, has_children boolean, marks text[], help_began boolean,
    referred_to_credit_bank boolean, articles text[], money_refused boolean, last_payment_on date, last_answer_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.id, h.case_number, h.state, (h.ended_at AT TIME ZONE 'Europe/Amsterdam')::date,
      EXISTS (SELECT FROM household_member m WHERE m.household_id = h.id AND m.role = 'child'), h.retention_kinds, retention.help_began(h.id),
      retention.referred_to_credit_bank(h.id), ARRAY(SELECT DISTINCT b.article FROM legal_basis b WHERE b.household_id = h.id),
      retention.money_refused(h.id), retention.last_payment_on(h.id), retention.last_answer_on(h.id)
    FROM household h
    WHERE ${who} AND h.municipality_id = access.municipality() AND h.ended_at IS NOT NULL
      -- What was reckoned and is not due yet is not looked at; what was not reckoned yet is.
      AND (h.retention_due_on <= ${today} OR h.retention_reckoned_at IS NULL)
      AND retention.may_go_on(h.id) <= ${today} AND cardinality(retention.holds_on(h.id)) = 0
      AND NOT EXISTS (SELECT FROM destruction_item i WHERE i.household_id = h.id AND i.state IN ('proposed', 'failed'))
    ORDER BY h.ended_at, h.id LIMIT at_most
  $$;

  CREATE FUNCTION access.mark_help_kinds(wanted uuid, kinds text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT access.has_role('privacy-officer') THEN RAISE EXCEPTION 'only the privacy officer marks' USING ERRCODE = 'insufficient_privilege'; END IF;
    UPDATE household SET retention_kinds = kinds WHERE id = wanted AND municipality_id = access.municipality();
  END $$;

  -- Reckons a handful again: what ended lately, what was reckoned a month ago, and all after a rule was changed.
  CREATE FUNCTION access.reckon_terms(at_most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    since timestamptz := greatest(now() - interval '30 days', (SELECT max(changed_at) FROM retention_rule WHERE municipality_id = access.municipality()));
    n integer;
  BEGIN
    IF NOT access.is_job('housekeeping') THEN RAISE EXCEPTION 'only a job reckons' USING ERRCODE = 'insufficient_privilege'; END IF;
    UPDATE household h SET retention_due_on = retention.may_go_on(h.id), retention_reckoned_at = now() WHERE h.id IN (
      SELECT id FROM household WHERE municipality_id = access.municipality() AND ended_at IS NOT NULL
        AND (retention_reckoned_at IS NULL OR retention_reckoned_at < since)
      ORDER BY retention_reckoned_at NULLS FIRST LIMIT at_most FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
  END $$;

  /*
   * One record, really gone. Trusts nobody's earlier look: a person agreed, the list is being carried out, the case is still
   * ended, the term is still over, nothing holds it. Else nothing goes, and it says why.
   */
  CREATE FUNCTION access.destroy_household(item uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    wanted destruction_item;
    list destruction_list;
    family household;
    people uuid[];
    went record;
    total integer;
  BEGIN
    IF NOT access.is_job('destruction-item.approved') THEN RAISE EXCEPTION 'only a job destroys' USING ERRCODE = 'insufficient_privilege'; END IF;
    SELECT * INTO wanted FROM destruction_item WHERE id = item AND municipality_id = access.municipality() FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'no such item here' USING ERRCODE = 'insufficient_privilege'; END IF;
    -- A retry is harmless.
    IF wanted.state IN ('destroyed', 'kept') THEN RETURN wanted.state; END IF;
    SELECT * INTO list FROM destruction_list WHERE id = wanted.list_id;
    IF list.state NOT IN ('approved', 'carrying-out') OR list.approved_by IS NULL THEN
      RAISE EXCEPTION 'nobody agreed to this list' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO family FROM household WHERE id = wanted.household_id AND municipality_id = wanted.municipality_id FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'no such record' USING ERRCODE = 'no_data_found'; END IF;
    IF family.ended_at IS NULL OR family.state NOT IN ${ENDED_STATES} THEN RETURN 'reopened'; END IF;
    IF cardinality(retention.holds_on(family.id)) > 0 THEN RETURN 'hold'; END IF;
    IF retention.may_go_on(family.id) IS NULL OR retention.may_go_on(family.id) > ${today} THEN RETURN 'term-not-over'; END IF;

    SELECT coalesce(array_agg(id), '{}') INTO people FROM household_member WHERE household_id = family.id;
    PERFORM retention.forget_residents(people);
    SELECT * INTO went FROM retention.erase('public.household'::regclass, format('id = %L', family.id), '{}');
    total := went.removed + retention.erase_loose(family.id, people) + retention.erase_mentions(family.municipality_id, went.gone);
    -- What an officer once wrote about why this record stayed goes as well.
    UPDATE destruction_item SET kept_reason = NULL WHERE household_id = family.id AND kept_reason IS NOT NULL;
    UPDATE destruction_item SET state = 'destroyed', destroyed_at = now(), rows_destroyed = total, failure_code = NULL, version = version + 1 WHERE id = item;
    -- No destruction without its line.
    INSERT INTO audit_event (municipality_id, action, subject_kind, subject_id, household_id, details)
      VALUES (family.municipality_id, 'household.destroyed', 'household', family.id, family.id,
        jsonb_build_object('listId', list.id, 'itemId', item, 'rule', wanted.rule, 'approvedBy', list.approved_by, 'rows', total));
    RETURN 'destroyed';
  END $$;

  -- What lies beside the families and is older than its rule. Answers how many rows.
  CREATE FUNCTION access.sweep(wanted text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    here uuid := access.municipality();
    before timestamptz;
    n integer;
  BEGIN
    IF NOT access.is_job('housekeeping') THEN RAISE EXCEPTION 'only a job sweeps' USING ERRCODE = 'insufficient_privilege'; END IF;
    SELECT now() - make_interval(years => CASE term_unit WHEN 'years' THEN term_count ELSE 0 END,
        months => CASE term_unit WHEN 'months' THEN term_count ELSE 0 END, days => CASE term_unit WHEN 'days' THEN term_count ELSE 0 END)
      INTO before FROM retention_rule WHERE municipality_id = here AND code = wanted;
    IF before IS NULL THEN RETURN 0; END IF;
    CASE wanted
      WHEN 'intake-refused-rows' THEN
        -- The remarks name numbers and columns of those same rows.
        UPDATE intake_import SET refused_csv_sealed = NULL, refusals = '[]', warnings = '[]'
          WHERE municipality_id = here AND imported_at < before AND refused_csv_sealed IS NOT NULL;
      WHEN 'intake-import' THEN DELETE FROM intake_import WHERE municipality_id = here AND imported_at < before;
      WHEN 'inbox' THEN DELETE FROM inbox_item WHERE municipality_id = here AND created_at < before;
      WHEN 'outbox' THEN DELETE FROM outbox WHERE municipality_id = here AND done_at < before;
      WHEN 'processing-log' THEN DELETE FROM processing_log WHERE municipality_id = here AND started_at < before;
      ELSE RAISE EXCEPTION 'no sweep of this name';
    END CASE;
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
  END $$;
`;
