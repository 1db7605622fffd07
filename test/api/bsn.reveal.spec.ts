import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { startWorker } from '../support/worker.js';
import { eventually } from '../support/worker.js';
import { type SpecApi, startApi } from '../support/api.js';
import { giveBsn, municipalTeam } from '../support/bsn.js';
import { aHousehold, giveAccess, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { signedIn } from '../support/signed-in.js';

const BSN = '999990019';
let api: SpecApi;
let family: HouseholdFixture;

beforeAll(async () => {
  api = await startApi();
  await municipalTeam(api, 'regisseur');
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.query('DELETE FROM bsn_look');
  family = await aHousehold(api.db);
  await giveBsn(api, family.members['Fatima'], BSN);
});

const pathOf = (memberId = family.members['Fatima'], household = family.id) => `/v1/households/${household}/members/${memberId}/bsn-reveal`;
const reveal = (persona: string, path = pathOf(), body: unknown = { reason: 'application' }, headers = {}) => api.as(persona).post(path, body, { headers });
const lines = () => api.db.query<{ details: object }>(`SELECT details, subject_id, u.subject FROM audit_event e JOIN app_user u ON u.id = e.user_id WHERE action = 'bsn.revealed' AND household_id = $1 ORDER BY e.id`, [family.id]);

describe('showing a BSN', () => {
  it('gives it to a regisseur of the municipality for a minute, keeps it nowhere, and notes who looked and why', async () => {
    const answer = await reveal('regisseur');
    expect(answer).toMatchObject({ status: 200, body: { bsn: BSN, hideAfterSeconds: 60 } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await lines()).toEqual([{ details: { reason: 'application', memberId: family.members['Fatima'] }, subject_id: family.members['Fatima'], subject: 'regisseur' }]);
  });

  it('is offered in the dossier to who may, and the dossier itself holds no number', async () => {
    const { body, text } = await api.as('regisseur').get(`/v1/households/${family.id}`);
    expect(body.allowedActions).toContain('reveal-bsn');
    expect(body.members.map(({ firstName, hasBsn }: { firstName: string; hasBsn: boolean }) => [firstName, hasBsn])).toEqual([['Fatima', true], ['Erik', false], ['Noor', false]]);
    expect(text).not.toContain(BSN);
    const other = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    expect((await api.as('regisseur-zuid').get(`/v1/households/${other.id}`)).body.allowedActions).not.toContain('reveal-bsn');
  });

  it('is noted again for every look, also with the same Idempotency-Key: no answer is kept', async () => {
    const click = () => reveal('regisseur', pathOf(), { reason: 'identification' }, { 'idempotency-key': 'one-click' });
    expect([(await click()).body.bsn, (await click()).body.bsn]).toEqual([BSN, BSN]);
    expect(await lines()).toHaveLength(2);
    expect(await api.db.query('SELECT FROM idempotency_key')).toEqual([]);
  });

  it('works in a browser session too, and not without its CSRF token', async () => {
    const { browser, csrf } = await signedIn(api, 'regisseur');
    expect((await browser.visit(pathOf(), { json: { reason: 'correction' } })).status).toBe(403);
    expect(JSON.parse((await browser.visit(pathOf(), { json: { reason: 'correction' }, headers: { 'x-csrf-token': csrf } })).text)).toMatchObject({ bsn: BSN });
  });

  it.each([[{}], [{ reason: 'nieuwsgierig' }], [{ reason: BSN }], [{ reason: ['application'] }], [{ reason: 'application', bsn: BSN }]])('needs one of the reasons: %j', async (body) => {
    const answer = await reveal('regisseur', pathOf(), body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(BSN);
    expect(await lines()).toEqual([]);
  });

  it('says so when there is no BSN', async () => {
    expect(await reveal('regisseur', pathOf(family.members['Noor']))).toMatchObject({ status: 404, body: { type: 'urn:naast:problem:bsn.unknown' } });
  });
});

describe('nobody else sees it', () => {
  it('a case worker of a mandated organisation does, for a family of their intake; without the mandate not', async () => {
    await giveAccess(api.db, family.id, 'case-worker', 'intake');
    expect([(await reveal('case-worker')).body.bsn, (await api.as('case-worker').get('/v1/me')).body.maySeeBsn]).toEqual([BSN, true]);
    await api.db.query(`UPDATE municipality SET settings = settings - 'bsn' WHERE name = 'Groningen'`);
    expect(await reveal('case-worker')).toMatchObject({ status: 403, body: { detail: 'Met jouw rol mag je geen BSN zien. Gebruik het zaaknummer.' } });
    expect((await api.as('case-worker').get('/v1/me')).body.maySeeBsn).toBe(false);
    await api.db.query(`UPDATE municipality SET settings = settings || jsonb_build_object('bsn', jsonb_build_object('mandatedOrganisations', jsonb_build_array($1::text))) WHERE name = 'Groningen'`, [await organisationId(api.db, 'WIJ Groningen')]);
  });

  it('a regisseur of a welfare organisation does not, in the own family', async () => {
    const own = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    await giveBsn(api, own.members['Fatima'], BSN);
    expect((await reveal('regisseur-zuid', pathOf(own.members['Fatima'], own.id))).status).toBe(403);
  });

  it.each(['gkb', 'humanitas', 'fund-secretary', 'committee-member', 'committee-member-2', 'finance', 'privacy-officer', 'policy-adviser', 'resident'])('%s has no such route', async (persona) => {
    expect((await reveal(persona)).status).toBe(403);
    expect((await api.as(persona).post('/v1/bsn-lookup', { bsn: BSN })).status).toBe(403);
  });

  it('somebody of an NGO does not, with whatever role', async () => {
    await api.db.query(`INSERT INTO user_role (user_id, municipality_id, role) SELECT user_id, municipality_id, 'case-worker' FROM user_role WHERE user_id = $1`, [await userId(api.db, 'humanitas')]);
    await giveAccess(api.db, family.id, 'humanitas', 'intake');
    await api.db.query(`UPDATE municipality SET settings = jsonb_set(settings, '{bsn,mandatedOrganisations}', settings->'bsn'->'mandatedOrganisations' || to_jsonb($1::text)) WHERE name = 'Groningen'`, [await organisationId(api.db, 'Humanitas')]);
    await eventually(() => reveal('humanitas'), ({ body }) => body.detail === 'Een BSN is alleen voor een overheidsorganisatie. Gebruik het zaaknummer.', 2_000);
  });

  it('a member of one family is not found under the address of another, nor is a family that is not theirs', async () => {
    const other = await aHousehold(api.db);
    await giveBsn(api, other.members['Fatima'], '999974816');
    expect((await reveal('regisseur', pathOf(other.members['Fatima']))).status).toBe(404);
    const strange = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    await giveBsn(api, strange.members['Fatima'], '999974816');
    for (const path of [pathOf(strange.members['Fatima'], strange.id), pathOf(strange.members['Fatima']), pathOf(newId()), pathOf(newId(), newId())]) {
      expect(await reveal('regisseur', path)).toMatchObject({ status: 404, body: { type: 'urn:naast:problem:member.not-found' } });
    }
  });

  it('who opened the dossier by break-glass does not', async () => {
    const strange = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    await giveBsn(api, strange.members['Fatima'], BSN);
    await api.db.query(
      `INSERT INTO household_access (user_id, household_id, municipality_id, reason, cause_id, until) VALUES ($1, $2, $3, 'break-glass', $4, now() + interval '1 hour')`,
      [await userId(api.db, 'regisseur'), strange.id, strange.municipalityId, newId()]);
    const dossier = await api.as('regisseur').get(`/v1/households/${strange.id}`);
    expect([dossier.status, dossier.body.allowedActions]).toEqual([200, expect.not.arrayContaining(['reveal-bsn'])]);
    expect((await reveal('regisseur', pathOf(strange.members['Fatima'], strange.id))).status).toBe(404);
  });

  it('a decision maker sees it of a family that asks the fund, and of no other', async () => {
    expect((await reveal('decision-maker')).status).toBe(404);
  });
});

describe('finding a family by BSN', () => {
  const find = (bsn: string, persona = 'regisseur') => api.as(persona).post('/v1/bsn-lookup', { bsn });

  it('names the families one works with, and notes the search', async () => {
    await giveBsn(api, family.members['Erik'], '999953035');
    expect(await find('999953035')).toMatchObject({ status: 200, body: { items: [{ id: family.id, caseNumber: family.caseNumber, name: 'Familie Bouzid' }] } });
    const [line] = await api.db.query(`SELECT details, household_id FROM audit_event WHERE action = 'bsn.looked-up' ORDER BY id DESC LIMIT 1`);
    expect(line).toEqual({ details: { found: true, memberId: family.members['Erik'] }, household_id: family.id });
  });

  it('answers the same for a number that nobody has and for one of a family elsewhere', async () => {
    const strange = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    await giveBsn(api, strange.members['Fatima'], '999950216');
    const [known, unknown] = [await find('999950216'), await find('999980014')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.body).toEqual({ items: [] });
    const noted = await api.db.query(`SELECT details, household_id, subject_id FROM audit_event WHERE action = 'bsn.looked-up' ORDER BY id DESC LIMIT 2`);
    expect(noted).toEqual([1, 2].map(() => ({ details: { found: false }, household_id: null, subject_id: family.municipalityId })));
  });

  it.each([['123456789'], ['99999001'], [''], [null], [['999990019']]])('refuses what is no BSN and does not repeat it: %j', async (bsn) => {
    const answer = await api.as('regisseur').post('/v1/bsn-lookup', { bsn });
    expect(answer.status).toBe(400);
    if (bsn) expect(answer.text).not.toContain(String(bsn));
  });
});

describe('looking often', () => {
  it('is refused above the limit of the municipality, also at the same moment, and the privacy officer hears it once', async () => {
    const worker = await startWorker(api.settings);
    try {
      await api.db.query(`UPDATE municipality SET settings = jsonb_set(settings, '{bsn,looksPerHour}', '3') WHERE name = 'Groningen'`);
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => (n % 2 ? reveal('regisseur') : api.as('regisseur').post('/v1/bsn-lookup', { bsn: BSN }))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 422, 422, 422]);
      const inbox = () => api.as('privacy-officer').get('/v1/inbox');
      const { body } = await eventually(inbox, (seen) => seen.body.items.some(({ kind }: { kind: string }) => kind === 'bsn-too-often'));
      expect(body.items.filter(({ kind }: { kind: string }) => kind === 'bsn-too-often')).toEqual([expect.objectContaining({ link: '/privacy/logboek' })]);
      expect(await api.db.query(`SELECT FROM audit_event WHERE action = 'bsn.refused-too-often'`)).toHaveLength(3);
    } finally {
      await worker.close();
    }
  });
});
