import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Actor } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';

const NOBODY: Actor = { userId: '', organisationId: '', municipalityId: '', roles: [], teamIds: [], kind: 'user' };
const WHO = { name: 'who', text: `SELECT current_setting('naast.user', true) AS me, $1::text AS said` };

let api: SpecApi;
let pool: pg.Pool;
let work: UnitOfWork;
beforeAll(async () => {
  api = await startApi();
  // One connection, so that each read finds what the one before it left behind.
  pool = new pg.Pool({ connectionString: api.db.appUrl, max: 1 });
  work = new UnitOfWork(undefined as never, pool, new Clock());
});
afterAll(async () => {
  await pool.end();
  await api.close();
});

describe('a read as an actor, in one message', () => {
  it('is done as this actor, and the settings end with it', async () => {
    const actor = { ...NOBODY, userId: '01900000-0000-7000-8000-000000000001' };
    expect(await work.read(actor, WHO, ['hallo'])).toEqual([{ me: actor.userId, said: 'hallo' }]);
    expect((await pool.query(`SELECT current_setting('naast.user', true) AS me`)).rows).toEqual([{ me: '' }]);
  });

  it('gives no rows when the actor cannot be set, and the connection lives on', async () => {
    const unsettable = { ...NOBODY, userId: 'a\u0000b' };
    await expect(work.read(unsettable, WHO, ['x'])).rejects.toThrow();
    expect(await work.read(NOBODY, WHO, ['y'])).toEqual([{ me: '', said: 'y' }]);
  });

  it('answers an error of the read itself, also in its first parse, and the connection lives on', async () => {
    await expect(work.read(NOBODY, { name: 'broken', text: 'SELECT FROM nowhere' })).rejects.toThrow(/nowhere/);
    await expect(work.read(NOBODY, { name: 'zero', text: 'SELECT 1 / $1::int' }, [0])).rejects.toThrow(/zero/);
    expect(await work.read(NOBODY, WHO, ['z'])).toHaveLength(1);
  });

  it('writes nothing when the read fails', async () => {
    const before = await api.db.query('SELECT FROM audit_event');
    const text = `WITH seen AS (INSERT INTO audit_event (action, subject_kind) VALUES ('x', 'y')) SELECT 1 / $1::int`;
    await expect(work.read({ ...NOBODY, kind: 'system' }, { name: 'seen-and-failed', text }, [0])).rejects.toThrow();
    expect(await api.db.query('SELECT FROM audit_event')).toHaveLength(before.length);
  });

});
