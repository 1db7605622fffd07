import { wall } from './contact-tables.js';
import { inOnesOwnName, involvedWith, itsMe, policy, role, worksWith } from './policy.js';

const STAFF = role('regisseur', 'case-worker', 'team-lead');

/**
 * Colleagues learn from a family without knowing which one it is. Who takes part has no policy on the families of a review: they
 * look through a door that has no column with an id or a name. The label is of one review, so two reviews can't be put together.
 */
export const caseReviewTables = `
  CREATE TABLE case_review (
    id uuid PRIMARY KEY,
    municipality_id uuid NOT NULL REFERENCES municipality,
    organised_by uuid NOT NULL REFERENCES app_user,
    planned_at timestamptz NOT NULL,
    title text NOT NULL,
    state text NOT NULL CONSTRAINT case_review_state_known CHECK (state IN ('planned', 'held', 'cancelled')),
    version integer NOT NULL DEFAULT 1
  );
  CREATE INDEX case_review_of_municipality ON case_review (municipality_id, planned_at DESC);
  CREATE TABLE case_review_participant (
    review_id uuid NOT NULL REFERENCES case_review,
    user_id uuid NOT NULL REFERENCES app_user,
    municipality_id uuid NOT NULL REFERENCES municipality,
    PRIMARY KEY (review_id, user_id)
  );
  CREATE INDEX case_review_of_participant ON case_review_participant (user_id, review_id);
  CREATE TABLE case_review_family (
    id uuid PRIMARY KEY,
    review_id uuid NOT NULL REFERENCES case_review,
    household_id uuid NOT NULL REFERENCES household,
    municipality_id uuid NOT NULL REFERENCES municipality,
    label text NOT NULL,
    presented_by uuid NOT NULL REFERENCES app_user,
    -- Roles and age bands, made when it was brought in: nothing that is looked up later.
    composition jsonb NOT NULL,
    situation text NOT NULL,
    question text NOT NULL,
    outcome text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT case_review_family_once UNIQUE (review_id, household_id),
    CONSTRAINT case_review_label_once UNIQUE (review_id, label)
  );
  CREATE INDEX case_review_family_of_household ON case_review_family (household_id);

  CREATE FUNCTION access.takes_part(review uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.case_review_participant p WHERE p.review_id = review AND p.user_id = access.user_id() AND p.municipality_id = access.municipality());
  CREATE FUNCTION access.organises_review(review uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.case_review c WHERE c.id = review AND c.organised_by = access.user_id() AND c.municipality_id = access.municipality());
  CREATE FUNCTION access.in_case_review(review uuid)
  RETURNS TABLE (id uuid, label text, composition jsonb, situation text, question text, outcome text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.id, f.label, f.composition, f.situation, f.question, f.outcome FROM case_review_family f
    WHERE f.review_id = review AND f.municipality_id = access.municipality() AND access.takes_part(review)
  $$;
  -- The next letter: who brings in a family does not see those of the others.
  CREATE FUNCTION access.families_in_review(review uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN access.takes_part(review) AND access.municipality() IS NOT NULL THEN (SELECT count(*)::int FROM case_review_family f WHERE f.review_id = review) END
  $$;
  -- A colleague in the team or in the organisation, who works with families here.
  CREATE FUNCTION access.may_take_part(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ${STAFF} AND EXISTS (SELECT FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active
      WHERE r.user_id = person AND r.municipality_id = access.municipality() AND r.role IN ('regisseur', 'case-worker', 'team-lead')
        AND (r.team_id = ANY (access.teams()) OR u.organisation_id = access.organisation()))
  $$;

  ${wall('case_review')}
  ${policy('case_review', 'participants', 'SELECT', `${STAFF} AND (${itsMe('organised_by')} OR access.takes_part(id))`)}
  ${policy('case_review', 'organiser_plans', 'INSERT', `${STAFF} AND ${itsMe('organised_by')}`)}
  ${policy('case_review', 'organiser_changes', 'UPDATE', `${STAFF} AND ${itsMe('organised_by')}`)}
  ${wall('case_review_participant')}
  ${policy('case_review_participant', 'participants', 'SELECT', `${STAFF} AND access.takes_part(review_id)`)}
  ${policy('case_review_participant', 'organiser_invites', 'INSERT', `${STAFF} AND access.organises_review(review_id) AND access.may_take_part(user_id)`)}
  ${wall('case_review_family')}
  ${policy('case_review_family', 'involved_people', 'SELECT', involvedWith('household_id'))}
  ${policy('case_review_family', 'presenter_brings_in', 'INSERT', `${role('regisseur', 'case-worker')} AND ${itsMe('presented_by')} AND ${worksWith('household_id')} AND access.takes_part(review_id)`)}
  ${policy('case_review_family', 'presenter_changes', 'UPDATE', `${role('regisseur', 'case-worker')} AND ${itsMe('presented_by')} AND ${worksWith('household_id')}`)}
  ${inOnesOwnName('case_review', 'organised_by')}
  ${inOnesOwnName('case_review_family', 'presented_by')}
  GRANT SELECT, INSERT ON case_review, case_review_participant, case_review_family TO naast_app;
  GRANT UPDATE (state, version) ON case_review TO naast_app;
  GRANT UPDATE (situation, question, outcome, version) ON case_review_family TO naast_app;
`;
