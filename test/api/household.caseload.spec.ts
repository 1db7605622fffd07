import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, userId } from '../support/households.js';
import { SetClock } from '../support/set-clock.js';

interface Item {
  name: string;
  role: string;
  nextStep: { text: string; dueOn: string } | null;
  regisseur: { name: string } | null;
}

const aReminder = async (db: SpecApi['db'], householdId: string, dueAt: string, persona = 'regisseur') =>
  db.query(
    `INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, title, due_at, state)
     SELECT $1, h.id, h.municipality_id, $3, 'person', 'follow-up', 'Bel moeder', $4, 'scheduled' FROM household h WHERE h.id = $2`,
    [newId(), householdId, await userId(db, persona), dueAt]);

describe('the families somebody works for', () => {
  let api: SpecApi;
  const remind = (householdId: string, dueAt: string, persona?: string) => aReminder(api.db, householdId, dueAt, persona);
  beforeAll(async () => {
    api = await startApi();
    for (const name of ['Zonder', 'Alberts', 'Mulder']) await aHousehold(api.db, { name: `Familie ${name}` });
    await remind((await aHousehold(api.db, { name: 'Familie Later' })).id, '2026-12-20T09:00:00Z');
    await remind((await aHousehold(api.db, { name: 'Familie Eerst' })).id, '2026-12-01T09:00:00Z');
    await aHousehold(api.db, { name: 'Familie Klaar', state: 'closed' });
    await aHousehold(api.db, { name: 'Familie Anders', regisseur: 'regisseur-zuid' });
    await aHousehold(api.db, { name: 'Familie Wacht', regisseur: null, teamOf: 'team-lead', intakeBy: 'case-worker' });
  });
  afterAll(() => api.close());

  const list = async (persona: string, query = '') => (await api.as(persona).get<{ items: Item[]; nextCursor: string | null }>(`/v1/households?${query}`)).body;
  const names = async (persona: string, query = '') => (await list(persona, query)).items.map(({ name }) => name.replace('Familie ', ''));

  it('come with the nearest date first, then by name', async () => {
    expect(await names('regisseur')).toEqual(['Eerst', 'Later', 'Alberts', 'Mulder', 'Zonder']);
    const [first] = (await list('regisseur')).items;
    expect(first).toMatchObject({ role: 'regisseur', nextStep: { text: 'Bel moeder', dueOn: '2026-12-01' }, openReferrals: 0 });
  });

  it('can be paged without gaps, and the bookmark holds no name', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await list('regisseur', `limit=2${cursor}`);
      seen.push(...page.items.map(({ name }) => name));
      if (page.nextCursor === null) break;
      expect(Buffer.from(page.nextCursor, 'base64url').toString()).not.toContain('Familie');
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen.map((name) => name.replace('Familie ', ''))).toEqual(['Eerst', 'Later', 'Alberts', 'Mulder', 'Zonder']);
  });

  it.each([
    ['urgency', ['Spoed', 'Eerst', 'Later', 'Alberts', 'Mulder', 'Zonder']],
    ['name', ['Alberts', 'Eerst', 'Later', 'Mulder', 'Spoed', 'Zonder']],
  ])('in the order %s, also page by page', async (order, expected) => {
    const { id } = await aHousehold(api.db, { name: 'Familie Spoed' });
    await api.db.query(`UPDATE household SET urgency = 'spoed' WHERE id = $1`, [id]);
    const seen: string[] = [];
    for (let cursor = '', more = true; more; ) {
      const page = await list('regisseur', `order=${order}&limit=2${cursor}`);
      seen.push(...page.items.map(({ name }) => name.replace('Familie ', '')));
      more = page.nextCursor !== null;
      cursor = `&cursor=${page.nextCursor}`;
    }
    await api.db.query(`UPDATE household SET state = 'moved-away' WHERE id = $1`, [id]);
    expect(seen).toEqual(expected);
  });

  it('closed ones come only when asked for', async () => {
    expect(await names('regisseur', 'state=closed')).toEqual(['Klaar']);
  });

  it('a case worker sees those of the own intakes', async () => {
    expect((await list('case-worker')).items).toEqual([expect.objectContaining({ name: 'Familie Wacht', role: 'intake', regisseur: null })]);
  });

  it('a team lead sees those of the team with their regisseur, without the waiting list and without what is due', async () => {
    expect(await names('team-lead', 'limit=2')).toEqual(['Alberts', 'Eerst']);
    const { items } = await list('team-lead');
    expect(items).toHaveLength(5);
    for (const item of items) expect(item).toMatchObject({ role: 'team-lead', nextStep: null, regisseur: { name: 'Jelle Hoekstra' } });
    const { nextCursor } = await list('team-lead', 'limit=2');
    expect(await names('team-lead', `cursor=${nextCursor}`)).toEqual(['Later', 'Mulder', 'Zonder']);
    expect(await names('team-lead-zuid')).toEqual(['Anders']);
  });

  it('somebody in another municipality sees none, a partner gets no list', async () => {
    expect(await names('regisseur-hoogeveen')).toEqual([]);
    expect((await api.as('gkb').get('/v1/households')).status).toBe(403);
  });

  it.each([['cursor', `cursor=${Buffer.from('["2026-01-01","x"]').toString('base64url')}`], ['state', 'state=open'], ['order', 'order=mood'], ['due', 'due=soon'], ['limit', 'limit=x']])('a wrong %s is refused by its name', async (field, query) => {
    const answer = await api.as('regisseur').get(`/v1/households?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('a team lead sees how full the hands of each regisseur are', async () => {
    const { body } = await api.as('team-lead').get('/v1/regisseurs');
    expect(body.items).toHaveLength(12);
    expect(body.items.find(({ name }: { name: string }) => name === 'Jelle Hoekstra')).toEqual({
      id: expect.any(String), name: 'Jelle Hoekstra', teamName: 'WIJ Noord', caseload: 6, coming: 0, bandMin: 15, bandMax: 40, level: 'below', wouldBeAbove: false, absence: null,
    });
    expect((await api.as('regisseur').get('/v1/regisseurs')).status).toBe(403);
    expect((await api.as('team-lead-zuid').get('/v1/regisseurs')).body.items).toEqual([expect.objectContaining({ name: 'Lars Feenstra', caseload: 1 })]);
  });

  it('whom a family can be referred to is known per municipality', async () => {
    const partners = async (persona: string) => (await api.as(persona).get('/v1/organisations?kind=partner')).body.items.map(({ name }: { name: string }) => name);
    expect(await partners('regisseur')).toEqual(['Directie IDV', 'Directie W&P', 'Groningse Kredietbank', 'Humanitas']);
    expect(await partners('regisseur-hoogeveen')).toEqual(['Humanitas']);
    expect((await api.as('regisseur').get('/v1/organisations?kind=bank')).status).toBe(400);
    expect((await api.as('resident').get('/v1/organisations?kind=partner')).status).toBe(403);
  });
});

describe('only the families with something due', () => {
  const clock = new SetClock();
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi({ clock });
    for (const [name, dueAt] of [['Eerst', '2026-04-01T09:00:00Z'], ['Later', '2026-04-20T09:00:00Z']] as const) {
      const { id } = await aHousehold(api.db, { name });
      await aReminder(api.db, id, dueAt);
    }
    await aHousehold(api.db, { name: 'Zonder' });
  });
  afterAll(() => api.close());

  it.each([
    ['late', '2026-04-01T21:59:00Z', []],
    ['late', '2026-04-01T22:01:00Z', ['Eerst']],
    ['week', '2026-04-01T08:00:00Z', ['Eerst']],
    ['week', '2026-04-14T08:00:00Z', ['Later']],
    ['none', '2026-04-02T08:00:00Z', ['Zonder']],
  ])('%s, on %s (a day ends at midnight in Amsterdam)', async (due, now, expected) => {
    clock.set(now);
    const { body } = await api.as('regisseur').get<{ items: Item[] }>(`/v1/households?due=${due}`);
    expect(body.items.map(({ name }) => name)).toEqual(expected);
  });
});
