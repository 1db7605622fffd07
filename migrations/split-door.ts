/** Part of a family gets a dossier of its own (decision 28). Nothing of the one says where the other is. */
export const splitDoor = `
  -- people: [{"id", "role", "stays"}]. Who stays too is in both; who does not has left the first. address: of the new household, or null.
  CREATE FUNCTION access.split_household(wanted uuid, new_id uuid, family_name text, year integer, people jsonb, main_here uuid, address jsonb, safe boolean, today date) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    h household;
    person record;
    number text := next_case_number(year);
  BEGIN
    SELECT * INTO h FROM household WHERE id = wanted AND municipality_id = access.municipality() FOR UPDATE;
    IF NOT FOUND OR NOT access.works_in(wanted) OR h.state IN ('closed', 'referred-elsewhere', 'declined-help', 'moved-away', 'merged') THEN
      RAISE EXCEPTION 'not this one' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Without a name at the safety check: who splits has no task in the new dossier, so does not come into it.
    INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, safety_checked_at, postcode, house_number,
        house_number_suffix, city, neighbourhood, protected_address, member_count, child_count)
      VALUES (new_id, h.municipality_id, h.team_id, number, family_name, CASE WHEN safe THEN 'waiting-list' ELSE 'reported' END, h.urgency, today, 'splitsing', CASE WHEN safe THEN now() END,
        address ->> 'postcode', address ->> 'houseNumber', address ->> 'suffix', address ->> 'city', address ->> 'neighbourhood', coalesce((address ->> 'protected')::boolean, false), 0, 0);
    -- A report that nobody looked at opens for who makes it; this one was made from the other side.
    DELETE FROM household_access WHERE household_id = new_id;
    FOR person IN SELECT p.id, p.role, p.stays, uuidv7() AS copy FROM jsonb_to_recordset(people) AS p(id uuid, role text, stays boolean)
      JOIN household_member m ON m.id = p.id AND m.household_id = wanted AND m.left_on IS NULL
    LOOP
      PERFORM retention.copy_member(person.id, new_id, person.copy);
      UPDATE household_member SET role = person.role, joined_on = today, lives_elsewhere = false, elsewhere_agreement = NULL WHERE id = person.copy;
      -- How a child in both is reached here is often the telephone of who stays here: the other side does not read it.
      IF person.stays THEN
        UPDATE household_member SET phone = NULL, email = NULL, contact_remark = NULL, no_calls_from = NULL, no_calls_until = NULL, preferred_channel = NULL WHERE id = person.copy;
      END IF;
      IF NOT person.stays THEN
        UPDATE household_member SET left_on = today, left_reason = 'own-home', role = CASE role WHEN 'main' THEN 'other' ELSE role END, version = version + 1 WHERE id = person.id;
      END IF;
    END LOOP;
    IF main_here IS NOT NULL THEN UPDATE household_member SET role = 'main', version = version + 1 WHERE id = main_here AND household_id = wanted; END IF;
    UPDATE household t SET version = t.version + CASE t.id WHEN wanted THEN 1 ELSE 0 END,
      member_count = (SELECT count(*) FROM household_member m WHERE m.household_id = t.id AND m.left_on IS NULL),
      child_count = (SELECT count(*) FROM household_member m WHERE m.household_id = t.id AND m.left_on IS NULL AND m.birth_date > today - interval '18 years')
      WHERE t.id IN (wanted, new_id);
    INSERT INTO household_event (id, household_id, municipality_id, kind, text, by_user_id) VALUES
      (uuidv7(), wanted, h.municipality_id, 'household.split', 'Het gezin is gesplitst. Een deel heeft nu een eigen dossier.', access.user_id()),
      (uuidv7(), new_id, h.municipality_id, 'household.split-off', 'Dit dossier is gemaakt omdat een gezin is gesplitst.', access.user_id());
    RETURN number;
  END $$;`;
