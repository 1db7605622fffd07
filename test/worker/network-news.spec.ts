import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { addMonths } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { eventually, startWorker } from '../support/worker.js';
import { theDayInAmsterdam } from '../support/today.js';

const today = theDayInAmsterdam();
const BUDDY = { kind: 'buddy', relation: 'buddy', name: 'Loes Prins', agreement: 'yes', agreedOn: today, since: today };

describe('a buddy', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  let family: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
    family = await aHousehold(api.db);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const ends = (id: string) => api.db.query(
    `SELECT (due_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS on FROM reminder WHERE subject_id = $1 AND kind = 'buddy-ends' AND state = 'scheduled' ORDER BY due_at`, [id]);

  it('brings the colleague who backs up a message without a name, and the regisseur the end of the year and of the aftercare', async () => {
    const { body } = await api.as('regisseur').post(`/v1/households/${family.id}/network`, { ...BUDDY, backupUserId: await userId(api.db, 'case-worker') });
    const messages = await eventually(async () => (await api.as('case-worker').get('/v1/inbox')).body.items, (items: { link: string }[]) => items.some(({ link }) => link === '/achterwacht'));
    expect(JSON.stringify(messages)).not.toMatch(new RegExp(`Loes|Bouzid|${family.id}`));
    await eventually(() => ends(body.id), (days) => days.length === 2);
    expect(await ends(body.id)).toEqual([{ on: addMonths(today, 12) }, { on: addMonths(today, 18) }]);
  });

  it('who stops before is not called about, and a municipality sets its own term', async () => {
    await api.db.query(`UPDATE municipality SET settings = settings || '{"buddy": {"months": 6, "aftercareMonths": 3}}' WHERE id = $1`, [family.municipalityId]);
    const { body } = await api.as('regisseur').post(`/v1/households/${family.id}/network`, BUDDY);
    await eventually(() => ends(body.id), (days) => days.length === 2);
    expect(await ends(body.id)).toEqual([{ on: addMonths(today, 6) }, { on: addMonths(today, 9) }]);
    await api.as('regisseur').call('PUT', `/v1/households/${family.id}/network/${body.id}`, { body: { ...BUDDY, until: addMonths(today, 1) }, version: 1 });
    await eventually(() => ends(body.id), (days) => days.length === 0);
  });
});
