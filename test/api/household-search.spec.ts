import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchTextOf } from '#households';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';

describe('finding a family', () => {
  let api: SpecApi;
  let jong: HouseholdFixture;
  let hidden: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    jong = await aHousehold(api.db, { name: 'Familie De Jong', members: [
      { role: 'main', firstName: 'Loes', infix: 'de', lastName: 'Jong', birthDate: '1980-01-01' }, { role: 'child', firstName: 'Emre', lastName: 'Özdemir', birthDate: '2015-01-01' },
    ] });
    hidden = await aHousehold(api.db, { name: 'Familie Van ’t Hof', protectedAddress: true, intakeBy: 'case-worker',
      members: [{ role: 'main', firstName: 'Iris', infix: 'van ’t', lastName: 'Hof', birthDate: '1990-01-01' }] });
  });
  afterAll(() => api.close());

  const search = (text: string, persona = 'regisseur') => api.as(persona).post('/v1/household-searches', { text });
  const names = async (text: string, persona?: string): Promise<string[]> => (await search(text, persona)).body.items.map(({ id }: { id: string }) => id);

  it.each(['de jong', 'Jong, de', 'jonk', 'jng ', 'ozdemir', 'Özdemir', 'emre', 'LOES DE JONG'])('finds De Jong by %s', async (text) => {
    if (text === 'jng ') return expect(await names(text)).toEqual([]);
    expect(await names(text)).toContain(jong.id);
  });

  it('says how it was found, and by whom', async () => {
    expect((await search('ozdemr')).body.items[0]).toMatchObject({ id: jong.id, view: 'involved', match: { kind: 'typo', on: 'member', memberName: 'Emre Özdemir', why: 'Lijkt op Emre Özdemir.' } });
    expect((await search('de jong')).body.items[0].match).toMatchObject({ kind: 'begins', on: 'family', memberName: null });
  });

  it('finds by case number, in every spelling', async () => {
    await api.db.query(`UPDATE household SET case_number = '2026-000123' WHERE id = $1`, [jong.id]);
    for (const text of ['2026-000123', '2026-123', '123', '000123']) expect({ text, found: await names(text) }).toEqual({ text, found: [jong.id] });
  });

  it('finds by address, and a protected one only for who may read it', async () => {
    await api.db.query(`UPDATE household SET postcode = '9799ZZ', house_number = '7', house_number_suffix = 'a' WHERE id = $1`, [hidden.id]);
    expect(await names('9799 zz 7')).toEqual([hidden.id]);
    expect(await names('9799zz, 7a', 'case-worker')).toEqual([]);
    expect(await names('van t hof', 'case-worker')).toEqual([hidden.id]);
    await api.db.query(`UPDATE household SET protected_address = false WHERE id = $1`, [hidden.id]);
    expect(await names('9799zz, 7a', 'case-worker')).toEqual([hidden.id]);
  });

  it('a team lead finds the family of the team by its name, and not by who is in it', async () => {
    expect((await search('jong', 'team-lead')).body.items).toContainEqual(expect.objectContaining({ id: jong.id, view: 'head', match: expect.objectContaining({ memberName: null }) }));
    expect(await names('ozdemir', 'team-lead')).toEqual([]);
    await api.db.query(`UPDATE household SET state = 'scaled-up' WHERE id = $1`, [jong.id]);
    expect((await search('ozdemir', 'team-lead')).body.items).toContainEqual(expect.objectContaining({ id: jong.id, view: 'scaled-up' }));
    await api.db.query(`UPDATE household SET state = 'intake' WHERE id = $1`, [jong.id]);
  });

  it('shows twenty at most, and says when there are more', async () => {
    for (let n = 0; n < 22; n += 1) await aHousehold(api.db, { name: 'Familie Veelvoud', members: [{ role: 'main', firstName: 'An', lastName: 'Veelvoud' }] });
    const { body } = await search('veelvoud');
    expect({ shown: body.items.length, more: body.more, keys: Object.keys(body).sort() }).toEqual({ shown: 20, more: true, keys: ['items', 'more'] });
  });

  it.each(['', 'ab', 'de', '12', '%%%', '___', '   ', 'x'.repeat(101)])('asks for more than "%s"', async (text) => {
    expect((await search(text)).status).toBe(400);
  });

  it.each([`'; DROP TABLE household; --`, 'a'.repeat(100), '(((((((', '日本語', '\\d+\\', '%jong%', 'jong|.*'])('takes %s for what it is', async (text) => {
    expect([200, 400]).toContain((await search(text)).status);
  });

  it('notes that was searched and how many were shown, never for what', async () => {
    await api.db.query(`DELETE FROM idempotency_key`);
    const words = ['veelvoud', 'Bestaatniet'];
    for (const text of words) await api.as('regisseur').post('/v1/household-searches', { text }, { headers: { 'idempotency-key': `0199d1c2-7a10-7c3e-9a55-00000000000${words.indexOf(text)}` } });
    const lines = await api.db.query<{ details: { count: number } }>(`SELECT details FROM audit_event WHERE action = 'household.searched' ORDER BY id DESC LIMIT 2`);
    expect(lines.map(({ details }) => details)).toEqual([{ count: 0 }, { count: 20 }]);
    expect(await api.db.query(`SELECT FROM idempotency_key`)).toEqual([]);
  });

  it('the database keeps names in the same form as the search', async () => {
    const unit = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZÁÀÄÇÉËĞÎÏİıŁłÑÓÖØøßÜŽžĲĳŒœĐðÞ', ' ', '-', "'", '’', '.', '1', ' de ', ' van ');
    const made = fc.sample(fc.string({ unit, maxLength: 24 }), 3_000);
    const rows = await api.db.query<{ name: string; text: string }>('SELECT name, access.search_text(name) AS text FROM unnest($1::text[]) AS name', [made]);
    expect(rows.filter(({ name, text }) => text !== searchTextOf(name))).toEqual([]);
    expect(rows.length).toBe(3_000);
  });
});
