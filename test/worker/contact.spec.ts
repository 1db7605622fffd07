import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Housekeeping } from '../../apps/worker/src/housekeeping/housekeeping.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis, sharesOf } from '../support/referrals.js';
import { eventually, startWorker } from '../support/worker.js';

describe('what happens by itself with drafts and meetings', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const typed = { kind: '', moment: '', memberIds: [], others: '', discussed: 'Nog bezig', nextStep: '', remind: '' };
  const draft = async (daysAgo: number): Promise<HouseholdFixture> => {
    const family = await aHousehold(api.db);
    await api.as('regisseur').call('PUT', `/v1/households/${family.id}/contact-draft`, { body: typed, version: 0 });
    await api.db.query(`UPDATE contact_draft SET saved_at = now() - make_interval(days => $2) WHERE household_id = $1`, [family.id, daysAgo]);
    return family;
  };
  const isThere = async ({ id }: HouseholdFixture): Promise<boolean> => (await api.db.query('SELECT FROM contact_draft WHERE household_id = $1', [id])).length > 0;

  it('a draft that nobody touched for a month goes; a municipality may choose fewer days', async () => {
    const [fresh, old] = [await draft(10), await draft(32)];
    await worker.get(Housekeeping).tidy();
    expect([await isThere(fresh), await isThere(old)]).toEqual([true, false]);
    await api.db.query(`UPDATE municipality SET settings = settings || '{"contacts": {"draftDays": 7}}' WHERE id = $1`, [fresh.municipalityId]);
    await worker.get(Housekeeping).tidy();
    expect(await isThere(fresh)).toBe(false);
  });

  it('open minutes come back to the organiser, once, without a name', async () => {
    const family = await aHousehold(api.db);
    const gkb = await organisationId(api.db, 'Groningse Kredietbank');
    await recordBasis(api, family, 'Fatima', gkb, ['name']);
    const { body: { id } } = await api.as('regisseur').post(`/v1/households/${family.id}/meetings`, {
      plannedAt: '2030-01-07T13:00:00Z', subject: 'Hoe het gaat', invited: [{ organisationId: gkb, shares: sharesOf(family, { Fatima: ['name'] }) }],
    });
    const [reminder] = await api.db.query<{ id: string }>(`UPDATE reminder SET due_at = now() - interval '1 minute' WHERE subject_id = $1 AND kind = 'meeting-minutes-due' RETURNING id`, [id]);
    await api.db.query(`UPDATE outbox SET run_at = now() WHERE payload->>'reminderId' = $1`, [reminder?.id]);
    const state = async () => (await api.db.query<{ state: string }>('SELECT state FROM reminder WHERE id = $1', [reminder?.id]))[0]?.state;
    await eventually(state, (now) => now === 'fired');
    const messages = await api.db.query<{ text: string }>('SELECT text FROM inbox_item WHERE cause = $1', [`reminder:${reminder?.id}`]);
    expect(messages).toEqual([{ text: 'Je hebt een herinnering.' }]);
  });
});
