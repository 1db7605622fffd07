import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHandover, type HandoverFixture, TODAY, upTo } from '../support/handovers.js';
import { eventually, startWorker } from '../support/worker.js';

describe('what people hear of a hand-over', () => {
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

  const pageOf = ({ family }: HandoverFixture): string => `/gezinnen/${family.id}/overdracht`;
  const inbox = async (persona: string, link: string): Promise<string[]> =>
    (await api.as(persona).get('/v1/inbox?limit=100')).body.items.filter((item: { link: string }) => item.link === link).map(({ text }: { text: string }) => text);
  const hears = (persona: string, link: string, text: string) => eventually(() => inbox(persona, link), (texts) => texts.includes(text));
  const today = async (persona: string) => (await api.as(persona).get('/v1/today')).body;
  const reminders = (handover: HandoverFixture, state: string) => api.db.query('SELECT title, user_id FROM reminder WHERE subject_id = $1 AND state = $2', [handover.id, state]);
  /** As if so many days went by since the talk was to be; then the alarm rings. */
  const letPass = async ({ id }: HandoverFixture, days: number) => {
    await api.db.query('UPDATE handover SET talk_on = $2 WHERE id = $1', [id, addDays(TODAY, -days)]);
    await api.db.query(`INSERT INTO outbox (id, municipality_id, kind, payload, run_at) SELECT gen_random_uuid(), municipality_id, 'handover.due', jsonb_build_object('handoverId', id::text), now() FROM handover WHERE id = $1`, [id]);
    await eventually(() => api.db.query(`SELECT FROM outbox WHERE kind = 'handover.due' AND payload->>'handoverId' = $1 AND run_at <= now() AND done_at IS NULL`, [id]), (rows) => rows.length === 0);
  };

  it('the successor is asked, both follow each step, and it stands in the list of whose turn it is', async () => {
    const handover = await aHandover(api);
    await hears('regisseur-zuid', pageOf(handover), 'Er is een overdracht gepland.');
    expect(await inbox('regisseur', pageOf(handover))).toEqual([]);
    expect((await today('regisseur-zuid')).handovers).toContainEqual(expect.objectContaining({ handoverId: handover.id, state: 'proposed', householdName: 'Familie Bouzid', late: false }));
    expect((await today('regisseur')).handovers).not.toContainEqual(expect.objectContaining({ handoverId: handover.id }));
    // One by one: what is not true any more when the job comes to it is not told.
    await upTo(handover, 'accepted');
    await hears('regisseur', pageOf(handover), 'Een overdracht is aangenomen.');
    await handover.step('regisseur', 'talk', { heldOn: TODAY, memberIds: [handover.family.members['Fatima']] });
    await hears('regisseur-zuid', pageOf(handover), 'Het gesprek over een overdracht is geweest. Bevestig de overdracht.');
    for (const persona of ['regisseur', 'regisseur-zuid']) expect((await today(persona)).handovers).toContainEqual(expect.objectContaining({ handoverId: handover.id, state: 'talk-held' }));
    await handover.step('regisseur', 'confirmation');
    expect((await today('regisseur')).handovers).not.toContainEqual(expect.objectContaining({ handoverId: handover.id }));
    await handover.step('regisseur-zuid', 'confirmation');
    await hears('regisseur', '/gezinnen', 'Een overdracht is klaar.');
    await hears('regisseur-zuid', `/gezinnen/${handover.family.id}`, 'Een overdracht is klaar.');
  });

  it('when the day of the talk has passed both hear it, later the team lead, and it goes when it is done', async () => {
    const handover = await upTo(await aHandover(api), 'accepted');
    await letPass(handover, 4);
    await hears('regisseur-zuid', pageOf(handover), 'Een overdracht wacht. Kijk wat de volgende stap is.');
    expect((await today('regisseur')).reminders).toContainEqual(expect.objectContaining({ title: 'De overdracht wacht. Houd het gesprek of verzet het.' }));
    expect(await inbox('team-lead', pageOf(handover))).toEqual([]);
    await letPass(handover, 20);
    await hears('team-lead', pageOf(handover), 'Een overdracht in je team duurt te lang.');
    expect(await inbox('team-lead-zuid', pageOf(handover))).toEqual([]);
    await handover.step('team-lead', 'cancellation', { reason: 'Jelle blijft.' });
    await hears('regisseur', pageOf(handover), 'Een overdracht gaat niet door.');
    await hears('regisseur-zuid', '/gezinnen', 'Een overdracht gaat niet door.');
    expect(await reminders(handover, 'fired')).toEqual([]);
  });

  it('an alarm of a day that was moved, or of a hand-over that is over, says nothing', async () => {
    const handover = await upTo(await aHandover(api), 'done');
    await letPass(handover, 4);
    const moved = await aHandover(api);
    await letPass(moved, -3);
    expect([...(await reminders(handover, 'fired')), ...(await reminders(moved, 'fired'))]).toEqual([]);
  });

  it('after a switch with spoed the talk stands in the list of the new regisseur until it was held', async () => {
    const handover = await upTo(await aHandover(api), 'accepted');
    await handover.step('team-lead', 'urgent-switch', { reason: 'Jelle is ziek.' });
    const owed = await eventually(() => reminders(handover, 'scheduled'), (rows) => rows.length === 1);
    expect(owed).toEqual([expect.objectContaining({ title: expect.stringContaining('alsnog') })]);
    expect((await handover.step('regisseur-zuid', 'talk', { heldOn: TODAY, memberIds: [handover.family.members['Noor']] })).status).toBe(204);
    expect(await reminders(handover, 'scheduled')).toEqual([]);
  });
});
