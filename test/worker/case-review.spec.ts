import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { type SpecApi, startApi } from '../support/api.js';
import { userId } from '../support/households.js';
import { eventually, startWorker } from '../support/worker.js';

describe('who is invited for a case review', () => {
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

  const INVITED = 'Je bent uitgenodigd voor een casuïstiek.';
  const TODAY = 'Je hebt vandaag een casuïstiek.';
  const CANCELLED = 'Een casuïstiek gaat niet door.';
  const planned = async (): Promise<string> => {
    const participantIds = [await userId(api.db, 'case-worker'), await userId(api.db, 'team-lead')];
    return (await api.as('regisseur').post('/v1/case-reviews', { plannedAt: '2030-03-11T13:00:00Z', title: 'Gezinnen met schulden', participantIds })).body.id;
  };
  const texts = async (persona: string, id: string): Promise<string[]> =>
    (await api.as(persona).get('/v1/inbox?limit=100')).body.items.filter(({ link }: { link: string }) => link === `/overleggen/casuistiek/${id}`).map(({ text }: { text: string }) => text);
  const hears = (persona: string, id: string, text: string) => eventually(() => texts(persona, id), (all) => all.includes(text));
  const morningOf = (id: string) => api.db.query(`UPDATE outbox SET run_at = now() WHERE payload->>'reviewId' = $1 AND kind = 'case-review.today' RETURNING id`, [id]);
  const done = (id: string) => eventually(() => api.db.query(`SELECT FROM outbox WHERE payload->>'reviewId' = $1 AND done_at IS NULL`, [id]), (open) => open.length === 0);

  it('hears it at once and on the morning itself; who organises it only then', async () => {
    const id = await planned();
    for (const persona of ['case-worker', 'team-lead']) await hears(persona, id, INVITED);
    expect(await api.db.query(`SELECT run_at FROM outbox WHERE payload->>'reviewId' = $1 AND kind = 'case-review.today'`, [id])).toEqual([{ run_at: new Date('2030-03-11T06:00:00Z') }]);
    await morningOf(id);
    for (const persona of ['regisseur', 'case-worker']) await hears(persona, id, TODAY);
    expect(await texts('regisseur', id)).toEqual([TODAY]);
  });

  it('hears that it does not go on, and then nothing on the day', async () => {
    const id = await planned();
    await hears('case-worker', id, INVITED);
    expect((await api.as('regisseur').post(`/v1/case-reviews/${id}/cancellation`, undefined, { version: 1 })).status).toBe(204);
    await hears('case-worker', id, CANCELLED);
    await morningOf(id);
    await done(id);
    expect([(await texts('case-worker', id)).toSorted(), await texts('regisseur', id)]).toEqual([[CANCELLED, INVITED].toSorted(), []]);
  });
});
