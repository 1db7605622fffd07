import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor, newId, type Role, ROLES } from '#kernel';
import { maySeeBsn, type OrganisationKind } from '#organisations';
import { actorSettings, SET_ACTOR } from '#platform';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';

const KINDS: readonly OrganisationKind[] = ['municipality', 'welfare', 'credit-bank', 'ngo'];
const NOT_ALLOWED = '42501';

let db: SpecDatabase;
let app: pg.Client;
let family: HouseholdFixture;
let organisation: string;
let jelle: string;

beforeAll(async () => {
  db = await freshDatabase();
  app = new pg.Client({ connectionString: db.appUrl });
  await app.connect();
  family = await aHousehold(db);
  organisation = await organisationId(db, 'WIJ Groningen');
  jelle = await userId(db, 'regisseur');
  await db.query(`UPDATE household_member SET bsn_sealed = 'sealed', bsn_index = 'index' WHERE id = $1`, [family.members['Fatima']]);
});
afterAll(async () => {
  await app.end();
  await db.drop();
});

const who = (roles: readonly Role[], more: Partial<Actor> = {}): Actor =>
  ({ userId: jelle, organisationId: organisation, municipalityId: family.municipalityId, roles, teamIds: [], kind: 'user', ...more });

async function as<Row extends pg.QueryResultRow>(actor: Actor, text: string, values: unknown[] = []): Promise<Row[]> {
  await app.query('BEGIN');
  try {
    await app.query(SET_ACTOR, actorSettings(actor, 'off'));
    return (await app.query<Row>(text, values)).rows;
  } finally {
    await app.query('ROLLBACK');
  }
}

const codeOf = (actor: Actor, text: string): Promise<string> => as(actor, text).then(() => 'it did', (error: { code?: string }) => error.code ?? 'no code');
const mayIn = async (actor: Actor): Promise<boolean | undefined> => (await as<{ may: boolean }>(actor, 'SELECT access.may_see_bsn() AS may'))[0]?.may;
const door = (actor: Actor) => as(actor, 'SELECT sealed FROM access.reveal_bsn($1, $2, $3, NULL)', [family.id, family.members['Fatima'], 'application']);

describe('who may see a BSN', () => {
  it('is the same for the rule that people can read and for the lock in the database', async () => {
    let compared = 0;
    for (const kind of KINDS) for (const publicBody of [true, false]) for (const mandated of [true, false]) {
      await db.query('UPDATE organisation SET kind = $2, public_body = $3 WHERE id = $1', [organisation, kind, publicBody]);
      await db.query('UPDATE municipality SET settings = $2 WHERE id = $1', [family.municipalityId, { bsn: { mandatedOrganisations: mandated ? [organisation] : [] } }]);
      for (const roles of [...ROLES.map((role) => [role]), ROLES, []]) {
        const rule = maySeeBsn({ roles, kind, publicBody, mandated }).allowed;
        expect({ kind, publicBody, mandated, roles, may: await mayIn(who(roles)) }).toEqual({ kind, publicBody, mandated, roles, may: rule });
        compared += 1;
      }
    }
    process.stdout.write(`standings compared: ${compared}\n`);
    await db.query(`UPDATE organisation SET kind = 'municipality', public_body = false WHERE id = $1`, [organisation]);
  });

  it('is nobody for an organisation that does not work in this municipality, no job, and nobody without an actor', async () => {
    expect(await mayIn(who(['regisseur']))).toBe(true);
    expect(await mayIn(who(['regisseur'], { organisationId: newId() }))).toBe(false);
    expect(await mayIn(who(['regisseur'], { organisationId: await organisationId(db, 'SWW') }))).toBe(false);
    expect(await mayIn(who(['regisseur'], { kind: 'system', purpose: 'job' }))).toBe(false);
    expect((await app.query('SELECT access.may_see_bsn() AS may')).rows).toEqual([{ may: false }]);
  });
});

describe('the sealed number', () => {
  it('comes out through the door, with a line in the log, and only for who works with the family', async () => {
    expect(await door(who(['regisseur']))).toHaveLength(1);
    const both = await as<{ action: string }>(who(['regisseur', 'privacy-officer']), `WITH seen AS MATERIALIZED (SELECT * FROM access.reveal_bsn('${family.id}', '${family.members['Fatima']}', 'application', NULL)) SELECT count(*) FROM seen`);
    expect(both).toEqual([{ count: 1 }]);
    for (const actor of [who(['regisseur'], { userId: newId() }), who(['case-worker', 'privacy-officer', 'partner-worker'], { organisationId: await organisationId(db, 'Humanitas') }), who([], { kind: 'system', purpose: 'job' })]) {
      expect(await door(actor)).toEqual([]);
    }
  });

  it.each(['SELECT bsn_sealed FROM household_member', 'SELECT bsn_index FROM household_member', 'SELECT * FROM household_member', 'SELECT to_jsonb(m) FROM household_member m',
    `SELECT id FROM household_member WHERE bsn_index = 'index'`, `SELECT id FROM household_member ORDER BY bsn_sealed`, 'SELECT count(bsn_sealed) FROM household_member',
    'UPDATE household_member SET bsn_sealed = NULL', `UPDATE household_member SET bsn_index = 'mine'`, 'COPY household_member TO STDOUT', 'TABLE household_member',
    'INSERT INTO bsn_look (municipality_id, user_id) SELECT access.municipality(), access.user_id()', 'DELETE FROM bsn_look', 'SELECT access.count_bsn_look()',
    `SELECT access.note_bsn_look('bsn.revealed', 'member', NULL, NULL, '{}', NULL)`])('is not for the application: %s', async (text) => {
    for (const actor of [who(ROLES), who([], { kind: 'system', purpose: 'job' })]) expect(await codeOf(actor, text)).toBe(NOT_ALLOWED);
  });

  it('is with the text to search in the only column of a member that the application can not read: a new one must say so too', async () => {
    const hidden = await db.query<{ name: string }>(`SELECT attname AS name FROM pg_attribute WHERE attrelid = 'household_member'::regclass AND attnum > 0 AND NOT attisdropped
      AND NOT has_column_privilege('naast_app', attrelid, attnum, 'SELECT') ORDER BY attname`);
    expect(hidden.map(({ name }) => name)).toEqual(['bsn_index', 'bsn_sealed', 'search_text']);
  });
});
