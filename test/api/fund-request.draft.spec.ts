import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aCanvas, aFund, APPLICATION, type FundCase } from '../support/funds.js';
import { giveAccess } from '../support/households.js';

describe('drafting a request to the fund', () => {
  let api: SpecApi;
  let parts: Omit<FundCase, 'id' | 'version'>;
  const draft = (change: object, persona = 'regisseur') =>
    api.as(persona).post(`/v1/households/${parts.householdId}/fund-requests`, { ...APPLICATION, fundId: parts.fundId, canvasId: parts.canvasId, ...change });

  beforeAll(async () => {
    api = await startApi();
    parts = await aCanvas(api);
  });
  afterAll(() => api.close());

  const wrong: [string, object, string][] = [
    ['without saying why no scheme pays', { whyNoScheme: '' }, 'whyNoScheme'],
    ['without a purpose', { purpose: undefined }, 'purpose'],
    ['of nothing', { amountCents: 0 }, 'amountCents'],
    ['of a negative amount', { amountCents: -100 }, 'amountCents'],
    ['of half a cent', { amountCents: 99.5 }, 'amountCents'],
    ['of an amount in words', { amountCents: '100' }, 'amountCents'],
    ['of an amount nobody has', { amountCents: 1e15 }, 'amountCents'],
    ['in a domain nobody knows', { domain: 'holiday' }, 'domain'],
    ['on a fund that does not exist', { fundId: newId() }, 'fundId'],
    ['on a fund that is no id', { fundId: 'fonds' }, 'fundId'],
    ['on a canvas that does not exist', { canvasId: newId() }, 'canvasId'],
    ['with a NUL in the text', { purpose: 'a\u0000b' }, 'purpose'],
    ['with a purpose of 10,000 characters', { purpose: 'x'.repeat(10_000) }, 'purpose'],
    ['with a state of its own', { state: 'granted' }, 'state'],
  ];
  it.each(wrong)('a request %s is refused, names the field and writes nothing', async (_title, change, field) => {
    const before = await api.db.query('SELECT FROM fund_request');
    const answer = await draft(change);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
    expect(await api.db.query('SELECT FROM fund_request')).toHaveLength(before.length);
  });

  it('the canvas of another family cannot carry it', async () => {
    const other = await aCanvas(api, { fundId: parts.fundId });
    expect((await draft({ canvasId: other.canvasId })).body.errors[0].field).toBe('canvasId');
  });

  it('the fund has to pay for that domain', async () => {
    const { id: fundId } = await aFund(api.db, { domains: ['education'] });
    const answer = await draft({ fundId });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe('domain');
  });

  it('the fund of another municipality does not exist here', async () => {
    const { id: fundId } = await aFund(api.db, { municipality: 'Hoogeveen' });
    expect((await draft({ fundId })).body.errors[0].field).toBe('fundId');
  });

  it('a municipality can set the most that one request may ask', async () => {
    await api.db.query(`UPDATE municipality SET settings = '{"fund": {"maxPerRequestCents": 100000}}' WHERE name = 'Groningen'`);
    const answer = await draft({});
    await api.db.query(`UPDATE municipality SET settings = '{}' WHERE name = 'Groningen'`);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toContain('hoger dan dit fonds per aanvraag geeft');
  });

  it('another regisseur cannot ask for this family; one who did its intake neither', async () => {
    expect((await draft({}, 'regisseur-zuid')).status).toBe(404);
    await giveAccess(api.db, parts.householdId, 'regisseur-zuid', 'intake');
    expect((await draft({}, 'regisseur-zuid')).status).toBe(403);
  });

  it.each(['gkb', 'fund-secretary', 'decision-maker', 'team-lead', 'case-worker'])('%s cannot ask', async (persona) => {
    expect((await draft({}, persona)).status).toBe(403);
  });

  it('a made-up cursor is refused in words', async () => {
    for (const cursor of ['x', Buffer.from('["a","b"]').toString('base64url'), Buffer.from('["2026-02-30",1]').toString('base64url')]) {
      const answer = await api.as('fund-secretary').get(`/v1/fund-requests?cursor=${cursor}`);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].field).toBe('cursor');
    }
    expect((await api.as('fund-secretary').get('/v1/fund-requests?state=lost')).status).toBe(400);
    expect((await api.as('fund-secretary').get('/v1/fund-requests?limit=1000')).status).toBe(400);
  });

  it('a repeated request with one key makes one draft', async () => {
    const before = await api.db.query('SELECT FROM fund_request');
    const body = { ...APPLICATION, fundId: parts.fundId, canvasId: parts.canvasId };
    const call = () => api.as('regisseur').post(`/v1/households/${parts.householdId}/fund-requests`, body, { headers: { 'idempotency-key': 'draft-once' } });
    const [first, second] = await Promise.all([call(), call()]);
    expect(second.body.id).toBe(first.body.id);
    expect(await api.db.query('SELECT FROM fund_request')).toHaveLength(before.length + 1);
  });
});
