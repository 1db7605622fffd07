import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { advised, aGrant, aSubmitted, onAgenda, step } from '../support/funds.js';
import { theDayInAmsterdam } from '../support/today.js';

const yes = { advice: 'grant', amountCents: 350_000, reasons: 'Dit geeft rust.' };

describe('the committee', () => {
  let api: SpecApi;
  const today = theDayInAmsterdam();
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('every member advises once', async () => {
    const first = await advised(api);
    const again = await api.as('committee-member').post(`/v1/fund-requests/${first.id}/advice`, yes, { version: first.version });
    expect(again.status).toBe(409);
    expect((await api.as('committee-member').get(`/v1/fund-requests/${first.id}`)).body.allowedActions).not.toContain('advise');
    const second = await step(api.as('committee-member-2'), first, 'advice', { advice: 'grant-partly', amountCents: 100_000, reasons: 'De helft is genoeg.' });
    expect(second.advice.map(({ by }: { by: string }) => by)).toEqual(['Farid Amrani', 'Aukje Wolters']);
  });

  const wrong: [string, object, string][] = [
    ['grants another amount than was asked', { ...yes, amountCents: 1 }, 'amountCents'],
    ['grants a part that is everything', { ...yes, advice: 'grant-partly' }, 'amountCents'],
    ['refuses and pays', { ...yes, advice: 'refuse' }, 'amountCents'],
    ['has no reasons', { ...yes, reasons: ' ' }, 'reasons'],
    ['nobody knows', { ...yes, advice: 'maybe' }, 'advice'],
  ];
  it.each(wrong)('an advice that %s is refused', async (_title, body, field) => {
    const request = await onAgenda(api);
    const answer = await api.as('committee-member').post(`/v1/fund-requests/${request.id}/advice`, body, { version: request.version });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
    expect(await api.db.query('SELECT FROM committee_advice WHERE fund_request_id = $1', [request.id])).toHaveLength(0);
  });

  it.each([['in the past', '2020-01-01'], ['that does not exist', '2026-02-30'], ['in the year 9999', '9999-12-31']])('a meeting on a day %s is refused', async (_title, meetingOn) => {
    const submitted = await aSubmitted(api);
    const { version } = await step(api.as('fund-secretary'), submitted, 'completeness', { complete: true });
    const answer = await api.as('fund-secretary').post(`/v1/fund-requests/${submitted.id}/agenda`, { meetingOn }, { version });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe('meetingOn');
  });

  it('a meeting can be moved', async () => {
    const request = await onAgenda(api);
    expect((await step(api.as('fund-secretary'), request, 'agenda', { meetingOn: today })).meetingOn).toBe(today);
  });

  describe('a member with a personal stake', () => {
    it('steps aside, and from then on the request does not exist for them', async () => {
      const request = await onAgenda(api);
      const aside = await api.as('committee-member').post(`/v1/fund-requests/${request.id}/conflict`, { reason: 'Het zijn mijn buren.' });
      expect(aside.status).toBe(204);
      expect((await api.as('committee-member').get(`/v1/fund-requests/${request.id}`)).status).toBe(404);
      const list = await api.as('committee-member').get('/v1/fund-requests?limit=100');
      expect(list.text).not.toContain(request.id);
      expect((await api.as('committee-member').post(`/v1/fund-requests/${request.id}/advice`, yes, { version: request.version })).status).toBe(404);
      expect((await step(api.as('committee-member-2'), request, 'advice', yes)).state).toBe('committee-advice');
    });

    it('who advised and then steps aside takes the advice out of the count', async () => {
      const request = await advised(api);
      await api.as('committee-member').post(`/v1/fund-requests/${request.id}/conflict`, { reason: 'Ik zag te laat wie het is.' });
      const answer = await api.as('decision-maker').post(`/v1/fund-requests/${request.id}/decision`, aGrant(), { version: request.version });
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].field).toBe('advice');
    });

    it('the reason stays out of the story that others read', async () => {
      const request = await onAgenda(api);
      await api.as('committee-member').post(`/v1/fund-requests/${request.id}/conflict`, { reason: 'Het zijn mijn buren.' });
      expect((await api.as('committee-member-2').get(`/v1/fund-requests/${request.id}`)).text).not.toContain('buren');
    });

    it('after the decision there is nothing to step aside from', async () => {
      const request = await advised(api);
      await step(api.as('decision-maker'), request, 'decision', aGrant());
      expect((await api.as('committee-member').post(`/v1/fund-requests/${request.id}/conflict`, { reason: 'x' })).status).toBe(403);
    });

    it.each(['fund-secretary', 'decision-maker', 'regisseur'])('%s has no such way out', async (persona) => {
      const request = await onAgenda(api);
      expect((await api.as(persona).post(`/v1/fund-requests/${request.id}/conflict`, { reason: 'x' })).status).toBe(403);
    });
  });
});
