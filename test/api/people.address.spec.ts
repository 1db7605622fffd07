import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { theDayInAmsterdam } from '../support/today.js';

const today = theDayInAmsterdam();
const NEW = { postcode: '9744 ZZ', houseNumber: '77', city: 'Groningen', protected: false, movedOn: '2026-11-01' };

describe('where a family lives', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const move = (of: HouseholdFixture, body: object, version = 1, persona = 'regisseur') => api.as(persona).call('PUT', `/v1/households/${of.id}/address`, { body: { ...NEW, ...body }, version });
  const read = async (of: HouseholdFixture, persona = 'regisseur') => (await api.as(persona).get(`/v1/households/${of.id}/people`)).body;
  const reveal = (of: HouseholdFixture, persona = 'regisseur') => api.as(persona).post(`/v1/households/${of.id}/address/reveal`, {});
  const protect = (of: HouseholdFixture, protectedAddress: boolean, version = 1, persona = 'regisseur') =>
    api.as(persona).call('PUT', `/v1/households/${of.id}/members/${of.members['Noor']}/contact`, { body: { interpreterNeeded: false, livesElsewhere: false, protectedAddress }, version });

  it('moves on a day, and what it was is kept', async () => {
    const family = await aHousehold(api.db);
    expect((await move(family, { movedOn: undefined })).text).toMatch('sinds wanneer');
    expect((await move(family, { movedOn: addDays(today, 1) })).text).toMatch('in de toekomst');
    expect((await move(family, {})).body).toEqual({ version: 2 });
    expect((await move(family, {})).status).toBe(412);
    expect(await read(family)).toMatchObject({ address: { protected: false, postcode: '9744ZZ', houseNumber: '77' }, past: [{ postcode: '9711AB', houseNumber: '12', untilOn: '2026-11-01' }] });
    expect((await move(family, { houseNumber: '78', movedOn: '2026-10-01' }, 2)).text).toMatch('vóór de vorige verhuizing');
  });

  it('a protected address is hidden until who may see it asks, and that stands in the log', async () => {
    const family = await aHousehold(api.db, { protectedAddress: true, intakeBy: 'case-worker' });
    const page = await read(family);
    expect(page).toMatchObject({ address: { protected: true }, past: [], allowedActions: ['keep-people', 'reveal-address'] });
    expect(JSON.stringify(page)).not.toContain('9711AB');
    expect((await reveal(family)).body).toMatchObject({ address: { postcode: '9711AB' }, past: [] });
    const [line] = await api.db.query(`SELECT details FROM audit_event WHERE action = 'address.revealed' AND subject_id = $1`, [family.id]);
    expect(JSON.stringify(line)).not.toContain('9711');
    expect([(await reveal(family, 'case-worker')).status, (await reveal(family, 'regisseur-zuid')).status, (await reveal(family, 'team-lead')).status]).toEqual([404, 404, 404]);
    expect((await read(family, 'case-worker')).allowedActions).toEqual(['keep-people']);
  });

  it('who moves to a hidden place hides where they came from too, and who may not see it does not open it', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    await move(family, { protected: true });
    for (const persona of ['case-worker', 'regisseur']) expect(JSON.stringify(await read(family, persona))).not.toMatch(/9711AB|9744ZZ/);
    expect((await reveal(family)).body.past).toEqual([expect.objectContaining({ postcode: '9711AB' })]);
    expect((await move(family, { protected: false, houseNumber: '1' }, 2, 'case-worker')).status).toBe(403);
    expect((await move(family, { protected: true, houseNumber: '1' }, 2, 'case-worker')).status).toBe(200);
  });

  it('one person who hides, hides the family', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    await protect(family, true);
    expect((await read(family, 'case-worker')).address).toEqual({ protected: true });
    expect(JSON.stringify((await api.as('case-worker').get(`/v1/households/${family.id}`)).body.address)).toBe('{"protected":true}');
    expect((await move(family, {}, 1)).text).toMatch('Iemand in dit gezin heeft een geheim adres');
    expect((await protect(family, false, 2, 'case-worker')).status).toBe(403);
    expect((await protect(family, false, 2)).status).toBe(200);
  });

  it('stands in no list, search, story or message', async () => {
    const family = await aHousehold(api.db, { protectedAddress: true, intakeBy: 'case-worker', name: 'Familie Verborgen' });
    await move(family, { protected: true });
    const texts = await Promise.all(['/v1/households?limit=100', '/v1/today', '/v1/inbox', `/v1/households/${family.id}/sharing`].map(async (path) => (await api.as('regisseur').get(path)).text));
    expect(texts.join('')).not.toMatch(/9744ZZ|9711AB/);
    const stored = await api.db.query(`SELECT e.text FROM household_event e WHERE e.household_id = $1 UNION ALL SELECT o.payload::text FROM outbox o UNION ALL SELECT a.details::text FROM audit_event a`, [family.id]);
    expect(JSON.stringify(stored)).not.toMatch(/9744|9711AB/);
  });
});
