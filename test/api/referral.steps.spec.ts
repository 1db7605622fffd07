import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, organisationId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const contact = { contactedOn: '2026-03-02', kind: 'phone', note: 'Gebeld' };
const refusal = { code: 'no-capacity', explanation: 'We zitten vol tot de zomer.', nextStep: 'Vraag Humanitas.' };

describe('the steps of a referral', () => {
  let api: SpecApi;
  let gkb: string;
  let id: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  beforeEach(async () => {
    ({ id } = await aReferral(api, await aHousehold(api.db), gkb));
  });
  afterAll(() => api.close());

  const step = (name: string, body: object, version: number, persona = 'gkb') => api.as(persona).post(`/v1/referrals/${id}/${name}`, body, { version });

  it('let exactly one of ten simultaneous answers win', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => step('acceptance', {}, 1)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    expect(await api.db.query(`SELECT FROM referral_event WHERE referral_id = $1 AND kind = 'accepted'`, [id])).toHaveLength(1);
    expect(await api.db.query(`SELECT FROM outbox WHERE payload->>'referralId' = $1 AND kind = 'referral.answered'`, [id])).toHaveLength(1);
  });

  it('give a repeated answer with the same key the first result', async () => {
    const post = () => api.as('gkb').post(`/v1/referrals/${id}/acceptance`, {}, { version: 1, headers: { 'idempotency-key': `accept-${id}` } });
    const [first, again] = [await post(), await post()];
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('refuse a stale version, and ask for one when it is missing', async () => {
    await step('acceptance', {}, 1);
    const stale = await step('first-contact', contact, 1);
    expect([stale.status, stale.body.detail]).toEqual([412, 'Deze verwijzing is net gewijzigd. Lees haar opnieuw en probeer het dan nog eens.']);
    expect((await api.as('gkb').post(`/v1/referrals/${id}/first-contact`, contact)).status).toBe(428);
  });

  it('carry with a refusal why, and what the family can do next', async () => {
    const answer = await step('rejection', refusal, 1);
    expect(answer.body).toMatchObject({ state: 'rejected', allowedActions: [], nextStep: { who: 'Jelle Hoekstra' } });
    const { body } = await api.as('regisseur').get(`/v1/referrals/${id}`);
    expect(body).toMatchObject({ state: 'rejected', sharedMembers: [], refusal: { ...refusal, label: 'Geen plek' }, nextStep: { who: 'Jij' } });
    expect(body.events.at(-1).text).toBe(
      'Groningse Kredietbank kan de verwijzing niet aannemen: geen plek.\nWe zitten vol tot de zomer.\nVolgende stap: Vraag Humanitas.');
  });

  it.each([
    ['code', { ...refusal, code: 'no-zin' }], ['explanation', { ...refusal, explanation: ' ' }], ['nextStep', { ...refusal, nextStep: undefined }],
    ['nextStep', { ...refusal, nextStep: 'x'.repeat(1_001) }], ['explanation', { ...refusal, explanation: ['a'] }], ['extra', { ...refusal, extra: 1 }],
  ])('refuse a refusal whose %s is not right', async (field, body) => {
    const answer = await step('rejection', body, 1);
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });

  it.each([
    ['a day that must still come', { contactedOn: '2026-03-03' }, 'contactedOn'],
    ['a day before the referral', { contactedOn: '2026-03-01' }, 'contactedOn'],
    ['a day that does not exist', { contactedOn: '2026-02-30' }, 'contactedOn'],
    ['a kind that does not exist', { kind: 'telepathy' }, 'kind'],
    ['a note with a NUL', { note: 'a\u0000' }, 'note'],
    ['no note', { note: '' }, 'note'],
  ])('refuse a first contact on %s', async (_, more, field) => {
    await step('acceptance', {}, 1);
    const answer = await step('first-contact', { ...contact, ...more }, 2);
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });

  it('keep a script tag as plain text', async () => {
    await step('acceptance', { note: '<script>alert(1)</script>' }, 1);
    const { body } = await api.as('regisseur').get(`/v1/referrals/${id}`);
    expect(body.events.at(-1).text).toContain('<script>alert(1)</script>');
  });

  it('come in their own order: a state that does not fit is explained in Dutch', async () => {
    const early = await step('first-contact', contact, 1);
    expect([early.status, early.body.detail]).toEqual([409, 'Deze verwijzing is nu: gevraagd. Dan kun je niet: het eerste contact vastleggen.']);
    await step('acceptance', {}, 1);
    expect((await step('completion', { outcome: 'Klaar' }, 2)).status).toBe(409);
    expect((await step('rejection', refusal, 2)).status).toBe(409);
    await step('first-contact', contact, 2);
    expect((await step('cancellation', { reason: 'Toch niet' }, 3, 'regisseur')).status).toBe(409);
    expect((await step('first-contact', contact, 3)).status).toBe(409);
  });

  it('let the regisseur take the question back before the first contact, with a reason', async () => {
    expect((await step('cancellation', { reason: '' }, 1, 'regisseur')).status).toBe(400);
    const answer = await step('cancellation', { reason: 'Het gezin verhuist.' }, 1, 'regisseur');
    expect(answer.body).toMatchObject({ state: 'cancelled', nextStep: { who: 'Jij' } });
    const { body, text } = await api.as('gkb').get(`/v1/referrals/${id}`);
    expect([body.state, body.sharedMembers]).toEqual(['cancelled', []]);
    expect(text).not.toContain('verhuist');
  });

  it('belong each to their own side', async () => {
    for (const [name, body] of [['acceptance', {}], ['rejection', refusal], ['first-contact', contact], ['feedback', { note: 'x' }], ['completion', { outcome: 'x' }]] as const) {
      expect((await step(name, body, 1, 'regisseur')).status).toBe(403);
    }
    expect((await step('cancellation', { reason: 'x' }, 1, 'gkb')).status).toBe(403);
  });

  it('write nothing at all when something fails halfway', async () => {
    await api.db.query(`ALTER TABLE outbox ADD CONSTRAINT broken CHECK (kind <> 'referral.answered') NOT VALID`);
    const answer = await step('acceptance', {}, 1);
    await api.db.query('ALTER TABLE outbox DROP CONSTRAINT broken');
    expect(answer.status).toBe(500);
    expect(await api.db.query(`SELECT state, version FROM referral WHERE id = $1`, [id])).toEqual([{ state: 'requested', version: 1 }]);
    expect(await api.db.query(`SELECT FROM referral_event WHERE referral_id = $1 AND kind = 'accepted'`, [id])).toHaveLength(0);
  });
});
