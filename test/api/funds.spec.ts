import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aFund } from '../support/funds.js';

describe('the funds of a municipality', () => {
  let api: SpecApi;
  let id: string;
  beforeAll(async () => {
    api = await startApi();
    id = (await aFund(api.db, { ceilingCents: 1_000_000, domains: ['housing'] })).id;
    await aFund(api.db, { municipality: 'Hoogeveen' });
  });
  afterAll(() => api.close());

  it.each(['fund-secretary', 'committee-member', 'decision-maker', 'finance'])('%s sees the money', async (persona) => {
    const { body } = await api.as(persona).get('/v1/funds');
    expect(body).toEqual({
      items: [{
        id, name: 'Doorbraak/Perspectieffonds', year: 2026, domains: [{ key: 'housing', name: 'Wonen' }],
        ceilingCents: 1_000_000, reservedCents: 0, committedCents: 0, paidCents: 0, availableCents: 1_000_000,
      }],
      nextCursor: null,
    });
  });

  it('a regisseur sees which fund there is and what for, not the money', async () => {
    const { body } = await api.as('regisseur').get('/v1/funds');
    expect(body.items).toMatchObject([{ id, ceilingCents: null, availableCents: null, reservedCents: null }]);
  });

  it.each(['gkb', 'case-worker', 'team-lead', 'resident'])('%s sees no funds', async (persona) => {
    expect((await api.as(persona).get('/v1/funds')).status).toBe(403);
  });
});
