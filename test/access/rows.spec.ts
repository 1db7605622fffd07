import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor, newId, ROLES } from '#kernel';
import { actorSettings, SET_ACTOR } from '#platform';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { anInsert, boundTables, unguardedTables } from '../support/household-tables.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';

const NOT_ALLOWED = '42501';
const APPEND_ONLY = ['audit_event', 'audit_seal', 'processing_log', 'ledger_entry', 'household_event', 'referral_event', 'fund_request_event', 'committee_advice', 'fund_decision', 'score_scale', 'score_round', 'score_line'];

let db: SpecDatabase;
let app: pg.Client;
let tables: string[];
let family: HouseholdFixture;
/** A row for each table. */
const inserts = new Map<string, string>();

/** Fills past foreign keys and triggers: what is tested is who may see a row, not whether it makes sense. */
async function fillAllTables(): Promise<void> {
  const superuser = new pg.Client({ connectionString: Object.assign(new URL(process.env['NAAST_TEST_SUPERUSER_URL'] ?? ''), { pathname: new URL(db.appUrl).pathname }).href });
  await superuser.connect();
  await superuser.query('SET session_replication_role = replica');
  for (const table of tables) inserts.set(table, await anInsert(db, table, { household_id: family.id, municipality_id: family.municipalityId }));
  // A row that makes sense to every CHECK together is more than this needs; the database is this spec's own.
  const checks = await db.query<{ drop: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`);
  for (const { drop } of checks) await superuser.query(drop);
  for (const table of tables) await superuser.query(`${insertInto(table)} ON CONFLICT DO NOTHING`);
  // What each municipality starts with, such as its catalogue: only rows of this family's municipality are told apart below.
  const own = await db.query<{ name: string }>(`SELECT DISTINCT attrelid::regclass::text AS name FROM pg_attribute WHERE attname = 'municipality_id' AND NOT attisdropped AND attrelid::regclass::text = ANY ($1)`, [tables]);
  for (const { name } of own) await superuser.query(`DELETE FROM ${name} WHERE municipality_id <> $1`, [family.municipalityId]);
  await superuser.end();
}

const insertInto = (table: string): string => inserts.get(table) ?? '';

/** As the API speaks to the database, in a transaction that leaves nothing behind. */
async function as<T>(actor: Actor | undefined, work: () => Promise<T>): Promise<T> {
  await app.query('BEGIN');
  try {
    if (actor) await app.query(SET_ACTOR, actorSettings(actor, 'off'));
    return await work();
  } finally {
    await app.query('ROLLBACK');
  }
}

const count = async (table: string): Promise<number> => (await app.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n ?? -1;
const codeOf = (query: string): Promise<string> => app.query(query).then(({ rowCount }) => `did it, ${rowCount} rows`, (error: { code?: string }) => error.code ?? 'no code');

beforeAll(async () => {
  db = await freshDatabase();
  app = new pg.Client({ connectionString: db.appUrl });
  await app.connect();
  family = await aHousehold(db);
  tables = await boundTables(db);
  await fillAllTables();
});

afterAll(async () => {
  await app.end();
  await db.drop();
});

describe('every table that is of a household or a municipality', () => {
  it('is guarded by row-level security and says in a policy of its own who may see it', async () => {
    expect(tables).toEqual(expect.arrayContaining(['household', 'household_member', 'household_access', 'legal_basis', 'referral', 'fund_request', 'reminder', 'audit_event']));
    expect(await unguardedTables(db)).toEqual([]);
    process.stdout.write(`tables checked: ${tables.length}\n`);
  });

  it('is found by this test as soon as it exists', async () => {
    await db.query('CREATE TABLE forgotten (id uuid PRIMARY KEY, household_id uuid NOT NULL)');
    expect(await unguardedTables(db)).toEqual(['forgotten']);
    await db.query(`ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY;
      CREATE POLICY municipality_wall ON forgotten AS RESTRICTIVE USING (true); CREATE POLICY worker_jobs ON forgotten USING (access.is_system())`);
    expect(await unguardedTables(db)).toEqual(['forgotten']);
    await db.query('CREATE POLICY somebody ON forgotten FOR SELECT USING (household_id = access.user_id())');
    expect(await unguardedTables(db)).toEqual([]);
    await db.query('DROP TABLE forgotten');
  });

  it('has a row here, or the tests below would prove nothing', async () => {
    for (const table of tables) expect({ table, rows: (await db.query(`SELECT FROM ${table} LIMIT 1`)).length }).toEqual({ table, rows: 1 });
  });

  it('shows no row to nobody', async () => {
    for (const table of tables) expect({ table, rows: await as(undefined, () => count(table)) }).toEqual({ table, rows: 0 });
  });

  it('takes no row from nobody', async () => {
    for (const table of tables) {
      expect({ table, answer: await as(undefined, () => codeOf(insertInto(table))) }).toEqual({ table, answer: NOT_ALLOWED });
    }
  });

  it('lets nobody change or remove a row', async () => {
    for (const table of tables) {
      for (const query of [`DELETE FROM ${table}`, `UPDATE ${table} SET municipality_id = municipality_id`]) {
        expect([NOT_ALLOWED, 'did it, 0 rows']).toContain(await as(undefined, () => codeOf(query)));
      }
    }
  });

  it('shows no row to somebody of another municipality, whatever their roles', async () => {
    const [hoogeveen] = await db.query<{ id: string }>(`SELECT id FROM municipality WHERE name = 'Hoogeveen'`);
    const [{ team_id: teamId } = { team_id: '' }] = await db.query<{ team_id: string }>('SELECT team_id FROM household WHERE id = $1', [family.id]);
    const [regisseur] = await db.query<{ id: string }>(`SELECT id FROM app_user WHERE subject = 'regisseur'`);
    const stranger: Actor = { userId: regisseur?.id ?? '', organisationId: newId(), municipalityId: hoogeveen?.id ?? '', roles: ROLES, teamIds: [teamId], kind: 'user' };
    // Some tables are filled with what every municipality starts with: those of the other one are meant.
    const theirs = `WHERE municipality_id = '${family.municipalityId}'`;
    for (const table of tables) expect({ table, rows: await as(stranger, () => count(`${table} ${theirs}`)) }).toEqual({ table, rows: 0 });
  });
});

describe('the role of the application', () => {
  it('owns nothing, is no superuser and does not pass row-level security', async () => {
    const [role] = await db.query(`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'naast_app'`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await db.query(`SELECT relname FROM pg_class WHERE relowner = 'naast_app'::regrole AND relkind IN ('r', 'p', 'v', 'm')
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'naast_app'::regrole UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'naast_app'::regrole`);
    expect(owned).toEqual([]);
    expect(await db.query(`SELECT roleid::regrole FROM pg_auth_members WHERE member = 'naast_app'::regrole`)).toEqual([]);
  });

  it('makes no table beside ours', async () => {
    expect(await as(undefined, () => codeOf('CREATE TABLE public.mine (id int)'))).toBe(NOT_ALLOWED);
    expect(await as(undefined, () => codeOf('CREATE TABLE access.mine (id int)'))).toBe(NOT_ALLOWED);
  });

  it.each(APPEND_ONLY)('only ever adds to %s', async (table) => {
    const system: Actor = { userId: '', organisationId: '', municipalityId: family.municipalityId, roles: [], teamIds: [], kind: 'system', purpose: 'job' };
    const [{ name } = { name: '' }] = await db.query<{ name: string }>(`SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attidentity = '' AND attgenerated = '' LIMIT 1`, [table]);
    for (const query of [`UPDATE ${table} SET ${name} = ${name}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      expect({ query, answer: await as(system, () => codeOf(query)) }).toEqual({ query, answer: NOT_ALLOWED });
    }
  });

  it('cannot put a table of its own before ours in a function that runs as the owner', async () => {
    const open = await db.query(`SELECT oid::regprocedure::text AS name FROM pg_proc
      WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'access'::regnamespace)
        AND NOT EXISTS (SELECT FROM unnest(proconfig) AS c WHERE c ~ '^search_path=.*pg_temp"?$')`);
    expect(open).toEqual([]);
  });
});
