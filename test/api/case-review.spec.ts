import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { SetClock } from '../support/set-clock.js';

const BEFORE = '2026-03-02T10:00:00Z';

describe('a case review', () => {
  let api: SpecApi;
  const clock = new SetClock(BEFORE);
  beforeAll(async () => {
    api = await startApi({ clock });
  });
  afterAll(() => api.close());

  const TEXTS = { situation: 'Een moeder met een kind op de basisschool. De post blijft dicht.', question: 'Wat helpt?' };
  const plan = async (more: object = {}, persona = 'regisseur') => {
    clock.set(BEFORE);
    const participantIds = [await userId(api.db, 'case-worker'), await userId(api.db, 'team-lead')];
    return api.as(persona).post('/v1/case-reviews', { plannedAt: '2026-03-09T13:00:00Z', title: 'Gezinnen met schulden', participantIds, ...more });
  };
  const planned = async (): Promise<string> => (await plan()).body.id;
  const bringIn = (id: string, family: HouseholdFixture, more: object = {}, persona = 'regisseur') => api.as(persona).post(`/v1/case-reviews/${id}/families`, { householdId: family.id, ...TEXTS, ...more });
  const read = (id: string, persona = 'regisseur') => api.as(persona).get(`/v1/case-reviews/${id}`);

  it('colleagues see a letter, roles and age bands; who brought it in sees which family it is', async () => {
    const [id, family] = [await planned(), await aHousehold(api.db)];
    expect((await bringIn(id, family)).status).toBe(201);
    const shown = { label: 'A', composition: [{ role: 'adult', age: '28-44' }, { role: 'adult', age: '28-44' }, { role: 'child', age: '4-11' }], ...TEXTS, outcome: null };
    expect((await read(id)).body.families).toEqual([{ id: expect.any(String), ...shown, own: { household: { id: family.id, name: 'Familie Bouzid', caseNumber: family.caseNumber }, version: 1, mayWrite: true } }]);
    for (const persona of ['case-worker', 'team-lead']) {
      const { body, text } = await read(id, persona);
      expect(body.families).toEqual([{ id: expect.any(String), ...shown, own: null }]);
      for (const telling of ['Bouzid', 'Fatima', 'Noor', family.id, family.caseNumber, '9711', '2017', '1988', ...Object.values(family.members)]) expect(text).not.toContain(telling);
    }
  });

  it('the same family is another one in another review', async () => {
    const [first, second, family] = [await planned(), await planned(), await aHousehold(api.db)];
    await bringIn(second, await aHousehold(api.db));
    const ids = [(await bringIn(first, family)).body.id, (await bringIn(second, family)).body.id];
    const labels = [(await read(first, 'team-lead')).body.families.at(-1).label, (await read(second, 'team-lead')).body.families.at(-1).label];
    expect([new Set(ids).size, labels]).toEqual([2, ['A', 'B']]);
  });

  it.each([
    ['a name', { situation: 'Fatima slaapt slecht.' }, 'situation'], ['a telephone number', { question: 'Bel 0612345678?' }, 'question'], ['an e-mail address', { situation: 'mail fatima@example.nl' }, 'situation'],
    ['a BSN', { situation: 'nummer 999990019' }, 'situation'], ['a postcode', { question: 'Wie kent 9711AB?' }, 'question'], ['the town', { situation: 'Een gezin in Groningen.' }, 'situation'],
  ])('%s in the text is refused, without repeating it', async (_, more, field) => {
    const [id, family] = [await planned(), await aHousehold(api.db)];
    const refused = await bringIn(id, family, more);
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, field]);
    expect(refused.text).not.toMatch(/Fatima|0612|example\.nl|99999|9711|Groningen/);
    expect((await read(id)).body.families).toEqual([]);
  });

  it('a title that names the family keeps it out', async () => {
    const { body: { id } } = await plan({ title: 'Bouzid en anderen' });
    expect((await bringIn(id, await aHousehold(api.db))).body.errors[0].field).toBe('title');
    expect((await plan({ title: 'Bel 06 12345678' })).status).toBe(422);
  });

  it('advice is written by who brought the family in, after it too; nobody overwrites another version', async () => {
    const [id, family] = [await planned(), await aHousehold(api.db, { intakeBy: 'case-worker' })];
    const { body: { id: familyId } } = await bringIn(id, family);
    const rewrite = (version: number, more: object = {}, persona = 'regisseur') =>
      api.as(persona).call('PUT', `/v1/case-reviews/${id}/families/${familyId}`, { body: { ...TEXTS, outcome: 'Samen de post openen.', ...more }, version });
    expect([(await rewrite(1, {}, 'case-worker')).status, (await rewrite(1, {}, 'team-lead')).status]).toEqual([403, 403]);
    clock.set('2026-03-09T15:00:00Z');
    expect((await api.as('regisseur').post(`/v1/case-reviews/${id}/conclusion`, undefined, { version: 1 })).status).toBe(204);
    expect([(await rewrite(1, { outcome: 'Bel Erik.' })).status, (await rewrite(1)).status, (await rewrite(1)).status]).toEqual([422, 204, 412]);
    expect((await read(id, 'team-lead')).body).toMatchObject({ state: 'held', families: [{ outcome: 'Samen de post openen.' }], allowedActions: [] });
    expect((await bringIn(id, await aHousehold(api.db))).status).toBe(409);
  });

  it('only who organises it says that it was or that it does not go on', async () => {
    const id = await planned();
    const cancel = (persona: string, version = 1) => api.as(persona).post(`/v1/case-reviews/${id}/cancellation`, undefined, { version });
    expect([(await cancel('case-worker')).status, (await cancel('regisseur-zuid')).status, (await cancel('regisseur', 9)).status, (await cancel('regisseur')).status]).toEqual([403, 404, 412, 204]);
    expect((await bringIn(id, await aHousehold(api.db))).status).toBe(409);
  });

  it('only a family that one works with, and once', async () => {
    const [id, other, own] = [await planned(), await aHousehold(api.db, { regisseur: 'regisseur-zuid' }), await aHousehold(api.db)];
    expect([(await bringIn(id, other)).status, (await bringIn(id, own, {}, 'case-worker')).status]).toEqual([404, 404]);
    expect([(await bringIn(id, own)).status, (await bringIn(id, own)).status]).toEqual([201, 409]);
  });

  it('somebody of another municipality or a partner takes no part', async () => {
    const id = await planned();
    for (const persona of ['regisseur-hoogeveen', 'gkb']) expect((await plan({ participantIds: [await userId(api.db, persona)] })).body.errors[0].field).toBe('participantIds');
    expect([(await read(id, 'regisseur-hoogeveen')).status, (await read(id, 'regisseur-zuid')).status, (await read(id, 'gkb')).status]).toEqual([404, 404, 403]);
    const names = (await api.as('regisseur').get('/v1/case-reviews/colleagues')).body.items.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['Sanne Bakker', 'Marieke Postma']));
    expect(names).not.toContain('Yara de Wit');
  });

  it('stands in the list of who takes part, without a family', async () => {
    const id = await planned();
    await bringIn(id, await aHousehold(api.db));
    const mine = async (persona: string) => (await api.as(persona).get('/v1/meetings/mine?when=upcoming&limit=100')).body.items.find((one: { id: string }) => one.id === id);
    expect(await mine('team-lead')).toEqual({ id, kind: 'case-review', plannedAt: '2026-03-09T13:00:00.000Z', title: 'Gezinnen met schulden', state: 'planned', organisedBy: 'Jelle Hoekstra', household: null });
    expect(await mine('regisseur-zuid')).toBeUndefined();
  });
});
