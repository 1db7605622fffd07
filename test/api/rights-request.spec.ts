import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, type LocalDate } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { aRightsRequest, requestBody, toDecision } from '../support/rights.js';
import { theDayInAmsterdam } from '../support/today.js';

describe('a request about one\'s own data', () => {
  let api: SpecApi;
  let today: LocalDate;
  beforeAll(async () => {
    api = await startApi();
    today = theDayInAmsterdam();
  });
  afterAll(() => api.close());

  const read = async (id: string, persona = 'privacy-officer') => (await api.as(persona).get(`/v1/rights-requests/${id}`)).body;
  const step = (id: string, name: string, body: object, version: number, persona = 'privacy-officer') =>
    api.as(persona).post(`/v1/rights-requests/${id}/${name}`, body, { version });

  it('is written down by the regisseur at the kitchen table, and has a month from the day it was asked', async () => {
    const family = await aHousehold(api.db);
    const receivedOn = addDays(today, -3);
    const { status, body } = await api.as('regisseur').post('/v1/rights-requests', requestBody(family, 'Fatima', { receivedOn, question: 'Wat weten jullie van mij?' }));
    expect(status).toBe(201);
    const seen = await read(body.id);
    expect(seen).toMatchObject({
      kind: 'access', state: 'received', receivedOn, answerBy: addMonths(receivedOn, 1), extendBy: addMonths(receivedOn, 1), late: false, caseNumber: family.caseNumber,
      memberName: 'Fatima Bouzid', receivedBy: 'Jelle Hoekstra', question: 'Wat weten jullie van mij?', identity: null,
      nextStep: { who: 'de privacyfunctionaris' }, allowedActions: ['ask-identity', 'confirm-identity', 'extend', 'withdraw'],
    });
    expect((await read(body.id, 'regisseur')).allowedActions).toEqual(['withdraw']);
  });

  it('is in progress at once when the regisseur knows who asks', async () => {
    const family = await aHousehold(api.db);
    const { id } = await aRightsRequest(api, family, 'Fatima', { identityHow: 'known-in-person' });
    expect(await read(id)).toMatchObject({ state: 'in-progress', identity: { how: 'known-in-person', by: 'Jelle Hoekstra', on: today } });
  });

  it('goes from proof of who asks to a decision with reasons, and the family\'s story says so without details', async () => {
    const family = await aHousehold(api.db);
    const { id } = await aRightsRequest(api, family, 'Fatima', { kind: 'erasure' });
    expect((await step(id, 'identity', { asked: 'Een brief met uw handtekening' }, 1)).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: 'identity-check', identityAsked: 'Een brief met uw handtekening' });
    expect((await step(id, 'identity', { how: 'document-seen' }, 2)).status).toBe(204);
    const early = await step(id, 'decision', { outcome: 'refused', reasons: 'De wet vraagt dat we dit bewaren.' }, 3);
    expect([early.status, early.body.errors[0].field]).toEqual([422, 'remediesTold']);
    expect((await step(id, 'decision', { outcome: 'refused', reasons: 'De wet vraagt dat we dit bewaren.', remediesTold: true }, 3)).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: 'refused', decision: { by: 'Karin Veenstra', reasons: 'De wet vraagt dat we dit bewaren.' }, allowedActions: [] });
    const { timeline } = (await api.as('regisseur').get(`/v1/households/${family.id}`)).body;
    expect(timeline.map(({ text }: { text: string }) => text)).toEqual([
      'Verzoek over gegevens, verwijdering: afgewezen.', 'Er is een verzoek over gegevens vastgelegd: verwijdering.',
    ]);
  });

  it('is extended once, with the reason told in the first month', async () => {
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Fatima', { receivedOn: addDays(today, -10) });
    const answer = await step(id, 'extension', { reasons: 'Het dossier is groot.', toldOn: today }, 1);
    expect(answer.status).toBe(204);
    expect(await read(id)).toMatchObject({ state: 'received', answerBy: addMonths(addDays(today, -10), 3), extension: { toldOn: today, reasons: 'Het dossier is groot.' } });
    expect((await step(id, 'extension', { reasons: 'Nog groter.', toldOn: today }, 2)).status).toBe(422);
  });

  it('is not extended when the first month is over, nor told in the future', async () => {
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Fatima', { receivedOn: addDays(today, -40) });
    expect((await step(id, 'extension', { reasons: 'Vergeten.', toldOn: today }, 1)).status).toBe(422);
    expect((await step(id, 'extension', { reasons: 'Morgen.', toldOn: addDays(today, 1) }, 1)).status).toBe(400);
    expect(await read(id)).toMatchObject({ late: true, daysLeft: expect.any(Number) });
  });

  it('stands on top of the list when it is too late', async () => {
    const family = await aHousehold(api.db);
    const { id } = await aRightsRequest(api, family, 'Fatima', { receivedOn: addDays(today, -200) });
    const { body } = await api.as('privacy-officer').get('/v1/rights-requests?limit=2');
    expect(body.items[0]).toMatchObject({ id, late: true });
    const next = await api.as('privacy-officer').get(`/v1/rights-requests?limit=100&cursor=${body.nextCursor}`);
    expect(next.body.items.map((item: { id: string }) => item.id)).not.toContain(id);
    expect((await api.as('privacy-officer').get('/v1/rights-requests?state=done')).body.items.map((item: { id: string }) => item.id)).not.toContain(id);
  });

  it.each<[string, string, object, string]>([
    ['a child of 9 asks for itself', 'Noor', {}, 'askedBy'],
    ['a power of attorney speaks for a child', 'Noor', { askedBy: 'representative', authority: 'power-of-attorney', representativeName: 'Fatima Bouzid' }, 'authority'],
    ['a parent with authority speaks for an adult', 'Erik', { askedBy: 'representative', authority: 'parental-authority', representativeName: 'Fatima Bouzid' }, 'authority'],
    ['somebody without a name speaks for a child', 'Noor', { askedBy: 'representative', authority: 'guardian' }, 'representativeName'],
    ['it was asked tomorrow', 'Fatima', { receivedOn: '2099-01-01' }, 'receivedOn'],
    ['it is an unknown right', 'Fatima', { kind: 'everything' }, 'kind'],
  ])('is refused by the field when %s', async (_, who, more, field) => {
    const refused = await api.as('regisseur').post('/v1/rights-requests', requestBody(await aHousehold(api.db), who, more));
    expect([refused.status, refused.body.errors?.[0].field]).toEqual([400, field]);
  });

  it('is asked for a child under 16 by who has authority', async () => {
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Noor', { askedBy: 'representative', authority: 'parental-authority', representativeName: 'Fatima Bouzid' });
    expect(await read(id)).toMatchObject({ memberName: 'Noor Bouzid', representativeName: 'Fatima Bouzid', authority: 'parental-authority' });
  });

  it('can be taken back by who works with the family, until it is decided', async () => {
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Fatima');
    expect((await step(id, 'withdrawal', { reason: 'Het is al opgelost.' }, 1, 'regisseur')).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: 'withdrawn', withdrawal: { on: today } });
    const decided = await toDecision(api, await aHousehold(api.db), 'Fatima', 'partly-granted', { kind: 'erasure' });
    expect((await step(decided.id, 'withdrawal', {}, decided.version, 'regisseur')).status).toBe(409);
  });

  it('is decided once, also when two officers decide at the same moment', async () => {
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Fatima', { kind: 'restriction', identityHow: 'known-in-person' });
    const decide = (outcome: string) => step(id, 'decision', { outcome, reasons: 'Zo besloten.', remediesTold: true }, 1);
    const answers = await Promise.all([decide('granted'), decide('refused'), decide('partly-granted'), decide('granted')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412, 412, 412]);
  });

  it('is written down once, however often the button is pressed', async () => {
    const family = await aHousehold(api.db);
    const click = () => api.as('regisseur').post('/v1/rights-requests', requestBody(family, 'Fatima'), { headers: { 'idempotency-key': `click-${family.id}` } });
    const [first, second] = [await click(), await click()];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect((await api.as('regisseur').get(`/v1/households/${family.id}/rights-requests`)).body.items).toHaveLength(1);
  });

  it('reminds the privacy officer 10 days and 2 days before, and anew when the term moves', async () => {
    const { id } = await aRightsRequest(api, await aHousehold(api.db), 'Fatima', { receivedOn: today });
    const alarms = async () => (await api.db.query<{ day: string }>(
      `SELECT (run_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS day FROM outbox WHERE kind = 'rights-request.term-near' AND payload->>'rightsRequestId' = $1 ORDER BY run_at`, [id])).map(({ day }) => day);
    const last = addMonths(today, 1);
    expect(await alarms()).toEqual([addDays(last, -10), addDays(last, -2)]);
    await step(id, 'extension', { reasons: 'Het dossier is groot.', toldOn: today }, 1);
    expect(await alarms()).toHaveLength(4);
  });

  describe('who', () => {
    let family: HouseholdFixture;
    let id: string;
    beforeAll(async () => {
      family = await aHousehold(api.db);
      ({ id } = await aRightsRequest(api, family, 'Fatima', { identityHow: 'known-in-person' }));
    });

    it.each([
      ['a regisseur of another team', 'regisseur-zuid', 404], ['somebody of another municipality', 'regisseur-hoogeveen', 404], ['a partner', 'gkb', 403], ['a resident', 'resident', 403],
      ['a team lead', 'team-lead', 403], ['a policy adviser', 'policy-adviser', 403],
    ])('%s sees no request and records none', async (_, persona, status) => {
      expect((await api.as(persona).get(`/v1/rights-requests/${id}`)).status).toBe(status);
      expect((await api.as(persona).post('/v1/rights-requests', requestBody(family, 'Fatima'))).status).toBe(status);
      expect((await step(id, 'withdrawal', {}, 1, persona)).status).toBe(status);
    });

    it('the regisseur records, and decides nothing', async () => {
      for (const [name, body] of [['identity', { how: 'document-seen' }], ['extension', { reasons: 'x', toldOn: today }], ['decision', { outcome: 'granted', reasons: 'x' }], ['completion', { doneOn: today, note: 'x' }], ['lifting', { toldOn: today, reason: 'x' }]] as const) {
        expect({ name, status: (await step(id, name, body, 1, 'regisseur')).status }).toEqual({ name, status: 403 });
      }
      expect((await api.as('regisseur').get('/v1/rights-requests')).status).toBe(403);
    });

    it('the privacy officer finds whom it is about by case number, and nobody of elsewhere', async () => {
      const elsewhere = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
      const people = (number: string, persona = 'privacy-officer') => api.as(persona).get(`/v1/rights-request-people?caseNumber=${number}`);
      expect((await people(family.caseNumber)).body.items.map(({ name }: { name: string }) => name)).toEqual(['Erik de Wit', 'Fatima Bouzid', 'Noor Bouzid']);
      expect((await people(elsewhere.caseNumber)).body.items).toEqual([]);
      expect((await people(family.caseNumber, 'regisseur')).status).toBe(403);
      expect((await api.as('privacy-officer').post('/v1/rights-requests', requestBody(elsewhere, 'Fatima'))).status).toBe(404);
      expect((await api.as('privacy-officer').post('/v1/rights-requests', requestBody(family, 'Fatima'))).status).toBe(201);
    });

    it('the privacy officer still sees no dossier', async () => {
      expect((await api.as('privacy-officer').get(`/v1/households/${family.id}`)).status).toBe(403);
    });
  });
});
