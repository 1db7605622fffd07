import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold } from '../support/households.js';
import { eventually } from '../support/worker.js';

describe('the regie ends at the moment that the case moves on', () => {
  let api: SpecApi;
  let colleague: pg.Client;
  beforeAll(async () => {
    api = await startApi();
    colleague = new pg.Client({ connectionString: api.db.migratorUrl });
    await colleague.connect();
  });
  afterAll(async () => {
    await colleague.end();
    await api.close();
  });

  it('it waits, and goes on from what the case has become', async () => {
    const family = await aHousehold(api.db);
    await colleague.query('BEGIN');
    await colleague.query(`UPDATE household SET state = 'draft-plan', version = version + 1 WHERE id = $1`, [family.id]);
    const ending = api.as('team-lead').post(`/v1/households/${family.id}/assignments/${family.assignmentId}/end`, { reason: 'Gaat weg.' }, { version: 1 }).then((answer) => answer);
    await eventually(() => api.db.query(`SELECT FROM pg_locks WHERE NOT granted`), (waiting) => waiting.length > 0);
    await colleague.query('COMMIT');
    expect((await ending).status).toBe(204);
    expect(await api.db.query('SELECT state, version FROM household WHERE id = $1', [family.id])).toEqual([{ state: 'draft-plan', version: 3 }]);
  });
});
