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

  it.each([[0, '127.0.0.1'], [2, '198.51.100.4']])('behind %i proxies of one\'s own it is %s', async (hops, address) => {
    const behind = await startApi({ settings: { NODE_ENV: 'production', TRUST_PROXY_HOPS: hops } });
    try {
      const regisseur = await aPerson(behind, 'WIJ Groningen', [{ role: 'regisseur', municipality: 'Groningen', team: 'WIJ Noord' }]);
      const { id } = await aHousehold(behind.db, { regisseur: `made-${regisseur.id}` });
      await regisseur.call('GET', `/v1/households/${id}`, { headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.4, 10.0.0.7' } });
      const [line] = await behind.db.query<{ origin: string }>(`SELECT origin FROM audit_event WHERE household_id = $1 AND action = 'household.read'`, [id]);
      expect(line?.origin).toMatch(new RegExp(`\\b${address}$`));
    } finally {
      await behind.close();
    }
  });
});
