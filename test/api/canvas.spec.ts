import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { FULL_CANVAS } from '../support/funds.js';
import { aHousehold, giveAccess } from '../support/households.js';

describe('the Doorbraak canvas', () => {
  let api: SpecApi;
  let household: string;
  const write = (body: unknown, persona = 'regisseur') => api.as(persona).post(`/v1/households/${household}/canvases`, body);

  beforeAll(async () => {
    api = await startApi();
    household = (await aHousehold(api.db)).id;
  });
  afterAll(() => api.close());

  it('a regisseur writes a canvas and reads it back with what it saves', async () => {
    const { status, body } = await write(FULL_CANVAS);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...FULL_CANVAS, householdId: household, version: 1, avoidedCostsCents: 3_650_000, missing: [], allowedActions: ['edit', 'request-fund'] });
    const read = await api.as('regisseur').get(`/v1/canvases/${body.id}`);
    expect(read.body).toEqual(body);
    expect(read.headers['etag']).toBe('"1"');
  });

  it('an unfinished canvas is kept and says what it still lacks', async () => {
    const { status, body } = await write({ perspective: 'Rust.', reviewOn: null, costMuddlingOnCents: null });
    expect(status).toBe(201);
    expect(body).toMatchObject({ perspective: 'Rust.', obstacles: '', reviewOn: null, avoidedCostsCents: null });
    expect(body.missing).toContainEqual({ field: 'obstacles', message: 'Vul dit nog in.' });
  });

  it('a canvas is rewritten as a whole, on the version that was read', async () => {
    const { body } = await write(FULL_CANVAS);
    const next = await api.as('regisseur').call('PUT', `/v1/canvases/${body.id}`, { body: { ...FULL_CANVAS, needed: 'Ook een bed.' }, version: 1 });
    expect(next.status).toBe(200);
    expect(next.body).toMatchObject({ needed: 'Ook een bed.', version: 2 });
    const stale = await api.as('regisseur').call('PUT', `/v1/canvases/${body.id}`, { body: FULL_CANVAS, version: 1 });
    expect(stale.status).toBe(412);
    expect((await api.as('regisseur').call('PUT', `/v1/canvases/${body.id}`, { body: FULL_CANVAS })).status).toBe(428);
    expect((await api.as('regisseur').get(`/v1/canvases/${body.id}`)).body.needed).toBe('Ook een bed.');
  });

  it('writing and reading a canvas stand in the audit, and the family’s story has a line', async () => {
    const { body } = await write(FULL_CANVAS);
    await api.as('regisseur').get(`/v1/canvases/${body.id}`);
    const audit = await api.db.query<{ action: string }>('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id', [body.id]);
    expect(audit.map(({ action }) => action)).toEqual(['canvas.started', 'canvas.read', 'canvas.read']);
    const story = await api.db.query('SELECT FROM household_event WHERE household_id = $1 AND kind = $2', [household, 'canvas.started']);
    expect(story.length).toBeGreaterThan(0);
  });

  const wrong: [string, object, string][] = [
    ['a negative amount', { costMuddlingOnCents: -1 }, 'costMuddlingOnCents'],
    ['half a cent', { costBreakingThroughCents: 10.5 }, 'costBreakingThroughCents'],
    ['an amount nobody has', { costBreakingThroughCents: 1e12 }, 'costBreakingThroughCents'],
    ['an impossible day', { reviewOn: '2027-02-30' }, 'reviewOn'],
    ['a review day in the past', { reviewOn: '2020-01-01' }, 'reviewOn'],
    ['a text of 5,000 characters', { needed: 'x'.repeat(5000) }, 'needed'],
    ['a text that is a list', { needed: ['x'] }, 'needed'],
    ['a field nobody knows', { risk: 'hoog' }, 'risk'],
    ['an unknown field inside the legal room', { legalRoom: { effect: 'x', judge: 'y' } }, 'legalRoom.judge'],
    ['the law before the effect', { legalRoom: { law: 'Awb' } }, 'legalRoom.law'],
    ['values that are a word', { values: 'x' }, 'values'],
  ];
  it.each(wrong)('refuses %s and names the field', async (_title, body, field) => {
    const before = await api.db.query('SELECT FROM canvas');
    const answer = await write(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(await api.db.query('SELECT FROM canvas')).toHaveLength(before.length);
  });

  it('a script tag is text and comes back as the text it is', async () => {
    const { body } = await write({ needed: '<script>alert(1)</script>' });
    expect(body.needed).toBe('<script>alert(1)</script>');
  });

  it('a repeated request with one key makes one canvas', async () => {
    const before = await api.db.query('SELECT FROM canvas');
    const headers = { 'idempotency-key': 'canvas-once' };
    const [first, second] = [await api.as('regisseur').post(`/v1/households/${household}/canvases`, FULL_CANVAS, { headers }), await api.as('regisseur').post(`/v1/households/${household}/canvases`, FULL_CANVAS, { headers })];
    expect(second.body.id).toBe(first.body.id);
    expect(await api.db.query('SELECT FROM canvas')).toHaveLength(before.length + 1);
  });

  describe('is of the family and its regisseur', () => {
    it.each(['regisseur-zuid', 'regisseur-hoogeveen'])('%s does not know it', async (persona) => {
      const { body } = await write(FULL_CANVAS);
      expect((await api.as(persona).get(`/v1/canvases/${body.id}`)).status).toBe(404);
      expect((await api.as(persona).call('PUT', `/v1/canvases/${body.id}`, { body: FULL_CANVAS, version: 1 })).status).toBe(404);
      expect((await write(FULL_CANVAS, persona)).status).toBe(404);
    });

    it.each(['gkb', 'team-lead', 'case-worker', 'fund-secretary', 'committee-member', 'decision-maker', 'resident'])('%s may not open it', async (persona) => {
      const { body } = await write(FULL_CANVAS);
      expect((await api.as(persona).get(`/v1/canvases/${body.id}`)).status).toBe(403);
      expect((await write(FULL_CANVAS, persona)).status).toBe(403);
    });

    it('a colleague who only did the intake reads it but does not write it', async () => {
      const { body } = await write(FULL_CANVAS);
      await giveAccess(api.db, household, 'regisseur-zuid', 'intake');
      const read = await api.as('regisseur-zuid').get(`/v1/canvases/${body.id}`);
      expect(read.body.allowedActions).toEqual([]);
      expect((await api.as('regisseur-zuid').call('PUT', `/v1/canvases/${body.id}`, { body: FULL_CANVAS, version: 1 })).status).toBe(403);
    });

    it('who is not signed in gets nothing', async () => {
      expect((await api.as(undefined).get(`/v1/canvases/${household}`)).status).toBe(401);
    });
  });
});
