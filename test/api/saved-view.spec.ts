import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';

describe('views of "Mijn gezinnen" that somebody keeps', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const names = async (persona: string) => (await api.as(persona).get<{ items: { name: string }[] }>('/v1/saved-views')).body.items.map(({ name }) => name);
  const keep = (persona: string, body: object) => api.as(persona).post('/v1/saved-views', body);

  it('come back as they were kept, in the order in which they were made, and are one’s own', async () => {
    expect((await keep('regisseur', { name: 'Te laat', due: 'late', order: 'urgency' })).status).toBe(201);
    expect((await keep('regisseur', { name: 'Opgeschaald', state: 'scaled-up' })).status).toBe(201);
    expect((await api.as('regisseur').get('/v1/saved-views')).body.items).toEqual([
      expect.objectContaining({ name: 'Te laat', due: 'late', order: 'urgency', state: null }),
      expect.objectContaining({ name: 'Opgeschaald', due: null, order: null, state: 'scaled-up' }),
    ]);
    expect(await names('regisseur-zuid')).toEqual([]);
  });

  it('a name is given once, also in capitals', async () => {
    const again = await keep('regisseur', { name: 'TE LAAT' });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('al een weergave met deze naam')]);
    expect((await keep('regisseur-zuid', { name: 'Te laat' })).status).toBe(201);
  });

  it('can be removed by who made it', async () => {
    const [view] = (await api.as('regisseur').get('/v1/saved-views')).body.items;
    expect((await api.as('regisseur-zuid').call('DELETE', `/v1/saved-views/${view.id}`)).status).toBe(404);
    expect((await api.as('regisseur').call('DELETE', `/v1/saved-views/${view.id}`)).status).toBe(204);
    expect(await names('regisseur')).toEqual(['Opgeschaald']);
  });

  it('a thirteenth does not fit', async () => {
    for (let count = 1; count < 12; count += 1) await keep('regisseur', { name: `Nummer ${count}` });
    const one = await keep('regisseur', { name: 'Nog een' });
    expect([one.status, one.body.detail]).toEqual([409, expect.stringContaining('Haal er eerst een weg')]);
  });

  it.each([['name', { name: ' ' }], ['due', { name: 'x', due: 'soon' }], ['state', { name: 'x', state: 'open' }], ['order', { name: 'x', order: 'mood' }]])('a wrong %s is refused by its name', async (field, body) => {
    const answer = await keep('regisseur', body);
    expect([answer.status, answer.body.errors]).toEqual([400, [expect.objectContaining({ field })]]);
  });
});
