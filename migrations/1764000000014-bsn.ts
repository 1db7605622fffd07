import type { MigrationInterface, QueryRunner } from 'typeorm';
import { itsMe, municipalityWall, onlyForward, policy } from './policy.js';

/** A BSN comes out through one door, which asks the right, notes who looked and why, and tells nothing to anybody else. */
export class Bsn1764000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A credit bank can be part of a municipality (Wabb 10) or a company; only we can know which.
      ALTER TABLE organisation ADD COLUMN public_body boolean NOT NULL DEFAULT false;
      -- Screens ask whether there is one; nobody needs the sealed number for that.
      ALTER TABLE household_member ADD COLUMN has_bsn boolean GENERATED ALWAYS AS (bsn_sealed IS NOT NULL) STORED;

      CREATE TABLE bsn_look (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        municipality_id uuid NOT NULL REFERENCES municipality,
        user_id uuid NOT NULL REFERENCES app_user,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX bsn_look_of_user ON bsn_look (user_id, at);
      ${municipalityWall('bsn_look')}
      ${policy('bsn_look', 'own_looks', 'SELECT', itsMe('user_id'))}
      -- Only the doors below add a look: who counts can't be who is counted.
      GRANT SELECT ON bsn_look TO naast_app;

      ${whoMay}
      ${doors}
    `);
  }

  down = onlyForward;
}

/** The same as maySeeBsn in libs/organisations, for who gets past it; a spec compares the two for every role and kind. */
const whoMay = `
  CREATE FUNCTION access.may_see_bsn() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN NOT access.is_system() AND EXISTS (
      SELECT FROM public.organisation o
      JOIN public.organisation_municipality w ON w.organisation_id = o.id AND w.municipality_id = access.municipality()
      JOIN public.municipality m ON m.id = w.municipality_id
      WHERE o.id = access.organisation() AND CASE o.kind
        WHEN 'municipality' THEN access.has_role('regisseur', 'team-lead', 'case-worker', 'decision-maker', 'objection-handler')
        WHEN 'ngo' THEN false
        ELSE (coalesce(m.settings->'bsn'->'mandatedOrganisations', '[]') ? o.id::text AND access.has_role('case-worker', 'decision-maker', 'objection-handler'))
          OR (o.kind = 'credit-bank' AND o.public_body AND access.has_role('partner-worker')) END);

  -- Whose BSN: of a family one works with. Break-glass opens a dossier to act in need, and no number.
  CREATE FUNCTION access.works_on_case(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN EXISTS (SELECT FROM public.household_access a WHERE a.user_id = access.user_id() AND a.household_id = household
        AND a.municipality_id = access.municipality() AND a.reason <> 'break-glass' AND a.since <= now() AND (a.until IS NULL OR a.until > now()))
      OR (access.has_role('team-lead') AND access.scaled_up_in_my_team(household))
      OR (access.has_role('decision-maker') AND access.applies_to_me(household));
`;

const doors = `
  -- Both in the transaction of the look itself, so there is no look without its line.
  CREATE FUNCTION access.count_bsn_look() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM bsn_look WHERE user_id = access.user_id() AND at < now() - interval '1 day';
    INSERT INTO bsn_look (municipality_id, user_id) VALUES (access.municipality(), access.user_id());
  END $$;
  CREATE FUNCTION access.note_bsn_look(line_action text, kind text, subject uuid, household uuid, more jsonb, request text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
    VALUES (access.municipality(), access.user_id(), access.organisation(), line_action, kind, subject, household, more, request)
  $$;
  REVOKE EXECUTE ON FUNCTION access.count_bsn_look, access.note_bsn_look FROM PUBLIC, naast_app;

  -- No row: not yours, not there, or no right. A row without a number: this member has none.
  CREATE FUNCTION access.reveal_bsn(household uuid, member uuid, reason text, request text) RETURNS TABLE (sealed bytea)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    SELECT m.bsn_sealed INTO sealed FROM household_member m WHERE m.id = reveal_bsn.member AND m.household_id = reveal_bsn.household
      AND m.municipality_id = access.municipality() AND access.may_see_bsn() AND access.works_on_case(m.household_id);
    IF NOT FOUND THEN RETURN; END IF;
    IF sealed IS NOT NULL THEN
      PERFORM access.count_bsn_look();
      PERFORM access.note_bsn_look('bsn.revealed', 'member', member, household, jsonb_build_object('reason', reason, 'memberId', member), request);
    END IF;
    RETURN NEXT;
  END $$;

  -- Of a family one does not work with it says as little as of one that is not there.
  CREATE FUNCTION access.households_by_bsn(wanted bytea[], request text) RETURNS TABLE (household_id uuid, case_number text, household_name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    seen integer := 0;
    member uuid;
  BEGIN
    IF NOT access.may_see_bsn() THEN RETURN; END IF;
    PERFORM access.count_bsn_look();
    FOR household_id, case_number, household_name, member IN
      SELECT DISTINCT ON (h.id) h.id, h.case_number, h.name, m.id FROM household_member m JOIN household h ON h.id = m.household_id
      WHERE m.municipality_id = access.municipality() AND m.bsn_index = ANY (wanted) AND access.works_on_case(h.id) ORDER BY h.id
    LOOP
      seen := seen + 1;
      PERFORM access.note_bsn_look('bsn.looked-up', 'member', member, household_id, jsonb_build_object('found', true, 'memberId', member), request);
      RETURN NEXT;
    END LOOP;
    IF seen = 0 THEN PERFORM access.note_bsn_look('bsn.looked-up', 'municipality', access.municipality(), NULL, '{"found": false}', request); END IF;
  END $$;
`;
