import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { advised, aDraft, aFund, aGrant, aSubmitted, type FundCase, onAgenda, step } from '../support/funds.js';
import { userId } from '../support/households.js';

const FAMILY = ['Fatima', 'Bouzid', 'Erik', 'Wit', 'Noor', '0612345678', '06 12345678', '0687654321', 'fatima@example.nl', '9711AB', '9711 AB'];

describe('who sees what of a fund request', () => {
  let api: SpecApi;
  let request: FundCase;
  const read = (persona: string, id = request.id) => api.as(persona).get(`/v1/fund-requests/${id}`);

  beforeAll(async () => {
    api = await startApi();
    request = await onAgenda(api);
  });
  afterAll(() => api.close());

  it('the committee sees no name, address or telephone number anywhere, and not which household it is', async () => {
    const one = await read('committee-member');
    expect(one.status).toBe(200);
    const list = await api.as('committee-member').get('/v1/fund-requests');
    for (const text of [one.text, list.text]) {
      for (const secret of [...FAMILY, request.householdId, request.canvasId]) expect(text).not.toContain(secret);
    }
    expect(one.body).toMatchObject({
      caseNumber: request.caseNumber, household: null, canvasId: null,
      purpose: 'De borg en de eerste huur voor [hoofdpersoon] en [kind], op [adres].',
      whyNoScheme: 'De bijzondere bijstand betaalt geen borg voor [partner].',
    });
    expect(one.body.canvas).toMatchObject({
      perspective: '[hoofdpersoon] wil over een jaar rust in huis. [kind] gaat dan naar school.',
      obstacles: 'Er is geen huis voor de familie [achternaam]. [partner] staat niet ingeschreven.',
      ownContribution: '[hoofdpersoon] werkt 24 uur. Bel haar op [telefoonnummer] of mail [e-mailadres].',
      legalRoom: { effect: '[kind] school blijft dichtbij.' },
      values: { involvement: 'Het gezin van [hoofdpersoon] wil dit.' },
      costMuddlingOnCents: 4_000_000,
    });
  });

  it('after the decision the committee reads the outcome, not the reasons: those can tell who it is', async () => {
    const decided = await advised(api);
    await step(api.as('decision-maker'), decided, 'decision', { ...aGrant(), reasons: 'Mevrouw Bouzid krijgt een huis.' });
    const { body, text } = await read('committee-member', decided.id);
    expect(body.decision).toMatchObject({ outcome: 'granted', reasons: null, departureReasons: null });
    expect(text).not.toContain('Bouzid');
    expect((await read('regisseur', decided.id)).body.decision.reasons).toBe('Mevrouw Bouzid krijgt een huis.');
  });

  it('the committee does not see a request that is not complete yet', async () => {
    const { id } = await aSubmitted(api);
    expect((await read('committee-member', id)).status).toBe(404);
    const { body } = await api.as('committee-member').get('/v1/fund-requests?state=submitted');
    expect(body.items).toEqual([]);
  });

  it('the secretary reads what the regisseur wrote, but not which family it is', async () => {
    const { body } = await read('fund-secretary');
    expect(body.purpose).toContain('Fatima');
    expect(body).toMatchObject({ household: null, canvasId: null });
    expect(body.canvas.perspective).not.toContain('Fatima');
    expect(body.fund.availableCents).toEqual(expect.any(Number));
  });

  it('the decision maker sees whose request it is', async () => {
    expect((await read('decision-maker')).body.household).toEqual({ id: request.householdId, name: 'Familie Bouzid' });
  });

  it('the regisseur sees the own request and not the money of the fund', async () => {
    const { body } = await read('regisseur');
    expect(body).toMatchObject({ household: { id: request.householdId }, canvasId: request.canvasId, fund: { availableCents: null } });
  });

  it('a draft is of the regisseur alone', async () => {
    const draft = await aDraft(api);
    for (const persona of ['fund-secretary', 'committee-member', 'decision-maker']) expect((await read(persona, draft.id)).status).toBe(404);
    expect((await api.as('fund-secretary').get('/v1/fund-requests?state=draft')).body.items).toEqual([]);
    expect((await read('regisseur', draft.id)).status).toBe(200);
  });

  it.each(['regisseur-zuid', 'regisseur-hoogeveen'])('%s sees nothing of another’s request', async (persona) => {
    expect((await read(persona)).status).toBe(404);
    expect((await api.as(persona).get('/v1/fund-requests')).body.items).toEqual([]);
    expect((await api.as(persona).post(`/v1/fund-requests/${request.id}/submission`, {}, { version: 1 })).status).toBe(404);
    expect((await api.as(persona).post(`/v1/fund-requests/${request.id}/supplement`, { note: 'x' }, { version: 1 })).status).toBe(404);
  });

  it('people of the fund in another municipality see nothing', async () => {
    const hoogeveen = await aDraft(api, { household: { regisseur: 'regisseur-hoogeveen' }, fundId: (await aFund(api.db, { municipality: 'Hoogeveen' })).id });
    await step(api.as('regisseur-hoogeveen'), hoogeveen, 'submission');
    for (const persona of ['fund-secretary', 'decision-maker']) expect((await read(persona, hoogeveen.id)).status).toBe(404);
  });

  it.each(['gkb', 'humanitas', 'team-lead', 'case-worker', 'privacy-officer', 'policy-adviser', 'resident', 'objection-handler', 'finance'])('%s may not open requests', async (persona) => {
    expect((await read(persona)).status).toBe(403);
    expect((await api.as(persona).get('/v1/fund-requests')).status).toBe(403);
    expect((await api.as(persona).post(`/v1/fund-requests/${request.id}/decision`, aGrant(), { version: 1 })).status).toBe(403);
  });

  it('who is not signed in gets nothing', async () => {
    expect((await api.as(undefined).get(`/v1/fund-requests/${request.id}`)).status).toBe(401);
  });

  it('a request that does not exist and one that is not yours answer the same', async () => {
    const [mine, none] = [await read('regisseur-zuid'), await read('regisseur-zuid', await userId(api.db, 'gkb'))];
    expect({ ...mine.body, instance: '' }).toEqual({ ...none.body, instance: '' });
  });
});
