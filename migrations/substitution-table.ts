import { itsMe, municipalityWall, policy, role } from './policy.js';

const ofMyTeam = `EXISTS (SELECT FROM user_role mine WHERE mine.user_id = substitution.regisseur_id AND mine.role = 'regisseur'
  AND mine.municipality_id = substitution.municipality_id AND mine.team_id = ANY (access.teams()))`;

/** A planned absence: the substitute acts for all families of the regisseur, and nothing is handed over. */
export const substitutionTable = `
  CREATE TABLE substitution (
    id uuid PRIMARY KEY,
    municipality_id uuid NOT NULL REFERENCES municipality,
    regisseur_id uuid NOT NULL REFERENCES app_user,
    substitute_id uuid NOT NULL REFERENCES app_user,
    first_day date NOT NULL,
    -- The last day of the absence.
    last_day date NOT NULL,
    arranged_by uuid NOT NULL REFERENCES app_user,
    arranged_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    ended_by uuid REFERENCES app_user,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT substitution_days_ordered CHECK (first_day <= last_day),
    CONSTRAINT nobody_replaces_themselves CHECK (regisseur_id <> substitute_id),
    -- Standing in opens dossiers, so nobody appoints themselves.
    CONSTRAINT nobody_appoints_themselves CHECK (substitute_id <> arranged_by)
  );
  CREATE INDEX substitution_of_regisseur ON substitution (regisseur_id, first_day);
  CREATE INDEX substitution_by_substitute ON substitution (substitute_id, first_day);
  CREATE INDEX substitution_of_municipality ON substitution (municipality_id, id);

  -- Two of one regisseur at once would leave unclear who acts. Serialised with the start of an assignment, so that neither
  -- a family nor a substitution is missed when both begin at the same moment.
  CREATE FUNCTION access.one_substitution_at_a_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('naast-regisseur'), hashtext(NEW.regisseur_id::text));
    IF EXISTS (SELECT FROM substitution s WHERE s.regisseur_id = NEW.regisseur_id AND s.municipality_id = NEW.municipality_id
      AND s.ended_at IS NULL AND s.first_day <= NEW.last_day AND NEW.first_day <= s.last_day) THEN
      RAISE EXCEPTION 'substitutions overlap' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'one_substitution_at_a_time';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER one_at_a_time BEFORE INSERT ON substitution FOR EACH ROW EXECUTE FUNCTION access.one_substitution_at_a_time();

  ${municipalityWall('substitution')}
  ${policy('substitution', 'own_absence', 'SELECT', itsMe('regisseur_id'))}
  ${policy('substitution', 'own_turn', 'SELECT', itsMe('substitute_id'))}
  ${policy('substitution', 'team_lead_sees_team', 'SELECT', `${role('team-lead')} AND ${ofMyTeam}`)}
  -- The substitute is a regisseur of the same municipality, in the same team or at least the same organisation.
  CREATE FUNCTION access.can_substitute(regisseur uuid, substitute uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (
      SELECT FROM public.user_role a JOIN public.app_user ua ON ua.id = a.user_id
      JOIN public.user_role b ON b.user_id = substitute AND b.municipality_id = a.municipality_id AND b.role = 'regisseur'
      JOIN public.app_user ub ON ub.id = b.user_id AND ub.active
      WHERE a.user_id = regisseur AND a.role = 'regisseur' AND a.municipality_id = access.municipality()
        AND (a.team_id = b.team_id OR ua.organisation_id = ub.organisation_id));
  ${policy('substitution', 'arranged_by_regisseur_or_team_lead', 'INSERT', `
    ${itsMe('arranged_by')} AND access.can_substitute(regisseur_id, substitute_id)
    AND ((${role('regisseur')} AND ${itsMe('regisseur_id')}) OR (${role('team-lead')} AND ${ofMyTeam}))`)}
  ${policy('substitution', 'regisseur_is_back', 'UPDATE', `${role('regisseur')} AND ${itsMe('regisseur_id')}`)}
  ${policy('substitution', 'team_lead_ends', 'UPDATE', `${role('team-lead')} AND ${ofMyTeam}`)}

  GRANT SELECT ON substitution TO naast_app;
  GRANT INSERT (id, municipality_id, regisseur_id, substitute_id, first_day, last_day, arranged_by, arranged_at) ON substitution TO naast_app;
  GRANT UPDATE (ended_at, ended_by, version) ON substitution TO naast_app;
`;
