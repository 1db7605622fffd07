import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral, recordBasis, sendReferral } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const clock = new SetClock();
let api: SpecApi;
let family: HouseholdFixture;
let gkb: string;
let humanitas: string;
beforeAll(async () => {
  api = await startApi({ clock });
  gkb = await organisationId(api.db, 'Groningse Kredietbank');
  humanitas = await organisationId(api.db, 'Humanitas');
});
afterAll(() => api.close());
beforeEach(async () => {
  clock.set('2026-03-02T10:00:00Z');
  family = await aHousehold(api.db);
});

const at = (basisId: string, what: string, household = family): string => `/v1/households/${household.id}/legal-bases/${basisId}/${what}`;
const renew = (basisId: string, more: object = {}, household = family) =>
  api.as('regisseur').post(at(basisId, 'renewal', household), { validFrom: '2026-03-02', validUntil: '2027-03-01', proof: 'signed-form', freelyGivenReason: 'Zonder ja gaat de hulp door.', ...more });
const withdraw = (basisId: string) => api.as('regisseur').post(at(basisId, 'withdrawal'), {});
const stateOf = async (id: string) => (await api.db.query<{ state: string }>('SELECT state FROM legal_basis WHERE id = $1', [id]))[0]?.state;

describe('the consequence of a withdrawal, beforehand', () => {
  it('names what stops, what is seen no more and what to do then, and changes nothing', async () => {
    const { id, basisIds: [basis = ''] } = await aReferral(api, family, humanitas);
    const { status, body } = await api.as('regisseur').get(at(basis, 'withdrawal-preview'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      stops: [{ referralId: id, toOrganisation: { name: 'Humanitas' }, standing: 'gevraagd' }], goesOn: [],
      sentence: 'Dit stopt: verwijzing naar Humanitas (gevraagd). Humanitas ziet via deze grondslag meteen niets meer van Fatima Bouzid.',
      nextStep: expect.stringContaining('bel de partner'),
    });
    expect([await stateOf(basis), (await api.as('humanitas').get(`/v1/referrals/${id}`)).body.state]).toEqual(['active', 'requested']);
    const done = await withdraw(basis);
    expect([done.body.stoppedReferrals, done.body.nextStep]).toEqual([[id], body.nextStep]);
  });

  it('names what goes on, because another basis carries it; the withdrawal then does the same', async () => {
    const { id, basisIds: [basis = ''] } = await aReferral(api, family, gkb);
    await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact']);
    const { body } = await api.as('regisseur').get(at(basis, 'withdrawal-preview'));
    expect([body.stops, body.goesOn.map(({ referralId }: { referralId: string }) => referralId)]).toEqual([[], [id]]);
    expect(body.sentence).toMatch(/^Er stopt geen verwijzing\./);
    expect((await withdraw(basis)).body.stoppedReferrals).toEqual([]);
  });

  it('leaves a line in the audit, and is not there for a basis of another family', async () => {
    const { basisIds: [basis = ''] } = await aReferral(api, family, gkb);
    const mine = await aHousehold(api.db, { name: 'Familie Ander' });
    expect((await api.as('regisseur').get(at(basis, 'withdrawal-preview', mine))).status).toBe(404);
    expect((await api.as('regisseur-zuid').get(at(basis, 'withdrawal-preview'))).status).toBe(404);
    await api.as('regisseur').get(at(basis, 'withdrawal-preview'));
    expect(await api.db.query(`SELECT subject_id FROM audit_event WHERE action = 'legal-basis.withdrawal-previewed' AND household_id = $1`, [family.id])).toEqual([{ subject_id: basis }]);
  });
});

describe('renewing a basis', () => {
  it('puts a new one in the place of one that runs; the referral goes on without a gap', async () => {
    const { id, basisIds: [old = ''] } = await aReferral(api, family, humanitas);
    const { status, body } = await renew(old);
    expect([status, body.state, body.followsId, body.dataCategories, body.toOrganisation.name]).toEqual([201, 'active', old, ['name', 'contact'], 'Humanitas']);
    expect(await stateOf(old)).toBe('superseded');
    expect((await api.as('humanitas').get(`/v1/referrals/${id}`)).body).toMatchObject({ state: 'requested', sharedMembers: [{ name: 'Fatima Bouzid', phone: '0612345678', until: '2027-03-01' }] });
    expect((await renew(old)).status).toBe(409);
  });

  it('stops a referral that shares more than the new one opens', async () => {
    const { id, basisIds: [old = ''] } = await aReferral(api, family, humanitas);
    expect((await renew(old, { dataCategories: ['name'] })).status).toBe(201);
    expect((await api.as('humanitas').get(`/v1/referrals/${id}`)).body).toMatchObject({ state: 'cancelled', sharedMembers: [] });
  });

  it('that starts later leaves the old one until then', async () => {
    const { basisIds: [old = ''] } = await aReferral(api, family, humanitas);
    expect((await renew(old, { validFrom: '2027-01-01', validUntil: '2027-12-31' })).status).toBe(201);
    expect(await stateOf(old)).toBe('active');
  });

  it('after a no a new yes works: what was withdrawn stays so, and the family can be referred again', async () => {
    const { basisIds: [old = ''] } = await aReferral(api, family, humanitas);
    await withdraw(old);
    expect((await sendReferral(api, family, humanitas, { Fatima: ['name'] })).status).toBe(422);
    const again = await renew(old);
    expect([again.status, again.body.followsId, await stateOf(old)]).toEqual([201, old, 'withdrawn']);
    expect((await sendReferral(api, family, humanitas, { Fatima: ['name'] })).status).toBe(201);
  });

  it('asks again what happens when the resident says no, and keeps to the catalogue', async () => {
    const { basisIds: [old = ''] } = await aReferral(api, family, humanitas);
    const fieldsOf = async (more: object) => { const { status, body } = await renew(old, more); return [status, body.errors?.map(({ field }: { field: string }) => field)]; };
    expect(await fieldsOf({ freelyGivenReason: undefined })).toEqual([400, ['freelyGivenReason']]);
    expect(await fieldsOf({ validUntil: '2027-03-03' })).toEqual([400, ['validUntil']]);
    expect(await fieldsOf({ catalogueCode: 'wgs', type: 'statutory-task', article: 'Wgs art. 8', purpose: 'Schulden op een rij zetten' })).toEqual([400, ['toOrganisationId']]);
  });

  it('a basis from before the catalogue is renewed under a line of it', async () => {
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name']);
    await api.db.query('UPDATE legal_basis SET catalogue_code = NULL WHERE id = $1', [body.id]);
    expect((await renew(body.id)).body.errors[0].field).toBe('catalogueCode');
    expect((await renew(body.id, { catalogueCode: 'wgs' })).status).toBe(201);
  });

  it('is not there for a basis of another family', async () => {
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name']);
    expect((await renew(body.id, {}, await aHousehold(api.db, { name: 'Familie Ander' }))).status).toBe(404);
    expect((await api.as('privacy-officer').post(at(body.id, 'renewal'), {})).status).toBe(403);
  });
});

describe('the privacy officer, asked by a resident', () => {
  it('withdraws: the door is shut at once, a job stops the referral and tells the regisseur', async () => {
    const { id, basisIds: [basis = ''] } = await aReferral(api, family, humanitas);
    const { status, body } = await api.as('privacy-officer').post(at(basis, 'withdrawal'), { reason: 'Op verzoek van mevrouw' });
    expect([status, body.state, body.memberName]).toEqual([200, 'withdrawn', 'dit gezinslid']);
    const seen = await api.as('humanitas').get(`/v1/referrals/${id}`);
    expect([seen.body.sharedMembers, seen.text.includes('Bouzid')]).toEqual([[], false]);
    expect(await api.db.query(`SELECT kind FROM outbox WHERE payload->>'basisId' = $1`, [basis])).toEqual([{ kind: 'legal-basis.withdrawn-on-request' }]);
    expect((await api.as('privacy-officer').post(at(basis, 'withdrawal', { ...family, id: '018f0000-0000-7000-8000-000000000000' }), {})).status).toBe(404);
  });
});
