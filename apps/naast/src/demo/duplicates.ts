import type pg from 'pg';
import type { DemoBook } from './book.js';

// A family of the persona, and a report of the same team that nobody took up yet.
const PAIR = `SELECT f.id AS family, w.id AS report FROM household f
  JOIN regisseur_assignment r ON r.household_id = f.id AND r.state = 'active' AND r.regisseur_id = $1
  JOIN household w ON w.team_id = f.team_id AND w.state = 'waiting-list' AND NOT w.protected_address
    AND NOT EXISTS (SELECT FROM regisseur_assignment p WHERE p.household_id = w.id)
  WHERE f.state IN ('intake', 'draft-plan') AND NOT f.protected_address ORDER BY f.case_number, w.member_count, w.case_number DESC LIMIT 1`;
const ADDRESS = `UPDATE household w SET name = f.name, postcode = f.postcode, house_number = f.house_number, house_number_suffix = f.house_number_suffix, city = f.city,
    neighbourhood = f.neighbourhood, note = 'Gemeld door de school. Misschien kennen we dit gezin al.' FROM household f WHERE w.id = $2 AND f.id = $1`;
// Somebody wrote the name in capitals and knew no number.
const MAIN = `UPDATE household_member w SET first_name = upper(f.first_name), infix = f.infix, last_name = upper(f.last_name), normalised_name = f.normalised_name,
    birth_date = f.birth_date, phone = f.phone, bsn_sealed = NULL, bsn_index = NULL
  FROM household_member f WHERE w.household_id = $2 AND w.role = 'main' AND f.household_id = $1 AND f.role = 'main'`;

/** One family with two dossiers, so that there is something to merge. */
export async function writeDuplicates(db: pg.ClientBase, { people }: DemoBook): Promise<void> {
  const { rows: [pair] } = await db.query<{ family: string; report: string }>(PAIR, [people.user['regisseur']]);
  if (!pair) return;
  for (const statement of [ADDRESS, MAIN]) await db.query(statement, [pair.family, pair.report]);
}
