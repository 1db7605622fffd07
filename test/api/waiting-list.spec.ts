import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type SpecApi, startApi } from '../support/api.js';

const DEMO = readFileSync(new URL('../../demo/aanmeldingen.csv', import.meta.url));
const RANK = ['spoed', 'hoog', 'normaal', 'laag'];

interface Item {
  householdId: string;
  urgency: string;
  waitingSince: string;
  waitingDays: number;
}

describe('the waiting list', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
    await api.as('case-worker').post('/v1/intake-imports?fileName=a.csv&safetyChecked=true', DEMO, { headers: { 'content-type': 'text/csv' } });
  });
  afterAll(() => api.close());

  const list = async (query = '', persona = 'team-lead') => (await api.as(persona).get<{ items: Item[]; nextCursor: string | null }>(`/v1/waiting-list?${query}`)).body;
  async function everyPage(limit: number, query = ''): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor = ''; ; ) {
      const page = await list(`limit=${limit}${query}${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = `&cursor=${page.nextCursor}`;
    }
  }

  it('has the most urgent families first, and among them who waits longest', async () => {
    const { items } = await list('limit=100');
    expect(items).toHaveLength(60);
    const order = items.map(({ urgency, waitingSince, householdId }) => `${RANK.indexOf(urgency)} ${waitingSince} ${householdId}`);
    expect(order).toEqual([...order].sort());
    expect(items[0]?.urgency).toBe('spoed');
    expect(items.every(({ waitingDays }) => waitingDays >= 0)).toBe(true);
  });

  it('shows a family with what the team lead needs to choose a regisseur, and no people', async () => {
    const [item] = (await list('limit=1')).items;
    expect(item).toEqual({
      householdId: expect.any(String), caseNumber: expect.stringMatching(/^\d{4}-\d{6}$/), name: expect.stringMatching(/^Familie /), memberCount: expect.any(Number),
      childCount: expect.any(Number), urgency: 'spoed', urgencyReason: null, reportedOn: expect.any(String), waitingSince: expect.any(String), waitingDays: expect.any(Number),
      targetDays: 3, overTargetDays: expect.any(Number), lastCalledOn: null, callOverdue: expect.any(Boolean), place: 1,
      neighbourhood: expect.any(String), source: expect.any(String), lifeDomains: expect.any(Array), state: 'waiting-list', proposedRegisseur: null, version: 1,
      allowedActions: ['propose-regisseur'],
    });
  });

  it.each([1, 7, 25, 60])('pages of %i have no gap and no family twice', async (limit) => {
    expect((await everyPage(limit)).map(({ householdId }) => householdId)).toEqual((await list('limit=100')).items.map(({ householdId }) => householdId));
  });

  it('a page stays right while a new urgent family comes in before it', async () => {
    const first = await list('limit=30');
    await api.db.query(`UPDATE household SET urgency = 'spoed', waiting_since = '2020-01-01' WHERE id = (SELECT id FROM household WHERE urgency = 'laag' LIMIT 1)`);
    const rest = await list(`limit=100&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...rest.items].map(({ householdId }) => householdId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('can show one urgency only', async () => {
    const spoed = await everyPage(5, '&urgency=spoed');
    expect(spoed.length).toBeGreaterThan(0);
    expect(new Set(spoed.map(({ urgency }) => urgency))).toEqual(new Set(['spoed']));
  });

  it('a case worker of the team sees it too, and can propose nobody', async () => {
    const { items } = await list('limit=100', 'case-worker');
    expect(items).toHaveLength(60);
    expect(items[0]).toMatchObject({ allowedActions: [] });
  });

  it.each(['team-lead-zuid', 'team-lead-hoogeveen'])('%s sees none of these families', async (persona) => {
    expect(await list('', persona)).toEqual({ items: [], nextCursor: null });
  });

  it.each(['gkb', 'humanitas', 'regisseur', 'fund-secretary', 'decision-maker', 'resident', 'privacy-officer'])('%s gets no waiting list', async (persona) => {
    expect((await api.as(persona).get('/v1/waiting-list')).status).toBe(403);
  });

  it.each([
    ['a made-up cursor', 'cursor=abc', 'cursor'],
    ['a cursor of another list', `cursor=${Buffer.from('["x","y","z"]').toString('base64url')}`, 'cursor'],
    ['a page of 0', 'limit=0', 'limit'],
    ['a page of 1000', 'limit=1000', 'limit'],
    ['an unknown urgency', 'urgency=nu', 'urgency'],
    ['an unknown filter', 'name=Boer', 'name'],
  ])('%s is refused by its name', async (_, query, field) => {
    const answer = await api.as('team-lead').get(`/v1/waiting-list?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field })]);
  });
});
