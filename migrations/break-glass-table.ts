import { itsMe, municipalityWall, policy, role } from './policy.js';

// A partner never: not who is one beside another role, nor who was given a role of the team at a partner organisation.
const mayBreakGlass = `${role('regisseur', 'case-worker', 'team-lead')} AND NOT ${role('partner-worker')} AND NOT access.at_a_partner()`;

/** Into a dossier without being involved: with a reason, for an hour at most, and somebody else looks at it afterwards. */
export const breakGlassTable = `
  CREATE TABLE break_glass (
    id uuid PRIMARY KEY,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    user_id uuid NOT NULL REFERENCES app_user,
    -- What the privacy officer knows the family by: the household itself stays invisible to them.
    case_number text NOT NULL,
    reason text NOT NULL CONSTRAINT break_glass_has_reason CHECK (length(btrim(reason)) >= 10),
    -- The clock of the database: the window is a right, so who asks for it does not say what time it is.
    started_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz NOT NULL,
    ended_at timestamptz,
    outcome text CONSTRAINT break_glass_outcome_known CHECK (outcome IN ('justified', 'not-justified')),
    review_note text,
    reviewed_by uuid REFERENCES app_user,
    reviewed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT break_glass_window CHECK (ends_at > started_at AND ends_at <= started_at + interval '60 minutes'),
    CONSTRAINT nobody_reviews_themselves CHECK (reviewed_by <> user_id),
    CONSTRAINT break_glass_review_whole CHECK (num_nulls(outcome, review_note, reviewed_by, reviewed_at) IN (0, 4))
  );
  CREATE INDEX break_glass_of_municipality ON break_glass (municipality_id, id);
  CREATE INDEX break_glass_to_review ON break_glass (municipality_id, id) WHERE reviewed_at IS NULL;
  CREATE INDEX break_glass_of_user ON break_glass (user_id, ends_at);
  CREATE INDEX break_glass_of_household ON break_glass (household_id);

  CREATE FUNCTION access.at_a_partner() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN NOT EXISTS (SELECT FROM public.organisation o WHERE o.id = access.organisation() AND o.kind IN ('municipality', 'welfare'));
  CREATE FUNCTION access.family_here(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.household h WHERE h.id = household AND h.municipality_id = access.municipality());

  -- The door: from a case number to a family, for who may break glass, in their own municipality only. It tells nothing of the family.
  CREATE FUNCTION access.family_behind_glass(wanted text) RETURNS TABLE (household_id uuid, involved boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.id, EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = h.id
        AND a.since <= now() AND (a.until IS NULL OR a.until > now()))
      OR (access.has_role('team-lead') AND h.state = 'scaled-up' AND h.team_id = ANY (access.teams()))
    FROM household h
    WHERE h.municipality_id = access.municipality() AND h.case_number = wanted AND ${mayBreakGlass}
  $$;

  ${municipalityWall('break_glass')}
  ${policy('break_glass', 'own_window', 'SELECT', itsMe('user_id'))}
  ${policy('break_glass', 'privacy_officer_reviews', 'SELECT', role('privacy-officer'))}
  ${policy('break_glass', 'team_lead_reviews', 'SELECT', `${role('team-lead')} AND access.of_my_team(household_id)`)}
  ${policy('break_glass', 'staff_with_a_reason', 'INSERT', `${itsMe('user_id')} AND ${mayBreakGlass} AND access.family_here(household_id)`)}
  -- Two policies, so that no path leads from one's own window to its review.
  CREATE POLICY own_window_closes ON break_glass FOR UPDATE USING (user_id = access.user_id())
    WITH CHECK (user_id = access.user_id() AND ended_at IS NOT NULL AND num_nonnulls(outcome, review_note, reviewed_by, reviewed_at) = 0);
  CREATE POLICY somebody_else_judges ON break_glass FOR UPDATE
    USING (user_id <> access.user_id() AND (${role('privacy-officer')} OR (${role('team-lead')} AND access.of_my_team(break_glass.household_id))))
    WITH CHECK (user_id <> access.user_id() AND reviewed_by = access.user_id());

  GRANT SELECT ON break_glass TO naast_app;
  GRANT INSERT (id, household_id, municipality_id, user_id, case_number, reason, ends_at) ON break_glass TO naast_app;
  GRANT UPDATE (ended_at, outcome, review_note, reviewed_by, reviewed_at, version) ON break_glass TO naast_app;

  CREATE FUNCTION access.follow_break_glass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO household_access (user_id, household_id, municipality_id, reason, cause_id, since, until)
      VALUES (NEW.user_id, NEW.household_id, NEW.municipality_id, 'break-glass', NEW.id, NEW.started_at, NEW.ends_at);
    ELSE
      DELETE FROM household_access WHERE user_id = NEW.user_id AND household_id = NEW.household_id AND cause_id = NEW.id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER opens AFTER INSERT ON break_glass FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION access.follow_break_glass();
  CREATE TRIGGER closes AFTER UPDATE OF ended_at ON break_glass FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION access.follow_break_glass();
`;
