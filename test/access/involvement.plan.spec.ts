import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Actor } from '#kernel';
import { actorSettings, SET_ACTOR } from '#platform';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { actorOf } from './support/app-sql.js';

const MANY = 6_000;

describe('asking whether somebody is in a dossier', () => {
  let db: SpecDatabase;
  let app: pg.Client;
  let family: HouseholdFixture;
  let jelle: Actor;
  beforeAll(async () => {
    db = await freshDatabase();
    family = await aHousehold(db);
    jelle = await actorOf(db, 'regisseur');
    await db.query(`INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, member_count, child_count)
      SELECT uuidv7(), municipality_id, team_id, 'M-' || n, 'Familie', 'intake', 'laag', reported_on, 'x', 1, 0 FROM household, generate_series(1, ${MANY}) n WHERE id = $1`, [family.id]);
    await db.query(`INSERT INTO household_access (user_id, household_id, municipality_id, reason) SELECT u.id, h.id, h.municipality_id, 'intake'
      FROM household h, app_user u WHERE u.subject IN ('regisseur', 'regisseur-zuid', 'case-worker') AND h.case_number LIKE 'M-%'`);
    await db.query('VACUUM ANALYZE household_access');
    await db.query('VACUUM ANALYZE household');
    app = new pg.Client({ connectionString: db.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await db.drop();
  });

  afterEach(() => app.query('ROLLBACK'));

  it.each(['household_member', 'legal_basis', 'referral', 'canvas', 'reminder', 'household_event'])('is a look in one index, for %s', async (table) => {
    await app.query('BEGIN');
    await app.query(SET_ACTOR, actorSettings(jelle, 'off'));
    const { rows } = await app.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT household_id FROM ${table} WHERE household_id = '${family.id}'`);
    const plan = rows.map((row) => row['QUERY PLAN']);
    const asked = plan.flatMap((line, at) => (/ on household_access /.test(line) ? [`${line.trim()} ${plan[at + 1]?.trim()}`] : []));
    expect(asked.length).toBeGreaterThan(0);
    // Both keys in the index, whichever of the two it takes; never all families of somebody, nor everybody of a family.
    for (const look of asked) expect(look).toMatch(/Index (Only )?Scan using access_(once_per_reason|of_user) .*Index Cond: .*(user_id = .*household_id = |household_id = .*user_id = )/);
  });
});
