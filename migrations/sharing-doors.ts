/**
 * The narrow doors from a partner to a person (decision 8 and 13). All have the same hinges: what stands in `OPEN` is said
 * once, in the same words as `decideSharing`, and `test/access/gate-and-door.spec.ts` compares the two cell for cell. The door
 * trusts no earlier decision: withdrawal, expiry, the end of an agreement or a restriction give no row on the next request.
 */
const SEEN = `member_id uuid, role text, category text, legal_basis_id uuid, basis_type text, article text,
  valid_from date, valid_until date, open_until date,
  first_name text, infix text, last_name text, birth_date date, phone text, email text, protected_address boolean,
  postcode text, house_number text, house_number_suffix text, city text`;

const COLUMNS = `m.id, CASE WHEN s.category = 'household' THEN m.role END, s.category, b.id, b.type, b.article, b.valid_from, b.valid_until,
  least(b.valid_until, g.valid_until, z.valid_until),
  CASE WHEN s.category = 'name' THEN m.first_name END, CASE WHEN s.category = 'name' THEN m.infix END,
  CASE WHEN s.category = 'name' THEN m.last_name END,
  CASE WHEN s.category = 'birth-date' THEN m.birth_date END,
  CASE WHEN s.category = 'contact' THEN m.phone END, CASE WHEN s.category = 'contact' THEN m.email END,
  CASE WHEN s.category = 'address' THEN m.protected_address OR h.protected_address END,
  CASE WHEN s.category = 'address' THEN h.postcode END, CASE WHEN s.category = 'address' THEN h.house_number END,
  CASE WHEN s.category = 'address' THEN h.house_number_suffix END, CASE WHEN s.category = 'address' THEN h.city END`;

/** `s` is what was shared with `s.organisation_id`, of which household and in which municipality; `present` says who still belongs to it. */
const open = (present: string): string => `
  -- Of this household only: a child who is in two families is another row in the other one. Who asked for restriction is not shown (AVG 18).
  JOIN household_member m ON m.id = s.member_id AND m.household_id = s.household_id AND m.restricted_since IS NULL${present}
  JOIN household h ON h.id = s.household_id
  -- Any basis of this member to this organisation counts: a new consent restores what an older one opened.
  JOIN legal_basis b ON b.member_id = s.member_id AND b.to_organisation_id = s.organisation_id AND b.household_id = s.household_id
    AND b.state = 'active' AND b.valid_from <= today AND today < b.valid_until AND s.category = ANY (b.data_categories)
  -- What the organisations agreed; of several the one that lasts longest.
  CROSS JOIN LATERAL (SELECT a.valid_until FROM data_sharing_agreement a
    WHERE a.municipality_id = s.municipality_id AND a.organisation_id = s.organisation_id AND a.state IN ('active', 'taken-over')
      AND a.valid_from <= today AND today < a.valid_until AND s.category = ANY (a.categories)
    ORDER BY a.valid_until DESC LIMIT 1) g
  -- Where a professional's secrecy stands, a release of it too (WGBO, Jeugdwet 7.3.11): the catalogue says where. On a basis from
  -- before the catalogue health keeps its secret, as in needsSecrecyRelease.
  LEFT JOIN basis_rule c ON c.municipality_id = b.municipality_id AND c.code = b.catalogue_code
  CROSS JOIN LATERAL (SELECT coalesce(s.category = ANY (c.secrecy_categories), s.category = 'health') AS stands) secrecy
  LEFT JOIN LATERAL (SELECT y.valid_until FROM secrecy_release y
    WHERE y.household_id = s.household_id AND y.member_id = s.member_id AND y.to_organisation_id = s.organisation_id AND y.state = 'active'
      AND y.valid_from <= today AND today < y.valid_until AND s.category = ANY (y.categories)
    ORDER BY y.valid_until DESC LIMIT 1) z ON secrecy.stands
  WHERE NOT secrecy.stands OR z.valid_until IS NOT NULL`;

const LIVE = `('requested', 'accepted', 'in-progress', 'on-hold')`;
const OF_REFERRALS = `(SELECT r.id AS shared_in, r.household_id, r.municipality_id, r.to_organisation_id AS organisation_id, p.member_id, p.category
  FROM referral r JOIN referral_share p ON p.referral_id = r.id WHERE r.state IN ${LIVE} AND r.municipality_id = access.municipality() AND `;
// For a week after the meeting: long enough to write down what was agreed (ours), and then it is over.
const OF_MEETINGS = `(SELECT c.id AS shared_in, c.household_id, c.municipality_id, p.organisation_id, p.member_id, p.category
  FROM coordination_meeting c JOIN meeting_share p ON p.meeting_id = c.id WHERE c.state = 'planned' AND c.planned_at > today - 7
    AND c.municipality_id = access.municipality() AND `;

const receives = (organisation: string): string => `(${organisation} = access.organisation() AND access.has_role('partner-worker'))`;
const involved = (household: string): string =>
  `EXISTS (SELECT FROM household_access v WHERE v.user_id = access.user_id() AND v.household_id = ${household}
    AND v.since <= now() AND (v.until IS NULL OR v.until > now()))`;

const doors = (create: string, present: string): string => {
  const door = (name: string, returns: string, keys: string, source: string): string => `
  ${create} FUNCTION access.${name} RETURNS TABLE (${returns}${SEEN})
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ${keys}${COLUMNS} FROM ${source}) s ${open(present)}
  $$;`;
  return `
  -- One referral, for who received it and, through the same door, for who sent it; a job looks whether it still stands.
  ${door('shared_with_me(wanted uuid, today date)', '', '', `${OF_REFERRALS} r.id = wanted
    AND (${receives('r.to_organisation_id')} OR ${involved('r.household_id')} OR access.is_system())`)}
  -- Everything that live referrals show to my organisation, in one go.
  ${door('shared_with_my_organisation(today date)', 'referral_id uuid, ', 's.shared_in, ', `${OF_REFERRALS} ${receives('r.to_organisation_id')}`)}
  -- The same for the meetings that my organisation is invited to.
  ${door('shared_in_meetings(today date)', 'meeting_id uuid, ', 's.shared_in, ', `${OF_MEETINGS} ${receives('p.organisation_id')}`)}
`;
};

/** Who left the family is not shown with it any more (migration 23). */
export const partnerDoorsForWhoIsPresent = doors('CREATE OR REPLACE', ' AND m.left_on IS NULL');

export const partnerDoors = `
  DROP FUNCTION access.shared_with_me(uuid, date);
  ${doors('CREATE', '')}
  -- Running referrals that show something which this agreement opens and no other one in force: what its end would stop. Ids only,
  -- for who keeps the agreements and for the job that stops them.
  CREATE FUNCTION access.leaning_on_agreement(wanted uuid, today date) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT r.id FROM data_sharing_agreement g
    JOIN referral r ON r.to_organisation_id = g.organisation_id AND r.municipality_id = g.municipality_id AND r.state IN ${LIVE}
    JOIN referral_share p ON p.referral_id = r.id AND p.category = ANY (g.categories)
    WHERE g.id = wanted AND g.municipality_id = access.municipality() AND (access.has_role('privacy-officer') OR access.is_system())
      AND NOT EXISTS (SELECT FROM data_sharing_agreement a WHERE a.id <> g.id AND a.municipality_id = g.municipality_id
        AND a.organisation_id = g.organisation_id AND a.state IN ('active', 'taken-over')
        AND a.valid_from <= today AND today < a.valid_until AND p.category = ANY (a.categories))
  $$;

  -- What the gate needs beside the bases that a dossier reads anyway; one cached plan instead of five tables with their policies in
  -- the plan of every dossier (decision 10). Nothing for who is not involved in this family.
  CREATE FUNCTION access.sharing_facts(family uuid, today date) RETURNS json
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT json_build_object(
      'bases', coalesce((SELECT json_agg(json_build_object('id', b.id, 'secrecyCategories', c.secrecy_categories,
          'organisationId', b.to_organisation_id, 'categories', a.categories, 'state', a.state, 'validFrom', a.valid_from, 'validUntil', a.valid_until))
        FROM legal_basis b
        LEFT JOIN basis_rule c ON c.municipality_id = b.municipality_id AND c.code = b.catalogue_code
        LEFT JOIN data_sharing_agreement a ON a.municipality_id = b.municipality_id AND a.organisation_id = b.to_organisation_id AND a.state IN ('active', 'taken-over')
        WHERE b.household_id = family AND b.state = 'active'), '[]'),
      'releases', coalesce((SELECT json_agg(json_build_object('memberId', y.member_id, 'toOrganisationId', y.to_organisation_id, 'categories', y.categories,
          'state', y.state, 'validFrom', y.valid_from, 'validUntil', y.valid_until))
        FROM secrecy_release y WHERE y.household_id = family AND y.state = 'active'), '[]'),
      'running', coalesce((SELECT json_agg(json_build_object('organisationId', s.organisation_id, 'memberId', s.member_id, 'category', s.category)) FROM (
        SELECT r.to_organisation_id AS organisation_id, p.member_id, p.category FROM referral r JOIN referral_share p ON p.referral_id = r.id
          WHERE r.household_id = family AND r.state IN ${LIVE}
        UNION ALL SELECT p.organisation_id, p.member_id, p.category FROM coordination_meeting c JOIN meeting_share p ON p.meeting_id = c.id
          WHERE c.household_id = family AND c.state = 'planned' AND c.planned_at > today - 7) s), '[]'))
    WHERE EXISTS (SELECT FROM household_access v WHERE v.user_id = access.user_id() AND v.household_id = family
      AND v.municipality_id = access.municipality() AND v.since <= now() AND (v.until IS NULL OR v.until > now()))
  $$;
`;
