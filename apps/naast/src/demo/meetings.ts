import type pg from 'pg';
import type { People } from './people.js';

// Some families of the persona with a running referral: the partners who help them come together next week.
const FAMILIES = `
  SELECT r.household_id, r.municipality_id, min(r.case_number) AS case_number, min(r.regisseur_id::text)::uuid AS regisseur_id
  FROM referral r JOIN household h ON h.id = r.household_id
  WHERE r.regisseur_id = $1 AND r.state IN ('accepted', 'in-progress') AND EXISTS (SELECT FROM referral_share s WHERE s.referral_id = r.id)
  GROUP BY 1, 2 ORDER BY 3 LIMIT 2`;

// Ten in the morning, on the first day of work from six days on: nobody meets on a Sunday night.
const DAY = `date_trunc('day', $2::timestamptz AT TIME ZONE 'Europe/Amsterdam') + interval '6 days'`;
const NEXT_WEEK = `(${DAY} + (CASE extract(isodow FROM ${DAY}) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END) * interval '1 day' + interval '10 hours') AT TIME ZONE 'Europe/Amsterdam'`;

/** What is shared in a meeting is what the running referral shares: the same bases stand under it. */
export async function writeMeetings(db: pg.ClientBase, { user }: People, now: Date): Promise<void> {
  await db.query(
    `WITH family AS (${FAMILIES}), planned AS (
       INSERT INTO coordination_meeting (id, household_id, municipality_id, case_number, organised_by, planned_at, subject, state, readable_until)
       SELECT uuidv7(), household_id, municipality_id, case_number, regisseur_id, ${NEXT_WEEK}, 'Hoe loopt de hulp, en wat is er nog nodig?', 'planned', (${NEXT_WEEK})::date + 8
       FROM family RETURNING id, household_id, municipality_id),
     invited AS (
       INSERT INTO meeting_invitation (meeting_id, organisation_id, household_id, municipality_id)
       SELECT DISTINCT p.id, r.to_organisation_id, p.household_id, p.municipality_id
       FROM planned p JOIN referral r ON r.household_id = p.household_id AND r.state IN ('accepted', 'in-progress'))
     INSERT INTO meeting_share (meeting_id, organisation_id, household_id, municipality_id, member_id, category, legal_basis_id)
     SELECT DISTINCT ON (p.id, r.to_organisation_id, s.member_id, s.category) p.id, r.to_organisation_id, p.household_id, p.municipality_id, s.member_id, s.category, s.legal_basis_id
     FROM planned p JOIN referral r ON r.household_id = p.household_id AND r.state IN ('accepted', 'in-progress') JOIN referral_share s ON s.referral_id = r.id`,
    [user['regisseur'], now],
  );
}
