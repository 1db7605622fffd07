import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { type Actor, newId } from '#kernel';
import { actorSettings, SET_ACTOR, systemActor, UnitOfWork } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { boundTables } from '../support/household-tables.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { eventually, startWorker } from '../support/worker.js';

const NOT_ALLOWED = '42501';
/** Ids and states of all municipalities, for the sweeps that work on all at once; each has a purpose of its own below. */
const WITHOUT_WALL = ['audit_event', 'outbox', 'processing_log'];

let api: SpecApi;
let app: pg.Client;
let family: HouseholdFixture;
let elsewhere: HouseholdFixture;

beforeAll(async () => {
  api = await startApi();
  app = new pg.Client({ connectionString: api.db.appUrl });
  await app.connect();
  family = await aHousehold(api.db);
  elsewhere = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
  for (const { municipalityId } of [family, elsewhere]) {
    await api.db.query(`INSERT INTO outbox (id, municipality_id, kind, payload, run_at) VALUES ($1, $2, 'reminder.due', '{}', now() + interval '1 year')`, [newId(), municipalityId]);
    await api.db.query(`INSERT INTO audit_event (municipality_id, action, subject_kind) VALUES ($1, 'household.read', 'household')`, [municipalityId]);
  }
});
afterAll(async () => {
  await app.end();
  await api.close();
});

const job = (purpose: string | undefined, municipalityId = family.municipalityId): Actor => ({ ...systemActor(municipalityId), purpose });

async function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  await app.query('BEGIN');
  try {
    await app.query(SET_ACTOR, actorSettings(actor, 'off'));
    return await work();
  } finally {
    await app.query('ROLLBACK');
  }
}
const places = (actor: Actor, table: string): Promise<(string | null)[]> =>
  as(actor, async () => (await app.query<{ place: string | null }>(`SELECT DISTINCT municipality_id AS place FROM ${table}`)).rows.map(({ place }) => place));
const answer = (actor: Actor, text: string, values: unknown[] = []): Promise<string> =>
  as(actor, () => app.query(text, values).then(({ rowCount }) => `${rowCount} rows`, (error: { code?: string }) => error.code ?? 'no code'));

describe('a job', () => {
  it('sees its own municipality and no other, in every table there is', async () => {
    const tables = await boundTables(api.db);
    for (const table of tables) {
      const seen = await places(job('reminder.due'), table);
      expect({ table, elsewhere: seen.filter((place) => place !== family.municipalityId) }).toEqual({ table, elsewhere: [] });
    }
    expect(await places(job('reminder.due'), 'household')).toEqual([family.municipalityId]);
    process.stdout.write(`tables walked as a job: ${tables.length}\n`);
  });

  it('changes nothing in another municipality, and adds nothing there', async () => {
    const other = elsewhere.municipalityId;
    expect(await answer(job('reminder.due'), 'UPDATE household SET state = state WHERE municipality_id = $1', [other])).toBe('0 rows');
    expect(await answer(job('reminder.due'), `UPDATE outbox SET done_at = now() WHERE municipality_id = $1`, [other])).toBe('0 rows');
    expect(await answer(job('reminder.due'), `INSERT INTO outbox (id, municipality_id, kind, payload, run_at) VALUES ($1, $2, 'x', '{}', now())`, [newId(), other])).toBe(NOT_ALLOWED);
    expect(await answer(job('reminder.due'), `INSERT INTO audit_event (municipality_id, action, subject_kind) VALUES ($1, 'x.y', 'x')`, [other])).toBe(NOT_ALLOWED);
    expect(await answer(job('reminder.due'), `INSERT INTO inbox_item (id, municipality_id, user_id, kind, text, link, cause) SELECT $1, $2, id, 'x', 'x', '/', 'x' FROM app_user LIMIT 1`, [newId(), other])).toBe(NOT_ALLOWED);
  });

  it.each([undefined, ''])('is nobody without a purpose: %j', async (purpose) => {
    for (const table of await boundTables(api.db)) expect({ table, places: await places(job(purpose), table) }).toEqual({ table, places: [] });
  });

  it('sees no family before it has read in its row what it is for, and a mail needs none', async () => {
    const tables = (await boundTables(api.db)).filter((table) => !WITHOUT_WALL.includes(table) && table !== 'inbox_item');
    for (const purpose of ['outbox.run', 'mail.send', 'bsn.too-often']) {
      for (const table of tables) expect({ purpose, table, places: await places(job(purpose), table) }).toEqual({ purpose, table, places: [] });
    }
    expect(await places(job('mail.send'), 'outbox')).toEqual([family.municipalityId]);
  });

  it('hands out no role, opens no session and writes no seal', async () => {
    const [role, session, seal] = [
      `INSERT INTO user_role (user_id, municipality_id, role) SELECT id, $1, 'privacy-officer' FROM app_user LIMIT 1`,
      `INSERT INTO session (token_hash, user_id, municipality_id, csrf_token, expires_at) SELECT 'x', id, $1, 'x', now() FROM app_user LIMIT 1`,
      `INSERT INTO audit_seal (number, from_xact, until_xact, event_count, last_event_id, hash, previous_hash) SELECT 999, '0', '1', 1, 1, 'x', 'x' WHERE $1::uuid IS NOT NULL`,
    ];
    for (const text of [role, session, seal]) expect(await answer(job('reminder.due'), text, [family.municipalityId])).toBe(NOT_ALLOWED);
    expect(await answer(job('reminder.due'), 'SELECT FROM session')).toBe('0 rows');
  });
});

describe('a sweep over all municipalities', () => {
  const SWEEPS = ['sign-in', 'health', 'outbox.arm', 'outbox.rearm', 'housekeeping', 'audit.seal', 'audit.verify', 'processing-log', 'records.calendar', 'administration', 'job', 'reminder.due'];

  it.each(SWEEPS)('sees nothing that is of a family: %s', async (purpose) => {
    for (const table of await boundTables(api.db)) {
      if (!WITHOUT_WALL.includes(table)) expect({ table, places: await places(job(purpose, ''), table) }).toEqual({ table, places: [] });
    }
  });

  it.each([['outbox', ['outbox.arm', 'outbox.rearm']], ['audit_event', ['audit.seal', 'audit.verify', 'processing-log']]])('reads %s only for its one purpose', async (table, purposes) => {
    const allowed: string[] = [];
    for (const purpose of SWEEPS) if ((await places(job(purpose, ''), table)).length > 1) allowed.push(purpose);
    expect(allowed).toEqual(purposes);
  });
});

describe('a request', () => {
  const TRIES: Record<string, string>[] = [
    { 'naast.kind': 'system' }, { 'x-naast-kind': 'system', 'x-naast-purpose': 'audit.seal' }, { 'idempotency-key': `system` },
    { options: '-c naast.kind=system' }, { 'x-request-id': `'; SET naast.kind = 'system'; --` }, { 'x-forwarded-for': `1.1.1.1', true), set_config('naast.kind','system` }, { 'user-agent': `x') ; set_config('naast.kind','system',false` },
  ];

  it.each(TRIES)('never becomes a job: %j', async (headers) => {
    const answered = await api.as('regisseur').call('GET', `/v1/households/${elsewhere.id}`, { headers });
    expect(answered.status).toBe(404);
    const written = await api.as('regisseur').call('POST', '/v1/bsn-lookup', { headers, body: { bsn: '999990019', kind: 'system', purpose: 'audit.seal' } });
    expect([400, 403]).toContain(written.status);
    expect(await api.db.query(`SELECT FROM audit_event WHERE user_id IS NULL AND request_id IS NOT NULL`)).toEqual([]);
  });

  it('finds nothing of the job that used its connection before', async () => {
    const work = api.app.get(UnitOfWork);
    await Promise.all(Array.from({ length: 20 }, () => work.run(systemActor('', 'audit.seal'), (tx) => tx.query('SELECT count(*) FROM audit_event'))));
    const nobody: Actor = { userId: '', organisationId: '', municipalityId: '', roles: [], teamIds: [], kind: 'user' };
    const seen = await Promise.all(Array.from({ length: 20 }, () => work.read<{ system: boolean; n: number }>(nobody, { name: 'is-system', text: 'SELECT access.is_system() AS system, (SELECT count(*) FROM audit_event) AS n' })));
    expect(seen.flat().every(({ system, n }) => !system && n === 0)).toBe(true);
  });
});

describe('what a job was for', () => {
  it('stands in the audit beside where it came from', async () => {
    const worker = await startWorker(api.settings);
    try {
      await api.as('regisseur').post(`/v1/households/${family.id}/reminders`, { title: 'Bel terug', dueAt: new Date(Date.now() + 3_600_000).toISOString() });
      await api.db.query(`UPDATE reminder SET due_at = now()`);
      await api.db.query(`UPDATE outbox SET run_at = now() WHERE kind = 'reminder.due' AND payload <> '{}'`);
      const lines = () => api.db.query<{ origin: string }>(`SELECT DISTINCT origin FROM audit_event WHERE action = 'reminder.fired'`);
      expect(await eventually(lines, (seen) => seen.length > 0)).toEqual([{ origin: 'worker reminder.due' }]);
    } finally {
      await worker.close();
    }
  });

  it('is said wherever the code makes one: no sweep runs without a name', async () => {
    const unnamed: string[] = [];
    const files = (await Promise.all(['apps', 'libs'].map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => `${folder}/${name}`)))).flat();
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))) {
      if (/systemActor\((''|[\w.]+)\)/.test(await readFile(file, 'utf8'))) unnamed.push(file);
    }
    expect(unnamed).toEqual([]);
  });
});
