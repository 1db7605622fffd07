import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { advised, aFund, aGrant, aSubmitted, type FundCase, onAgenda, step } from '../support/funds.js';
import { theDayInAmsterdam } from '../support/today.js';

describe('the decision on a fund request', () => {
  let api: SpecApi;
  const today = theDayInAmsterdam();
  const decide = (request: FundCase, body: object, persona = 'decision-maker') =>
    api.as(persona).post(`/v1/fund-requests/${request.id}/decision`, body, { version: request.version });
  const nothingWritten = async ({ id }: FundCase) => {
    expect(await api.db.query('SELECT FROM fund_decision WHERE fund_request_id = $1', [id])).toHaveLength(0);
    expect(await api.db.query('SELECT FROM ledger_entry WHERE fund_request_id = $1', [id])).toHaveLength(0);
    expect(await api.db.query(`SELECT FROM outbox WHERE kind = 'fund-request.decided' AND payload ->> 'fundRequestId' = $1`, [id])).toHaveLength(0);
  };
  // The API hears of a changed role a moment later: wait for that moment instead of hoping.
  const untilRolesAre = async (persona: string, role: string, has: boolean) => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await api.as(persona).get('/v1/me')).body.roles.includes(role) === has) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the API does not hear about ${role}`);
  };
  const alsoIs = async (persona: string, role: string) => {
    await api.db.query(
      `INSERT INTO user_role (user_id, municipality_id, role)
       SELECT u.id, r.municipality_id, $2 FROM app_user u JOIN user_role r ON r.user_id = u.id WHERE u.subject = $1 LIMIT 1`,
      [persona, role],
    );
    await untilRolesAre(persona, role, true);
  };
  const noLonger = async (persona: string, role: string) => {
    await api.db.query('DELETE FROM user_role WHERE role = $2 AND user_id = (SELECT id FROM app_user WHERE subject = $1)', [persona, role]);
    await untilRolesAre(persona, role, false);
  };

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const wrong: [string, object, number, string][] = [
    ['without reasons', { ...aGrant(), reasons: '' }, 400, 'reasons'],
    ['with white space for reasons', { ...aGrant(), reasons: '   ' }, 400, 'reasons'],
    ['that grants less than was asked', aGrant(100), 422, 'amountCents'],
    ['that grants everything in part', { outcome: 'partly-granted', amountCents: 350_000, reasons: 'x', departureReasons: 'y' }, 422, 'amountCents'],
    ['that refuses and pays', { outcome: 'refused', amountCents: 100, reasons: 'x', departureReasons: 'y', heardOn: today }, 422, 'amountCents'],
    ['that departs from the advice without saying why (Awb 4:84)', { outcome: 'partly-granted', amountCents: 100_000, reasons: 'Minder is genoeg.' }, 422, 'departureReasons'],
    ['that departs from the policy without saying why', { ...aGrant(), departsFromPolicy: true }, 422, 'departureReasons'],
    ['that refuses before the resident was heard (Awb 4:7)', { outcome: 'refused', amountCents: 0, reasons: 'Nee.', departureReasons: 'Toch niet.' }, 422, 'heardOn'],
    ['with a hearing in the future', { outcome: 'refused', amountCents: 0, reasons: 'Nee.', departureReasons: 'Toch niet.', heardOn: '2036-01-01' }, 422, 'heardOn'],
    ['with a hearing before the request', { outcome: 'refused', amountCents: 0, reasons: 'Nee.', departureReasons: 'Toch niet.', heardOn: '0001-01-01' }, 422, 'heardOn'],
    ['with a hearing on an impossible day', { outcome: 'refused', amountCents: 0, reasons: 'Nee.', departureReasons: 'Toch niet.', heardOn: '2026-02-30' }, 400, 'heardOn'],
    ['of a negative amount', aGrant(-1), 400, 'amountCents'],
    ['of half a cent', aGrant(0.5), 400, 'amountCents'],
    ['of an amount nobody has', aGrant(1e15), 400, 'amountCents'],
    ['that nobody knows', { ...aGrant(), outcome: 'perhaps' }, 400, 'outcome'],
    ['with a field nobody knows', { ...aGrant(), decidedBy: 'me' }, 400, 'decidedBy'],
  ];
  it.each(wrong)('a decision %s is refused, names the field and writes nothing', async (_title, body, status, field) => {
    const request = await advised(api);
    const answer = await decide(request, body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    await nothingWritten(request);
  });

  it('a part can be granted with the reason for departing, and only the part is reserved', async () => {
    const request = await advised(api);
    const answer = await decide(request, { outcome: 'partly-granted', amountCents: 100_000, reasons: 'Minder is genoeg.', departureReasons: 'De huur is lager dan gedacht.' });
    expect(answer.body).toMatchObject({ state: 'partly-granted', decision: { amountCents: 100_000, departureReasons: 'De huur is lager dan gedacht.' } });
    expect(await api.db.query('SELECT reserved_cents::int AS cents FROM fund WHERE id = $1', [request.fundId])).toEqual([{ cents: 100_000 }]);
  });

  it('a refusal after hearing the resident reserves nothing', async () => {
    const request = await advised(api);
    const answer = await decide(request, { outcome: 'refused', amountCents: 0, reasons: 'Er is een regeling.', departureReasons: 'Het advies wist dat niet.', heardOn: today });
    expect(answer.body).toMatchObject({ state: 'refused', decision: { heardOn: today } });
    expect(await api.db.query('SELECT FROM ledger_entry WHERE fund_request_id = $1', [request.id])).toHaveLength(0);
  });

  it('a refusal on the resident’s own facts needs no hearing', async () => {
    const request = await advised(api);
    const body = { outcome: 'refused', amountCents: 0, reasons: 'Dit valt buiten het fonds.', departureReasons: 'Beleid.', restsOnOthersFacts: false };
    expect((await decide(request, body)).status).toBe(200);
  });

  it('without advice nothing can be decided', async () => {
    const request = await onAgenda(api);
    expect((await decide(request, aGrant())).status).toBe(409);
    await nothingWritten(request);
  });

  it('an amount over the ceiling is refused in words, and nothing is written', async () => {
    const { id: fundId } = await aFund(api.db, { ceilingCents: 349_999 });
    const request = await advised(api, { fundId });
    const answer = await decide(request, aGrant());
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toContain('niet genoeg geld');
    await nothingWritten(request);
    expect((await api.as('decision-maker').get(`/v1/fund-requests/${request.id}`)).body).toMatchObject({ state: 'committee-advice', version: request.version });
  });

  describe('four eyes', () => {
    it.each(['fund-secretary', 'committee-member', 'regisseur', 'finance', 'gkb'])('%s cannot decide', async (persona) => {
      const request = await advised(api);
      expect((await decide(request, aGrant(), persona)).status).toBe(403);
      await nothingWritten(request);
    });

    const hats: [string, string, string][] = [
      ['the secretary who checked the request', 'fund-secretary', 'gecontroleerd'],
      ['the member who advised', 'committee-member', 'geadviseerd'],
      ['the regisseur who asked', 'regisseur', 'zelf gedaan'],
    ];
    it.each(hats)('%s cannot decide, also not with the role of decision maker', async (_title, persona, reason) => {
      const request = await advised(api);
      await alsoIs(persona, 'decision-maker');
      const answer = await decide(request, aGrant(), persona);
      const seen = await api.as(persona).get(`/v1/fund-requests/${request.id}`);
      await noLonger(persona, 'decision-maker');
      expect(answer.status).toBe(403);
      expect(answer.body.detail).toContain(reason);
      expect(seen.body.allowedActions).not.toContain('decide');
      await nothingWritten(request);
    });

    it('the regisseur cannot check or advise on the own request either', async () => {
      const submitted = await aSubmitted(api);
      await alsoIs('regisseur', 'fund-secretary');
      const check = await api.as('regisseur').post(`/v1/fund-requests/${submitted.id}/completeness`, { complete: true }, { version: submitted.version });
      await noLonger('regisseur', 'fund-secretary');
      expect(check.status).toBe(403);
      const agenda = await onAgenda(api);
      await alsoIs('regisseur', 'committee-member');
      const advice = await api.as('regisseur').post(`/v1/fund-requests/${agenda.id}/advice`, { advice: 'grant', amountCents: 350_000, reasons: 'x' }, { version: agenda.version });
      await noLonger('regisseur', 'committee-member');
      expect(advice.status).toBe(403);
    });
  });

  it('is taken once: afterwards there is nothing to decide', async () => {
    const request = await advised(api);
    const { version } = await step(api.as('decision-maker'), request, 'decision', aGrant());
    expect((await decide({ ...request, version }, aGrant())).status).toBe(409);
    expect((await decide(request, aGrant())).status).toBe(412);
  });
});
