import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold } from '../support/households.js';
import { aPerson } from './support/people.js';

describe('from where somebody came, in the log', () => {
  let api: SpecApi;
  beforeAll(async () => {
    // As behind the proxy of an installation.
    api = await startApi({ settings: { NODE_ENV: 'production' } });
  });
  afterAll(() => api.close());

  it('is what the proxy saw, not what the caller wrote', async () => {
    const regisseur = await aPerson(api, 'WIJ Groningen', [{ role: 'regisseur', municipality: 'Groningen', team: 'WIJ Noord' }]);
    const { id } = await aHousehold(api.db, { regisseur: `made-${regisseur.id}` });
    const headers = { 'x-forwarded-for': '203.0.113.9, 10.0.0.7' };
    expect((await regisseur.call('GET', `/v1/households/${id}`, { headers })).status).toBe(200);
    const [line] = await api.db.query<{ origin: string }>(`SELECT origin FROM audit_event WHERE household_id = $1 AND action = 'household.read'`, [id]);
    expect(line?.origin).toContain('10.0.0.7');
    expect(line?.origin).not.toContain('203.0.113.9');
  });
});
