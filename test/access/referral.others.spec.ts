import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { UnitOfWork } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { aReferral, recordBasis, sendReferral } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const STEPS: [name: string, body: object][] = [
  ['acceptance', {}],
  ['rejection', { code: 'other', explanation: 'x', nextStep: 'y' }],
  ['first-contact', { contactedOn: '2026-03-02', kind: 'phone', note: 'x' }],
  ['feedback', { note: 'x' }],
  ['completion', { outcome: 'x' }],
];

describe('a referral to another organisation', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let humanitas: string;
  let id: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    family = await aHousehold(api.db);
    humanitas = await organisationId(api.db, 'Humanitas');
    ({ id } = await aReferral(api, family, humanitas));
    // An attacker with families of their own: being in one dossier must open no other.
    for (const regisseur of ['regisseur-zuid', 'regisseur-hoogeveen']) await aHousehold(api.db, { regisseur });
  });
  afterAll(() => api.close());

  it('does not exist for the GKB: reading it says the same as reading nothing', async () => {
    const [others, nothing] = [await api.as('gkb').get(`/v1/referrals/${id}`), await api.as('gkb').get(`/v1/referrals/${newId()}`)];
    expect(others.status).toBe(404);
    expect({ ...others.body, instance: '' }).toEqual({ ...nothing.body, instance: '' });
  });

  it.each(STEPS)('cannot be given a %s by the GKB, whatever the version', async (name, body) => {
    for (const version of [1, 2, 99]) expect((await api.as('gkb').post(`/v1/referrals/${id}/${name}`, body, { version })).status).toBe(404);
  });

  it.each(['regisseur-zuid', 'regisseur-hoogeveen'])('does not exist for %s', async (persona) => {
    expect((await api.as(persona).get(`/v1/referrals/${id}`)).status).toBe(404);
    expect((await api.as(persona).post(`/v1/referrals/${id}/cancellation`, { reason: 'x' }, { version: 1 })).status).toBe(404);
  });

  it.each(['team-lead', 'case-worker', 'fund-secretary', 'committee-member', 'decision-maker', 'finance', 'privacy-officer', 'policy-adviser', 'resident'])(
    'is not the work of %s', async (persona) => {
      expect((await api.as(persona).get(`/v1/referrals/${id}`)).status).toBe(403);
      expect((await api.as(persona).post(`/v1/referrals/${id}/acceptance`, {}, { version: 1 })).status).toBe(403);
    });

  it('asks everybody to sign in first', async () => {
    expect((await api.as(undefined).get(`/v1/referrals/${id}`)).status).toBe(401);
    expect((await api.as(undefined).post(`/v1/referrals/${id}/acceptance`, {}, { version: 1 })).status).toBe(401);
  });

  it('stays unchanged under all of that', async () => {
    expect(await api.db.query('SELECT state, version, received_at FROM referral WHERE id = $1', [id])).toEqual([{ state: 'requested', version: 1, received_at: null }]);
    expect(await api.db.query(`SELECT FROM audit_event WHERE subject_id = $1 AND action = 'referral.read'`, [id])).toHaveLength(0);
  });

  it('opens no dossier: a partner gets 403 on every route of a household', async () => {
    for (const path of ['', '/legal-bases', '/referrals']) {
      const answers = [await api.as('humanitas').get(`/v1/households/${family.id}${path}`), await api.as('gkb').get(`/v1/households/${family.id}${path}`)];
      for (const { status } of answers) expect([403, 404]).toContain(status);
    }
    expect((await api.as('humanitas').post(`/v1/households/${family.id}/referrals`, {})).status).toBe(403);
    expect((await api.as('humanitas').get('/v1/households')).status).toBe(403);
  });

  it('of another municipality does not exist for the same partner at work in this one', async () => {
    const elsewhere = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen', name: 'Familie Hoogeveen' });
    await recordBasis(api, elsewhere, 'Fatima', humanitas, ['name'], { by: 'regisseur-hoogeveen' });
    const sent = await sendReferral(api, elsewhere, humanitas, { Fatima: ['name'] }, { by: 'regisseur-hoogeveen' });
    expect(sent.status).toBe(201);
    expect((await api.as('humanitas').get(`/v1/referrals/${sent.body.id}`)).status).toBe(404);
    expect((await api.as('humanitas').post(`/v1/referrals/${sent.body.id}/acceptance`, {}, { version: 1 })).status).toBe(404);
    expect((await api.as('humanitas').get('/v1/referrals?box=received')).body.items).toHaveLength(1);
  });

  it('is gone for the regisseur who lost the family, unless another reason still stands', async () => {
    const household = await aHousehold(api.db);
    const { id: lost } = await aReferral(api, household, humanitas);
    const me = await userId(api.db, 'regisseur');
    await api.db.query(`DELETE FROM household_access WHERE household_id = $1 AND user_id = $2`, [household.id, me]);
    expect((await api.as('regisseur').get(`/v1/referrals/${lost}`)).status).toBe(404);
    await giveAccess(api.db, household.id, 'regisseur', 'substitute');
    expect((await api.as('regisseur').get(`/v1/referrals/${lost}`)).body.sharedMembers).toHaveLength(1);
  });

  it('gives its persons to nobody who calls the narrow door in the database directly', async () => {
    const work = api.app.get(UnitOfWork);
    const shown = async (persona: string): Promise<number> => {
      const [who] = await api.db.query<{ userId: string; organisationId: string; municipalityId: string; roles: string[] }>(
        `SELECT u.id AS "userId", u.organisation_id AS "organisationId", r.municipality_id AS "municipalityId", ARRAY[r.role] AS roles
         FROM app_user u JOIN user_role r ON r.user_id = u.id WHERE u.subject = $1`, [persona]);
      if (!who) throw new Error(persona);
      const actor = { ...who, roles: who.roles as never, teamIds: [], kind: 'user' as const };
      return (await work.read(actor, { name: `door-${persona}`, text: 'SELECT * FROM access.shared_with_me($1, $2)' }, [id, '2026-03-02'])).length;
    };
    expect(await shown('humanitas')).toBe(2);
    expect(await shown('regisseur')).toBe(2);
    for (const persona of ['gkb', 'team-lead', 'regisseur-zuid', 'regisseur-hoogeveen', 'privacy-officer', 'resident']) expect(await shown(persona)).toBe(0);
  });

  it('shows a partner no row of the household, its members or its bases', async () => {
    const work = api.app.get(UnitOfWork);
    const actor = {
      userId: await userId(api.db, 'humanitas'), organisationId: humanitas, municipalityId: family.municipalityId, roles: ['partner-worker' as const], teamIds: [], kind: 'user' as const,
    };
    for (const table of ['household', 'household_member', 'household_access', 'household_event', 'legal_basis']) {
      expect(await work.read(actor, { name: `rows-${table}`, text: `SELECT FROM ${table}` })).toEqual([]);
    }
  });
});
