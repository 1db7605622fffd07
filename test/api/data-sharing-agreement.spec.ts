import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { agreementBody, endAgreement, onlyAgreements } from '../support/agreements.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, organisationId } from '../support/households.js';
import { aReferral, recordBasis, sendReferral, sharesOf } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const PATH = '/v1/data-sharing-agreements';

describe('what organisations agreed before they share', () => {
  let api: SpecApi;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());
  beforeEach(() => onlyAgreements(api.db, gkb, [{}]));

  const list = async (persona = 'privacy-officer') => (await api.as(persona).get(`${PATH}?limit=100`)).body.items;
  const confirm = (id: string, body: object = agreementBody(), version = 1, persona = 'privacy-officer') =>
    api.as(persona).call('PATCH', `${PATH}/${id}`, { body, version });
  const record = (more: object = {}, persona = 'privacy-officer') => api.as(persona).post(PATH, { ...agreementBody(more), organisationId: gkb, ...more });
  const seen = async (id: string) => (await api.as('gkb').get(`/v1/referrals/${id}`)).body.sharedMembers;

  it('without one nothing is sent, and the refusal says so', async () => {
    await onlyAgreements(api.db, gkb, []);
    const family = await aHousehold(api.db);
    await recordBasis(api, family, 'Fatima', gkb, ['name']);
    const sent = await sendReferral(api, family, gkb, { Fatima: ['name'] });
    expect(sent.status).toBe(422);
    expect(sent.body).toMatchObject({
      detail: 'Delen met Groningse Kredietbank kan nog niet. Met Groningse Kredietbank is geen privacyovereenkomst.',
      errors: [{ field: 'shares.0.name', message: 'Met Groningse Kredietbank is geen privacyovereenkomst.' }],
    });
    const preview = await api.as('regisseur').post(`/v1/households/${family.id}/sharing-preview`, { toOrganisationId: gkb, shares: sharesOf(family, { Fatima: ['name'] }) });
    expect(preview.body).toMatchObject({ allowed: false, missing: [{ message: 'Met Groningse Kredietbank is geen privacyovereenkomst.' }] });
  });

  it('nothing is sent that it does not name', async () => {
    await onlyAgreements(api.db, gkb, [{ categories: ['contact'] }]);
    const family = await aHousehold(api.db);
    await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact']);
    const sent = await sendReferral(api, family, gkb, { Fatima: ['name', 'contact'] });
    expect(sent.body.errors).toEqual([{ field: 'shares.0.name', message: 'De privacyovereenkomst met Groningse Kredietbank gaat niet over de naam.' }]);
    expect((await sendReferral(api, family, gkb, { Fatima: ['contact'] })).status).toBe(201);
  });

  it('a new one opens nothing until the privacy officer confirms it as it was signed', async () => {
    await onlyAgreements(api.db, gkb, []);
    const family = await aHousehold(api.db);
    await recordBasis(api, family, 'Fatima', gkb, ['name']);
    const { body: { id }, status } = await record({ signedOn: undefined });
    expect(status).toBe(201);
    expect(await list()).toContainEqual(expect.objectContaining({ id, state: 'proposed', inForce: false, allowedActions: ['confirm', 'end'] }));
    expect((await sendReferral(api, family, gkb, { Fatima: ['name'] })).status).toBe(422);
    const unsigned = await confirm(id, agreementBody({ signedOn: undefined }));
    expect([unsigned.status, unsigned.body.errors]).toEqual([422, [{ field: 'signedOn', message: 'Vul in op welke dag de overeenkomst is ondertekend.' }]]);
    expect((await confirm(id)).status).toBe(204);
    expect(await list()).toContainEqual(expect.objectContaining({ id, state: 'active', standing: 'geldig', inForce: true, version: 2, allowedActions: ['end'] }));
    expect((await sendReferral(api, family, gkb, { Fatima: ['name'] })).status).toBe(201);
  });

  it('one that an upgrade took over holds, and waits to be confirmed', async () => {
    const [id] = await onlyAgreements(api.db, gkb, [{ state: 'taken-over' }]);
    const { id: referral } = await aReferral(api, await aHousehold(api.db), gkb);
    expect(await seen(referral)).toHaveLength(1);
    expect(await list()).toContainEqual(expect.objectContaining({ id, inForce: true, standing: 'overgenomen, nog te controleren', allowedActions: ['confirm', 'end'] }));
    expect((await confirm(id ?? '')).status).toBe(204);
    expect(await seen(referral)).toHaveLength(1);
  });

  it('its end empties the open screen of the partner at once, and says beforehand how many referrals stop', async () => {
    const [id] = await onlyAgreements(api.db, gkb, [{}]);
    const { id: referral } = await aReferral(api, await aHousehold(api.db), gkb);
    expect(await seen(referral)).toEqual([expect.objectContaining({ name: 'Fatima Bouzid' })]);
    const touched = (await list()).find((one: { id: string }) => one.id === id).openReferrals;
    expect(touched).toBeGreaterThan(0);
    const ended = await endAgreement(api, id);
    expect([ended.status, ended.body]).toEqual([200, { stoppedReferrals: touched }]);
    expect(await seen(referral)).toEqual([]);
    expect((await api.as('gkb').post(`/v1/referrals/${referral}/acceptance`, {}, { version: 1 })).status).toBe(422);
    expect((await endAgreement(api, id)).status).toBe(409);
  });

  it('a second agreement carries what the first one leaves', async () => {
    const [first] = await onlyAgreements(api.db, gkb, [{ categories: ['name', 'contact'] }, {}]);
    const { id: referral } = await aReferral(api, await aHousehold(api.db), gkb);
    expect((await endAgreement(api, first)).body).toEqual({ stoppedReferrals: 0 });
    expect(await seen(referral)).toHaveLength(1);
  });

  it('its last day is over at midnight without anybody doing something', async () => {
    const { id: referral } = await aReferral(api, await aHousehold(api.db), gkb);
    await onlyAgreements(api.db, gkb, [{ validUntil: '2026-03-02' }]);
    expect(await seen(referral)).toEqual([]);
    expect((await list()).find((one: { organisation: { id: string } }) => one.organisation.id === gkb)).toMatchObject({ inForce: false, standing: 'verlopen' });
  });

  it('what the partner reads names the first end of basis and agreement', async () => {
    await onlyAgreements(api.db, gkb, [{ validUntil: '2026-06-01' }]);
    const { id } = await aReferral(api, await aHousehold(api.db), gkb);
    expect(await seen(id)).toEqual([expect.objectContaining({ until: '2026-06-01' })]);
  });

  it('confirming sets the alarm for 60 days before the end, and for the end, with ids only', async () => {
    const { body: { id } } = await record();
    await confirm(id);
    const rows = await api.db.query(`SELECT kind, payload, run_at FROM outbox WHERE payload->>'agreementId' = $1 ORDER BY run_at`, [id]);
    expect(rows).toEqual([
      { kind: 'data-sharing-agreement.ending', payload: { agreementId: id, validUntil: '2028-03-01' }, run_at: new Date('2028-01-01T08:00:00Z') },
      { kind: 'data-sharing-agreement.ended', payload: { agreementId: id, validUntil: '2028-03-01' }, run_at: new Date('2028-02-29T23:01:00Z') },
    ]);
  });

  it('a confirmation on an old version, and one without a version, is refused', async () => {
    const { body: { id } } = await record();
    expect((await confirm(id, agreementBody(), 7)).status).toBe(412);
    expect((await api.as('privacy-officer').call('PATCH', `${PATH}/${id}`, { body: agreementBody() })).status).toBe(428);
  });

  it.each<[string, object, string]>([
    ['that ends before it begins', { validFrom: '2026-06-01', validUntil: '2026-05-01' }, 'validUntil'],
    ['that is over already', { validFrom: '2025-01-01', validUntil: '2026-03-02' }, 'validUntil'],
    ['for longer than six years', { validUntil: '2032-03-02' }, 'validUntil'],
    ['signed tomorrow', { signedOn: '2026-03-03' }, 'signedOn'],
    ['about nothing', { categories: [] }, 'categories'],
    ['about a BSN', { categories: ['bsn'] }, 'categories'],
    ['without a title', { title: ' ' }, 'title'],
    ['in a state of one’s own', { state: 'active' }, 'state'],
  ])('an agreement %s is refused by the field', async (_, more, field) => {
    const refused = await record(more);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('an organisation that does not work here is refused', async () => {
    for (const stranger of [newId(), await organisationId(api.db, 'SWW')]) {
      expect((await api.as('privacy-officer').post(PATH, { ...agreementBody(), organisationId: stranger })).body.errors).toEqual([expect.objectContaining({ field: 'organisationId' })]);
    }
  });

  it.each([
    ['a regisseur', 'regisseur', 403], ['a team lead', 'team-lead', 403], ['the partner itself', 'gkb', 403], ['a policy adviser', 'policy-adviser', 403],
    ['somebody of another municipality', 'regisseur-hoogeveen', 403],
  ])('%s writes, confirms and ends none', async (_, persona, status) => {
    const [id = ''] = await onlyAgreements(api.db, gkb, [{ state: 'taken-over' }]);
    expect((await record({}, persona)).status).toBe(status);
    expect((await confirm(id, agreementBody(), 1, persona)).status).toBe(status);
    expect((await api.as(persona).post(`${PATH}/${id}/end`, { reason: 'Zomaar.' })).status).toBe(status);
  });

  it('a partner reads its own and no other; another municipality reads none of ours; residents and policy advisers read none', async () => {
    const names = async (persona: string) => new Set((await list(persona)).map((one: { organisation: { name: string } }) => one.organisation.name));
    expect(await names('gkb')).toEqual(new Set(['Groningse Kredietbank']));
    expect((await list('gkb'))[0]).toMatchObject({ openReferrals: null, allowedActions: [] });
    expect(await names('regisseur')).toEqual(new Set(['Groningse Kredietbank', 'Humanitas', 'Directie IDV', 'Directie W&P']));
    const theirs = await list('regisseur-hoogeveen');
    const ours = (await list()).map(({ id }: { id: string }) => id);
    expect(theirs.filter(({ id }: { id: string }) => ours.includes(id))).toEqual([]);
    for (const persona of ['resident', 'policy-adviser']) expect((await api.as(persona).get(PATH)).status).toBe(403);
  });

  it('says nothing more about one of another municipality than about one that does not exist', async () => {
    const [theirs] = await api.db.query<{ id: string }>(`SELECT g.id FROM data_sharing_agreement g JOIN municipality m ON m.id = g.municipality_id WHERE m.name = 'Hoogeveen'`);
    const answers = await Promise.all([theirs?.id ?? '', newId()].map((id) => endAgreement(api, id)));
    expect(answers.map(({ status, body }) => [status, body.detail])).toEqual([[404, answers[1]?.body.detail], [404, answers[1]?.body.detail]]);
  });
});
