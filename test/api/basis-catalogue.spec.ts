import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

interface Rule {
  code: string;
  enabled: boolean;
  version: number;
}

let api: SpecApi;
let family: HouseholdFixture;
let gkb: string;
beforeAll(async () => {
  api = await startApi({ clock: new SetClock() });
  gkb = await organisationId(api.db, 'Groningse Kredietbank');
  family = await aHousehold(api.db);
});
afterAll(() => api.close());

const rules = async (persona = 'privacy-officer'): Promise<Rule[]> => (await api.as(persona).get('/v1/basis-catalogue')).body.items;
const rule = async (code: string, persona?: string): Promise<Rule | undefined> => (await rules(persona)).find((one) => one.code === code);
const flip = async (code: string, enabled: boolean, { by = 'privacy-officer', version, reason = 'Besluit van het college' }: { by?: string; version?: number; reason?: string } = {}) =>
  api.as(by).call('PATCH', `/v1/basis-catalogue/${code}`, { body: { enabled, reason }, version: version ?? (await rule(code))?.version });
const wams = () => recordBasis(api, family, 'Fatima', gkb, ['name'], { type: 'statutory-task', catalogueCode: 'wams', article: 'Wams', purpose: 'Hulp bij meer problemen tegelijk op elkaar afstemmen', validUntil: '2026-12-31' });

describe('the catalogue of bases', () => {
  it('has the laws of the social domain, each with its article, what it allows and for whom; the Wams is there and off', async () => {
    const found = await rules('regisseur');
    expect(found.map(({ code }) => code).sort()).toEqual([
      'jeugdwet', 'participatiewet', 'participatiewet-bijstand', 'participatiewet-inlichtingen', 'toestemming', 'vitaal-belang', 'wams', 'wgs', 'wmo',
    ]);
    expect(found.filter(({ enabled }) => !enabled).map(({ code }) => code)).toEqual(['wams']);
    for (const one of found) expect(one).toMatchObject({ article: expect.stringMatching(/\w/), explanation: expect.stringMatching(/\.$/), organisationKinds: expect.arrayContaining([expect.any(String)]) });
  });

  it('a new municipality has one of its own from the first moment', async () => {
    const id = newId();
    await api.db.query(`INSERT INTO municipality (id, code, name) VALUES ($1, '9999', 'Nieuwstad')`, [id]);
    expect(await api.db.query('SELECT count(*)::int AS n FROM basis_rule WHERE municipality_id = $1', [id])).toEqual([{ n: 9 }]);
  });

  it.each(['gkb', 'humanitas', 'resident', 'finance', 'committee-member'])('%s does not read it', async (persona) => {
    expect((await api.as(persona).get('/v1/basis-catalogue')).status).toBe(403);
  });

  it.each(['regisseur', 'team-lead', 'case-worker', 'gkb', 'resident'])('%s does not switch it', async (persona) => {
    expect((await flip('wams', true, { by: persona })).status).toBe(403);
    expect((await rule('wams'))?.enabled).toBe(false);
  });

  it('nothing is recorded on a ground that is off, until the privacy officer switched it on and said why', async () => {
    const before = await wams();
    expect([before.status, before.body.errors]).toEqual([400, [{ field: 'catalogueCode', message: 'Deze grondslag staat uit in jouw gemeente.' }]]);
    expect((await flip('wams', true, { reason: ' ' })).status).toBe(400);
    expect((await flip('wams', true, { version: 99 })).status).toBe(412);
    expect((await flip('wams', true)).body).toEqual({ toReview: 0 });
    expect(await rule('wams')).toMatchObject({ enabled: true, version: 2, switchedBy: 'Karin Veenstra', switchReason: 'Besluit van het college' });
    expect((await wams()).status).toBe(201);
    expect(await api.db.query(`SELECT details FROM audit_event WHERE action = 'basis-rule.switched'`)).toEqual([{ details: { code: 'wams', enabled: true, bases: 0 } }]);
    const [hoogeveen] = await api.db.query(`SELECT enabled FROM basis_rule r JOIN municipality m ON m.id = r.municipality_id WHERE m.name = 'Hoogeveen' AND r.code = 'wams'`);
    expect(hoogeveen).toEqual({ enabled: false });
  });

  it('switching off cuts nothing: what leans on it is flagged, and unflagged when it comes back', async () => {
    expect((await flip('wams', false)).body).toEqual({ toReview: 1 });
    const flagged = async () => (await api.as('regisseur').get(`/v1/households/${family.id}/legal-bases`)).body.items.find((one: { catalogueCode: string }) => one.catalogueCode === 'wams');
    expect(await flagged()).toMatchObject({ state: 'active', reviewDueOn: '2026-03-02', reviewReason: 'rule-off' });
    await flip('wams', true);
    expect(await flagged()).toMatchObject({ state: 'active', reviewDueOn: null, reviewReason: null });
  });

  it('says what does not fit, each on its field', async () => {
    const fieldsOf = async (more: Record<string, unknown>, to = gkb) => (await recordBasis(api, family, 'Fatima', to, ['name'], { type: 'statutory-task', ...more })).body.errors?.map(({ field }: { field: string }) => field);
    expect(await fieldsOf({ catalogueCode: 'gut-feeling' })).toEqual(['catalogueCode']);
    expect(await fieldsOf({ article: 'Wgs art. 3' })).toEqual(['article']);
    expect(await fieldsOf({ purpose: 'Nieuwsgierigheid' })).toEqual(['purpose']);
    expect(await fieldsOf({ dataCategories: ['health'] })).toEqual(['dataCategories']);
    expect(await fieldsOf({}, await organisationId(api.db, 'Humanitas'))).toEqual(['toOrganisationId']);
    expect(await fieldsOf({ validFrom: '2026-01-01', validUntil: '2028-01-02' })).toEqual(['validUntil']);
    expect(await fieldsOf({ catalogueCode: undefined })).toEqual(['catalogueCode']);
  });

  it('a rule that does not exist is a 404, without a version a 428', async () => {
    expect((await flip('gut-feeling', true, { version: 1 })).status).toBe(404);
    expect((await api.as('privacy-officer').call('PATCH', '/v1/basis-catalogue/wams', { body: { enabled: true, reason: 'x' } })).status).toBe(428);
  });
});
