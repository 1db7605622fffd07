import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { endAgreement, onlyAgreements } from '../support/agreements.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, organisationId } from '../support/households.js';
import { aReferral, recordBasis, sharesOf } from '../support/referrals.js';
import { eventually, startWorker } from '../support/worker.js';

interface Message {
  readonly text: string;
  readonly link: string;
}

describe('what follows from agreements and meetings', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const texts = async (persona: string, link: string): Promise<string[]> =>
    (await api.as(persona).get('/v1/inbox?limit=100')).body.items.filter((item: Message) => item.link === link).map((item: Message) => item.text);
  const hears = (persona: string, link: string, text: string) => eventually(() => texts(persona, link), (all) => all.includes(text));
  const rings = (kind: string, agreementId: string, validUntil: string) => api.db.query(
    `INSERT INTO outbox (id, municipality_id, kind, payload, run_at) SELECT gen_random_uuid(), municipality_id, $1, jsonb_build_object('agreementId', id::text, 'validUntil', $3::text), now()
     FROM data_sharing_agreement WHERE id = $2`, [kind, agreementId, validUntil]);
  const done = (agreementId: string) => eventually(
    () => api.db.query(`SELECT FROM outbox WHERE payload->>'agreementId' = $1 AND done_at IS NULL AND run_at <= now()`, [agreementId]), (open) => open.length === 0);

  it('the end of an agreement stops the referrals that leaned on it, tells both sides, and leaves the others alone', async () => {
    const [agreement] = await onlyAgreements(api.db, gkb, [{}]);
    const family = await aHousehold(api.db);
    const { id } = await aReferral(api, family, gkb);
    const humanitas = await organisationId(api.db, 'Humanitas');
    const { id: other } = await aReferral(api, await aHousehold(api.db), humanitas);
    await endAgreement(api, agreement);
    await hears('regisseur', `/verwijzingen/${id}`, 'Een verwijzing is gestopt. Kijk wat de volgende stap is.');
    await hears('gkb', `/verwijzingen/${id}`, 'Een verwijzing is gestopt. Kijk wat de volgende stap is.');
    expect(await api.db.query('SELECT id, state FROM referral WHERE id = ANY ($1) ORDER BY id', [[id, other].toSorted()])).toEqual(
      [{ id, state: 'cancelled' }, { id: other, state: 'requested' }].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    const { timeline } = (await api.as('regisseur').get(`/v1/households/${family.id}`)).body;
    expect(timeline[0]).toMatchObject({ kind: 'referral.stopped', text: 'De verwijzing naar Groningse Kredietbank is gestopt: er is geen privacyovereenkomst meer.', by: 'Naast' });
  });

  it('an agreement that was extended stops nothing when its old end rings', async () => {
    const [agreement = ''] = await onlyAgreements(api.db, gkb, [{ validUntil: '2031-01-01' }]);
    const { id } = await aReferral(api, await aHousehold(api.db), gkb);
    await rings('data-sharing-agreement.ended', agreement, '2026-11-01');
    await done(agreement);
    expect(await api.db.query('SELECT state FROM referral WHERE id = $1', [id])).toEqual([{ state: 'requested' }]);
  });

  it('the privacy officer hears of one that ends soon and of one that waits, and not of what is no longer so', async () => {
    const [agreement = ''] = await onlyAgreements(api.db, gkb, [{ state: 'taken-over', validUntil: '2031-01-01' }]);
    await rings('data-sharing-agreement.ending', agreement, '2030-06-01');
    await done(agreement);
    expect(await texts('privacy-officer', '/privacy/overeenkomsten')).toEqual([]);
    await rings('data-sharing-agreement.ending', agreement, '2031-01-01');
    await hears('privacy-officer', '/privacy/overeenkomsten', 'Een privacyovereenkomst loopt bijna af.');
    await rings('data-sharing-agreement.to-confirm', agreement, '2031-01-01');
    await hears('privacy-officer', '/privacy/overeenkomsten', 'Een privacyovereenkomst wacht op jouw controle.');
  });

  it('an invited organisation hears of a meeting and that it does not go on, without a name', async () => {
    await onlyAgreements(api.db, gkb, [{}]);
    const family = await aHousehold(api.db);
    await recordBasis(api, family, 'Fatima', gkb, ['name']);
    const path = `/v1/households/${family.id}/meetings`;
    const { body: { id } } = await api.as('regisseur').post(path, {
      plannedAt: '2030-01-01T10:00:00Z', subject: 'Over Fatima', invited: [{ organisationId: gkb, shares: sharesOf(family, { Fatima: ['name'] }) }],
    });
    await hears('gkb', '/overleggen', 'Je bent uitgenodigd voor een overleg.');
    await api.as('regisseur').post(`${path}/${id}/cancellation`, {}, { version: 1 });
    await hears('gkb', '/overleggen', 'Een overleg gaat niet door.');
    expect(await texts('humanitas', '/overleggen')).toEqual([]);
  });
});
