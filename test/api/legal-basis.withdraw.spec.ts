import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral, recordBasis, sendReferral } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

describe('withdrawing a legal basis', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());

  const withdraw = (id: string | undefined, body: object = {}, household = family) =>
    api.as('regisseur').post(`/v1/households/${household.id}/legal-bases/${id}/withdrawal`, body);

  it('stops the referral that leans on it and tells the regisseur the next step', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds } = await aReferral(api, family, gkb);
    expect((await api.as('gkb').get(`/v1/referrals/${id}`)).body.sharedMembers).toHaveLength(1);
    const { status, body } = await withdraw(basisIds[0], { reason: 'Fatima wil dit niet meer.' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'withdrawn', version: 2, allowedActions: ['renew'], stoppedReferrals: [id], nextStep: expect.stringContaining('bel de partner') });
    expect(body.explanation).toMatch(/^Groningse Kredietbank ziet naam, .* van Fatima Bouzid niet meer: ingetrokken op /);
    const seen = await api.as('regisseur').get(`/v1/referrals/${id}`);
    expect(seen.body).toMatchObject({ state: 'cancelled', sharedMembers: [], nextStep: { who: 'Jij', text: expect.stringContaining('Bespreek met het gezin') } });
  });

  it('takes the fields, the question and the notes away from a partner whose screen is still open', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds } = await aReferral(api, family, gkb);
    await api.as('gkb').post(`/v1/referrals/${id}/acceptance`, { note: 'Mevrouw Bouzid bel ik morgen.' }, { version: 1 });
    await withdraw(basisIds[0]);
    const { status, body, text } = await api.as('gkb').get(`/v1/referrals/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'cancelled', sharedMembers: [], allowedActions: [] });
    expect(text).not.toMatch(/Bouzid|Fatima|0612345678|schulden/);
    const step = await api.as('gkb').post(`/v1/referrals/${id}/feedback`, { note: 'Toch nog iets' }, { version: body.version });
    expect([step.status, step.body.detail]).toEqual([409, 'Deze verwijzing is nu: ingetrokken. Dan kun je niet: een terugkoppeling geven.']);
  });

  it('tells an open screen that something changed, and nothing else', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds } = await aReferral(api, family, gkb);
    await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact']);
    const standing = async (persona = 'gkb') => (await api.as(persona).get(`/v1/referrals/${id}/standing`));
    const [before, same] = [await standing(), await standing()];
    expect([before.status, Object.keys(before.body).sort(), same.body]).toEqual([200, ['opens', 'version'], before.body]);
    expect(before.text).not.toMatch(/Fatima|Bouzid|0612345678/);
    // Also when the referral itself goes on, because another basis carries it.
    await withdraw(basisIds[0]);
    expect((await standing()).body).toMatchObject({ version: before.body.version, opens: expect.not.stringMatching(before.body.opens) });
    expect([(await standing('humanitas')).status, (await standing('regisseur-zuid')).status, (await standing('team-lead')).status]).toEqual([404, 404, 403]);
    expect(await api.db.query(`SELECT FROM audit_event WHERE action = 'referral.standing'`)).toEqual([]);
  });

  it('leaves a referral alone that another basis still carries', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds } = await aReferral(api, family, gkb);
    await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact', 'finances']);
    expect((await withdraw(basisIds[0])).body.stoppedReferrals).toEqual([]);
    expect((await api.as('gkb').get(`/v1/referrals/${id}`)).body).toMatchObject({ state: 'requested', sharedMembers: [{ name: 'Fatima Bouzid' }] });
  });

  it('leaves the referral to another organisation alone', async () => {
    family = await aHousehold(api.db);
    const { id } = await aReferral(api, family, await organisationId(api.db, 'Humanitas'));
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name']);
    expect((await withdraw(body.id)).body.stoppedReferrals).toEqual([]);
    expect((await api.as('humanitas').get(`/v1/referrals/${id}`)).body.state).toBe('requested');
  });

  it('succeeds without a version, with a stale one, and when the rest of the record is nonsense', async () => {
    family = await aHousehold(api.db);
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name']);
    // As if older rules had let it in.
    await api.db.query(`ALTER TABLE legal_basis DROP CONSTRAINT basis_names_categories, DROP CONSTRAINT basis_period_ordered, DROP CONSTRAINT basis_type_known`);
    await api.db.query(`UPDATE legal_basis SET data_categories = '{}', valid_until = '1999-01-01', type = 'unknown', article = '', purpose = '' WHERE id = $1`, [body.id]);
    await api.db.query(`ALTER TABLE legal_basis ADD CONSTRAINT basis_names_categories CHECK (state NOT IN ('proposed', 'active') OR cardinality(data_categories) > 0) NOT VALID`);
    const answer = await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${body.id}/withdrawal`, {}, { version: 99 });
    expect([answer.status, answer.body.state]).toEqual([200, 'withdrawn']);
    expect((await api.as('regisseur').get(`/v1/households/${family.id}/legal-bases`)).status).toBe(200);
  });

  it('is possible while a proposal, and only once', async () => {
    family = await aHousehold(api.db);
    const { body } = await recordBasis(api, family, 'Fatima', gkb, ['name']);
    await api.db.query(`UPDATE legal_basis SET state = 'proposed' WHERE id = $1`, [body.id]);
    expect((await withdraw(body.id)).status).toBe(200);
    const again = await withdraw(body.id);
    expect([again.status, again.body.detail]).toEqual([409, 'Deze grondslag is nu: ingetrokken. Dan kun je niet: intrekken.']);
  });

  it('can be followed by a new basis and a new referral', async () => {
    family = await aHousehold(api.db);
    const { basisIds } = await aReferral(api, family, gkb);
    await withdraw(basisIds[0]);
    expect((await sendReferral(api, family, gkb, { Fatima: ['name'] })).status).toBe(422);
    await recordBasis(api, family, 'Fatima', gkb, ['name']);
    expect((await sendReferral(api, family, gkb, { Fatima: ['name'] })).status).toBe(201);
  });

  it('tells the story, writes the audit and wakes the worker for the regisseur and the partner', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds } = await aReferral(api, family, gkb);
    await withdraw(basisIds[0]);
    const story = await api.db.query<{ text: string }>(`SELECT text FROM household_event WHERE household_id = $1 ORDER BY at DESC, id DESC LIMIT 2`, [family.id]);
    expect(story.map(({ text }) => text)).toEqual([
      'Een grondslag om gegevens te delen is ingetrokken. Er is een verwijzing gestopt.',
      'De verwijzing naar Groningse Kredietbank is gestopt: de grondslag om gegevens te delen is ingetrokken.',
    ]);
    const outbox = await api.db.query(`SELECT kind FROM outbox WHERE payload->>'basisId' = $1 OR payload->>'referralId' = $2 ORDER BY id`, [basisIds[0], id]);
    expect(outbox.map(({ kind }) => kind)).toEqual(['referral.requested', 'referral.answer-due', 'referral.stopped', 'legal-basis.withdrawn']);
    const [audit] = await api.db.query(`SELECT details FROM audit_event WHERE action = 'legal-basis.withdrawn' AND subject_id = $1`, [basisIds[0]]);
    expect(audit).toEqual({ details: { stoppedReferrals: 1 } });
  });

  it('does not reach a basis of another family through the URL of one\'s own', async () => {
    family = await aHousehold(api.db);
    const other = await aHousehold(api.db, { name: 'Familie Ander' });
    const { body } = await recordBasis(api, other, 'Fatima', gkb, ['name']);
    expect((await withdraw(body.id)).status).toBe(404);
    expect((await withdraw(newId())).status).toBe(404);
    expect((await withdraw('x')).status).toBe(404);
    expect((await withdraw(body.id, {}, other)).status).toBe(200);
  });

  it('stops exactly once when it is asked ten times at the same moment, also while the partner answers', async () => {
    family = await aHousehold(api.db);
    const { id, basisIds } = await aReferral(api, family, gkb);
    const answers = await Promise.all([
      api.as('gkb').post(`/v1/referrals/${id}/acceptance`, {}, { version: 1 }),
      ...Array.from({ length: 10 }, () => withdraw(basisIds[0])),
    ]);
    const [partner, ...withdrawals] = answers.map(({ status }) => status);
    expect([200, 409, 412]).toContain(partner);
    expect(withdrawals.toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    expect((await api.as('gkb').get(`/v1/referrals/${id}`)).body).toMatchObject({ state: 'cancelled', sharedMembers: [] });
  });
});
