import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FundRequestNotices } from '#fund';
import { systemActor, UnitOfWork } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { advised, aGrant, aSubmitted, type FundCase, onAgenda, step } from '../support/funds.js';

describe('who hears about a fund request', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  type Ask = 'deadlineNear' | 'submitted' | 'incomplete' | 'supplemented' | 'on-agenda' | 'advised' | 'decided';
  const tell = async (what: Ask, { id, householdId }: FundCase): Promise<string[]> => {
    const [place] = await api.db.query<{ id: string }>('SELECT municipality_id AS id FROM household WHERE id = $1', [householdId]);
    const service = api.app.get(FundRequestNotices, { strict: false });
    const notices = await api.app.get(UnitOfWork).run(systemActor(place?.id ?? ''), (tx) => (what === 'deadlineNear' ? service.deadlineNear(tx, id) : service.news(tx, `fund-request.${what}`, id)));
    const people = await api.db.query<{ subject: string }>('SELECT subject FROM app_user WHERE id = ANY ($1) ORDER BY subject', [notices.map(({ userId }) => userId)]);
    for (const { link } of notices) expect(link).toBe(`/fonds/${id}`);
    return people.map(({ subject }) => subject);
  };
  const deadlineIsIn = (days: number, { id }: FundCase) => api.db.query('UPDATE fund_request SET decision_deadline = current_date + $2::int WHERE id = $1', [id, days]);

  it('far from the deadline nobody', async () => {
    expect(await tell('deadlineNear', await aSubmitted(api))).toEqual([]);
  });

  it('near the deadline the secretary, and whose turn it is', async () => {
    const [submitted, agenda, ready] = [await aSubmitted(api), await onAgenda(api), await advised(api)];
    for (const request of [submitted, agenda, ready]) await deadlineIsIn(5, request);
    expect(await tell('deadlineNear', submitted)).toEqual(['fund-secretary']);
    expect(await tell('deadlineNear', agenda)).toEqual(['committee-member', 'committee-member-2', 'fund-secretary']);
    expect(await tell('deadlineNear', ready)).toEqual(['decision-maker', 'fund-secretary']);
  });

  it('not a member who stepped aside', async () => {
    const agenda = await onAgenda(api);
    await deadlineIsIn(-1, agenda);
    await api.as('committee-member').post(`/v1/fund-requests/${agenda.id}/conflict`, { reason: 'Buren.' });
    expect(await tell('deadlineNear', agenda)).toEqual(['committee-member-2', 'fund-secretary']);
  });

  it('while it is incomplete also the regisseur of the family, and no other regisseur', async () => {
    const submitted = await aSubmitted(api);
    const { decisionDeadline } = (await api.as('regisseur').get(`/v1/fund-requests/${submitted.id}`)).body;
    await step(api.as('fund-secretary'), submitted, 'completeness', { complete: false, missing: 'De offerte.', remedyUntil: decisionDeadline });
    await deadlineIsIn(3, submitted);
    expect(await tell('deadlineNear', submitted)).toEqual(['fund-secretary', 'regisseur']);
  });

  it('every step tells whose turn it is now, and no longer when the turn has passed', async () => {
    const submitted = await aSubmitted(api);
    const { decisionDeadline } = (await api.as('regisseur').get(`/v1/fund-requests/${submitted.id}`)).body;
    const asked = await step(api.as('fund-secretary'), submitted, 'completeness', { complete: false, missing: 'De offerte.', remedyUntil: decisionDeadline });
    expect(await tell('incomplete', submitted)).toEqual(['regisseur']);
    await step(api.as('regisseur'), asked, 'supplement', { note: 'Hier is hij.' });
    expect(await tell('incomplete', submitted)).toEqual([]);
    expect(await tell('supplemented', submitted)).toEqual(['fund-secretary']);
    expect(await tell('on-agenda', await onAgenda(api))).toEqual(['committee-member', 'committee-member-2']);
    expect(await tell('advised', await advised(api))).toEqual(['decision-maker']);
  });

  it('a new request: the secretary; a decision: the regisseur; and then no more alarm', async () => {
    const request = await aSubmitted(api);
    expect(await tell('submitted', request)).toEqual(['fund-secretary']);
    const ready = await advised(api);
    await deadlineIsIn(1, ready);
    await step(api.as('decision-maker'), ready, 'decision', aGrant());
    expect(await tell('decided', ready)).toEqual(['regisseur']);
    expect(await tell('deadlineNear', ready)).toEqual([]);
    expect(await tell('submitted', ready)).toEqual([]);
  });
});
