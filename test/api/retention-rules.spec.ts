import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { anEndedFamily } from '../support/ended-families.js';
import { aHousehold } from '../support/households.js';

describe('how long records are kept', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const rules = async (by = 'privacy-officer') => (await api.as(by).get('/v1/retention-rules')).body.items;
  const rule = async (code: string, by?: string) => (await rules(by)).find((one: { code: string }) => one.code === code);
  const change = async (code: string, body: object, version?: number, by = 'privacy-officer') =>
    api.as(by).call('PATCH', `/v1/retention-rules/${code}`, { body, version: version ?? (await rule(code))?.version ?? 1 });

  it('begins with the selection list of the municipalities, and says where each term comes from', async () => {
    expect(await rule('youth-help')).toMatchObject({
      name: 'Jeugdhulp', term: { count: 20, unit: 'years' }, start: 'het einde van de zaak', source: expect.stringContaining('Selectielijst gemeenten 2020'), ofFamilies: true,
      reason: null, changedBy: null, allowedActions: ['change'],
    });
    expect(await rule('destruction-record')).toMatchObject({ term: null, allowedActions: [] });
    expect(await rule('audit')).toMatchObject({ term: { count: 5, unit: 'years' }, allowedActions: [] });
  });

  it('may be longer freely, and the change says who did it', async () => {
    const answer = await change('wmo', { count: 20, unit: 'years' });
    expect(answer).toMatchObject({ status: 200, body: { term: { count: 20, unit: 'years' }, defaultTerm: { count: 15, unit: 'years' }, changedBy: 'Karin Veenstra', version: 2 } });
    const [line] = await api.db.query(`SELECT details FROM audit_event WHERE action = 'retention-rule.changed'`);
    expect(line).toEqual({ details: { code: 'wmo', from: '15 years', to: '20 years' } });
    expect(await rule('wmo', 'privacy-officer-hoogeveen')).toMatchObject({ term: { count: 15, unit: 'years' } });
  });

  it('may be shorter with a reason only', async () => {
    const refused = await change('other-provision', { count: 3, unit: 'years' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'reason', message: expect.stringMatching(/korter/) }] } });
    expect(await change('other-provision', { count: 3, unit: 'years', reason: 'Besluit van het college.' })).toMatchObject({ status: 200, body: { reason: 'Besluit van het college.' } });
  });

  it.each<[string, string, object, number]>([
    ['a rule that is fixed', 'audit', { count: 50, unit: 'years' }, 422],
    ['a rule that nobody knows', 'coffee', { count: 1, unit: 'years' }, 404],
    ['no time at all', 'inbox', { count: 0, unit: 'days' }, 400],
    ['half a year in years', 'inbox', { count: 0.5, unit: 'years' }, 400],
    ['centuries', 'inbox', { count: 1200, unit: 'years' }, 400],
    ['fortnights', 'inbox', { count: 1, unit: 'fortnights' }, 400],
    ['nothing', 'inbox', {}, 400],
  ])('does not become %s', async (_title, code, body, status) => {
    expect((await change(code, body)).status).toBe(status);
  });

  it('does not change on an old version', async () => {
    expect((await change('inbox', { count: 2, unit: 'years' }, 9)).status).toBe(412);
    expect((await api.as('privacy-officer').call('PATCH', '/v1/retention-rules/inbox', { body: { count: 2, unit: 'years' } })).status).toBe(428);
  });

  it.each(['team-lead', 'regisseur', 'gkb', 'policy-adviser', 'resident'])('is not for %s', async (persona) => {
    expect((await api.as(persona).get('/v1/retention-rules')).status).toBe(403);
    expect((await change('inbox', { count: 2, unit: 'years' }, 1, persona)).status).toBe(403);
  });

  describe('a hold on a record', () => {
    const place = (caseNumber: string, more: object = {}, by = 'privacy-officer') =>
      api.as(by).post('/v1/legal-holds', { caseNumber, kind: 'objection', reason: 'Er loopt een bezwaar.', ...more });
    const pastTheWall = async (text: string, values: unknown[]) => {
      await api.db.query('ALTER TABLE referral DISABLE TRIGGER nothing_begins_after_the_end');
      await api.db.query(text, values);
      await api.db.query('ALTER TABLE referral ENABLE TRIGGER nothing_begins_after_the_end');
    };
    const holds = async () => (await api.as('privacy-officer').get('/v1/legal-holds?limit=100')).body.items;

    it('keeps it off the list, until it is lifted', async () => {
      const { caseNumber } = await anEndedFamily(api);
      const { status, body } = await place(caseNumber);
      expect(status).toBe(201);
      expect((await api.as('privacy-officer').post('/v1/destruction-lists')).status).toBe(422);
      expect((await holds())[0]).toMatchObject({ id: body.id, caseNumber, kind: 'objection', placedBy: 'Karin Veenstra', liftedAt: null, allowedActions: ['lift'] });
      expect((await api.as('privacy-officer-2').post(`/v1/legal-holds/${body.id}/lift`, undefined, { version: 1 })).status).toBe(204);
      expect((await api.as('privacy-officer').post(`/v1/legal-holds/${body.id}/lift`, undefined, { version: 2 })).status).toBe(409);
      expect((await api.as('privacy-officer').post('/v1/destruction-lists')).status).toBe(201);
    });

    it.each<[string, (id: string, municipalityId: string) => Promise<unknown>]>([
      ['a referral that runs, of before a case could not end with one', (id, municipalityId) => pastTheWall(`INSERT INTO referral (id, household_id, municipality_id, case_number, from_organisation_id, to_organisation_id, regisseur_id, question, state)
        SELECT gen_random_uuid(), $1, $2, 'Z', o.id, o.id, u.id, 'x', 'requested' FROM organisation o, app_user u WHERE o.name = 'Humanitas' AND u.subject = 'regisseur'`, [id, municipalityId])],
      ['a request about somebody\'s own data', (id, municipalityId) => api.db.query(`INSERT INTO rights_request (id, household_id, municipality_id, case_number, member_id, kind, state, received_on, received_by, channel, asked_by, answer_by)
        SELECT gen_random_uuid(), $1, $2, 'Z', m.id, 'access', 'in-progress', '1996-01-01', u.id, 'letter', 'self', '1996-02-01' FROM household_member m, app_user u WHERE m.household_id = $1 AND u.subject = 'privacy-officer' LIMIT 1`, [id, municipalityId])],
    ])('%s holds it by itself', async (_what, make) => {
      const { id, municipalityId } = await anEndedFamily(api);
      await make(id, municipalityId);
      expect((await api.as('privacy-officer').post('/v1/destruction-lists')).status).toBe(422);
    });

    it.each<[string, object, string]>([
      ['for a case that is not there', { caseNumber: '1999-000001' }, 'caseNumber'],
      ['for another kind of reason', { kind: 'coffee' }, 'kind'],
      ['without words', { reason: '' }, 'reason'],
      ['until a day that is over', { until: '2020-01-01' }, 'until'],
    ])('is refused %s', async (_title, more, field) => {
      const { caseNumber } = await aHousehold(api.db);
      const refused = await place(caseNumber, more);
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
    });

    it('of a case in another municipality is no case at all', async () => {
      const there = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
      const unknown = await place('1999-000001');
      const foreign = await place(there.caseNumber);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      const { body } = await place((await aHousehold(api.db)).caseNumber);
      expect((await api.as('privacy-officer-hoogeveen').post(`/v1/legal-holds/${body.id}/lift`, undefined, { version: 1 })).status).toBe(404);
    });
  });

  it('the application can not say itself when a case ended, nor which help there was', async () => {
    const { id, caseNumber } = await aHousehold(api.db);
    expect((await api.as('privacy-officer').call('PUT', '/v1/help-kinds', { body: { caseNumber, kinds: ['youth-help'] } })).status).toBe(204);
    const client = new (await import('pg')).default.Client({ connectionString: api.db.appUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query(`SELECT set_config('naast.kind', 'system', true), set_config('naast.purpose', 'job', true), set_config('naast.municipality', (SELECT id::text FROM municipality WHERE name = 'Groningen'), true)`);
    await client.query(`UPDATE household SET state = 'closed', ended_at = '1990-01-01', retention_kinds = '{}' WHERE id = $1`, [id]);
    await client.query('COMMIT');
    await client.end();
    const [row] = await api.db.query(`SELECT ended_at > now() - interval '1 minute' AS recent, retention_kinds FROM household WHERE id = $1`, [id]);
    expect(row).toEqual({ recent: true, retention_kinds: ['youth-help'] });
  });
});
