import type pg from 'pg';
import { newId } from '#kernel';
import type { People } from './people.js';

/** Families of long ago, whose terms are over: how many years, and what the privacy officer wrote down about the help. */
const LONG_AGO: readonly { readonly caseNumber: string; readonly years: number; readonly kinds: readonly string[]; readonly rule: string }[] = [
  { caseNumber: '2013-000412', years: 11, kinds: [], rule: 'other-provision' },
  { caseNumber: '2014-000087', years: 12, kinds: [], rule: 'other-provision' },
  { caseNumber: '2018-000231', years: 7, kinds: ['debt-help'], rule: 'debt-help' },
];
const DESTROYED_LAST_YEAR = ['2009-000118', '2009-000342', '2010-000025'];

const CLOSED = `SELECT id FROM household h WHERE municipality_id = $1 AND state = 'closed' AND cardinality(retention.holds_on(id)) = 0
  AND NOT EXISTS (SELECT FROM referral r WHERE r.household_id = h.id) AND NOT EXISTS (SELECT FROM fund_request f WHERE f.household_id = h.id)
  AND NOT EXISTS (SELECT FROM legal_basis b WHERE b.household_id = h.id) ORDER BY case_number LIMIT $2`;

const ITEM = `INSERT INTO destruction_item (id, list_id, municipality_id, household_id, case_number, end_state, ended_on, kinds, rule, may_go_on, has_children)
  SELECT gen_random_uuid(), $2, h.municipality_id, h.id, h.case_number, h.state, h.ended_at::date, ARRAY(SELECT k FROM retention.kinds_of(h.id) AS k ORDER BY k), $3,
    retention.may_go_on(h.id), h.child_count > 0 FROM household h WHERE h.id = $1`;

/** A few closed families become families of long ago; they stand on the list of this month. Last year's list was carried out. */
export async function writeRetention(db: pg.ClientBase, people: People, now: Date): Promise<void> {
  const here = people.municipality.Groningen;
  // The others ended when the last thing happened to them.
  await db.query(`UPDATE household h SET ended_at = coalesce((SELECT max(e.at) FROM household_event e WHERE e.household_id = h.id), $1) WHERE ended_at IS NOT NULL`, [now]);
  await lastYear(db, people, now);
  const { rows } = await db.query<{ id: string }>(CLOSED, [here, LONG_AGO.length]);
  const listId = await list(db, here, 2, now, { state: 'proposed', month: now.toISOString().slice(0, 7) });
  for (const [at, { id }] of rows.entries()) {
    const { caseNumber, years, kinds, rule } = LONG_AGO[at]!;
    await ageFamily(db, id, years);
    await db.query('UPDATE household SET case_number = $2, retention_kinds = $3 WHERE id = $1', [id, caseNumber, kinds]);
    await db.query(ITEM, [id, listId, rule]);
  }
}

async function list(db: pg.ClientBase, municipalityId: string, number: number, at: Date, more: { state: string; month: string; approvedBy?: string }): Promise<string> {
  const id = newId();
  await db.query(
    `INSERT INTO destruction_list (id, municipality_id, number, made_at, month, state, approved_by, approved_at, done_at)
     VALUES ($1, $2, $3, $4::timestamptz, $5, $6, $7::uuid, CASE WHEN $7 IS NOT NULL THEN $4::timestamptz + interval '2 days' END, CASE WHEN $7 IS NOT NULL THEN $4::timestamptz + interval '2 days 4 minutes' END)`,
    [id, municipalityId, number, at, more.month, more.state, more.approvedBy ?? null],
  );
  return id;
}

/** Everything that happened to them happened so many years earlier. */
async function ageFamily(db: pg.ClientBase, id: string, years: number): Promise<void> {
  const earlier = (column: string): string => `${column} = ${column} - make_interval(years => $2)`;
  await db.query(`UPDATE household_event SET ${earlier('at')} WHERE household_id = $1`, [id, years]);
  await db.query(`UPDATE regisseur_assignment SET ${earlier('proposed_at')}, ${earlier('active_since')} WHERE household_id = $1`, [id, years]);
  await db.query(`UPDATE household SET ${earlier('ended_at')}, ${earlier('created_at')}, ${earlier('safety_checked_at')}, reported_on = (reported_on - make_interval(years => $2))::date WHERE id = $1`, [id, years]);
}

async function lastYear(db: pg.ClientBase, people: People, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 330 * 86_400_000);
  const listId = await list(db, people.municipality.Groningen, 1, at, { state: 'done', month: at.toISOString().slice(0, 7), approvedBy: people.user['privacy-officer'] });
  for (const caseNumber of DESTROYED_LAST_YEAR) {
    await db.query(
      `INSERT INTO destruction_item (id, list_id, municipality_id, household_id, case_number, end_state, ended_on, kinds, rule, may_go_on, has_children, state, destroyed_at, rows_destroyed)
       VALUES (gen_random_uuid(), $1, $2, gen_random_uuid(), $3, 'closed', ($4::timestamptz - interval '11 years')::date, '{other-provision}', 'other-provision', ($4::timestamptz - interval '1 year')::date,
         false, 'destroyed', $4::timestamptz + interval '2 days 3 minutes', 64)`,
      [listId, people.municipality.Groningen, caseNumber, at],
    );
  }
}
