import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Housekeeping } from '../../apps/worker/src/housekeeping/housekeeping.js';
import { type SpecApi, startApi } from '../support/api.js';
import { breakGlass, letTheWindowPass } from '../support/break-glass.js';
import { aHousehold } from '../support/households.js';
import { addRole } from '../support/reports.js';
import { eventually, startWorker } from '../support/worker.js';

const USED = 'Iemand heeft een dossier met spoed geopend. Kijk dit na.';
const STILL = 'Een noodtoegang is nog niet nagekeken.';

describe('who hears that somebody broke the glass', () => {
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

  const inbox = async (persona: string, id: string): Promise<string[]> => {
    const { items } = (await api.as(persona).get('/v1/inbox?limit=100')).body as { items: { link: string; text: string }[] };
    return items.filter(({ link }) => link === `/privacy/noodtoegang/${id}`).map(({ text }) => text);
  };
  const hears = (persona: string, id: string, text: string, times = 1) =>
    eventually(() => inbox(persona, id), (texts) => texts.filter((one) => one === text).length === times);
  /** As if the working days have passed. */
  const letTheDaysPass = (id: string) =>
    api.db.query(`UPDATE outbox SET run_at = now() WHERE kind = 'break-glass.review-due' AND done_at IS NULL AND payload->>'breakGlassId' = $1`, [id]);
  const rounds = (id: string, done: boolean) =>
    api.db.query(`SELECT payload->>'round' AS round FROM outbox WHERE kind = 'break-glass.review-due' AND payload->>'breakGlassId' = $1 AND (done_at IS NOT NULL) = $2`, [id, done]);

  it('the team lead of the family and every privacy officer of the municipality, at once; nobody else', async () => {
    const { body } = await breakGlass(api, 'regisseur-zuid', await aHousehold(api.db));
    for (const persona of ['team-lead', 'privacy-officer', 'privacy-officer-2']) await hears(persona, body.id, USED);
    for (const persona of ['team-lead-zuid', 'privacy-officer-hoogeveen', 'team-lead-hoogeveen', 'regisseur', 'gkb', 'regisseur-zuid']) expect(await inbox(persona, body.id)).toEqual([]);
  });

  it('says nothing of the family or of who it was', async () => {
    const family = await aHousehold(api.db);
    const { body } = await breakGlass(api, 'regisseur-zuid', family);
    await hears('privacy-officer', body.id, USED);
    const rows = await api.db.query<{ all: string }>(`SELECT row_to_json(i)::text AS all FROM inbox_item i WHERE link LIKE '%' || $1
      UNION ALL SELECT row_to_json(o)::text FROM outbox o WHERE payload->>'breakGlassId' = $1`, [body.id]);
    expect(rows.length).toBeGreaterThan(3);
    for (const { all } of rows) for (const word of ['Bouzid', 'Lars', 'Feenstra', family.caseNumber, 'crisislijn']) expect(all).not.toContain(word);
  });

  it('who used it is not their own alarm, also not as team lead and privacy officer at once', async () => {
    await addRole(api.db, 'team-lead', 'privacy-officer', 'WIJ Noord');
    const { body } = await breakGlass(api, 'team-lead', await aHousehold(api.db));
    await hears('privacy-officer', body.id, USED);
    expect(await inbox('team-lead', body.id)).toEqual([]);
    await api.db.query(`DELETE FROM user_role WHERE role = 'privacy-officer' AND user_id = (SELECT id FROM app_user WHERE subject = 'team-lead')`);
  });

  it('nobody looked for five working days: the privacy officer hears it again, and again until somebody did', async () => {
    const { body } = await breakGlass(api, 'regisseur-zuid', await aHousehold(api.db));
    await hears('privacy-officer', body.id, USED);
    await letTheDaysPass(body.id);
    await hears('privacy-officer', body.id, STILL);
    await letTheDaysPass(body.id);
    await hears('privacy-officer', body.id, STILL, 2);
    expect(await rounds(body.id, false)).toEqual([{ round: '3' }]);
    expect(await inbox('team-lead', body.id)).toEqual([USED]);
    const [{ ahead } = { ahead: false }] = await api.db.query<{ ahead: boolean }>(`SELECT run_at > now() + interval '4 days' AS ahead FROM outbox WHERE kind = 'break-glass.review-due' AND payload->>'breakGlassId' = $1 AND done_at IS NULL`, [body.id]);
    expect(ahead).toBe(true);
  });

  it('what was reviewed is not brought up again, and who used it hears that there is an outcome', async () => {
    const { body } = await breakGlass(api, 'regisseur-zuid', await aHousehold(api.db));
    await letTheWindowPass(api, body.id);
    await api.as('privacy-officer').post(`/v1/break-glass/${body.id}/review`, { outcome: 'justified', note: 'Er was crisis.' }, { version: 1 });
    await hears('regisseur-zuid', body.id, 'Je noodtoegang is nagekeken.');
    await letTheDaysPass(body.id);
    await eventually(() => rounds(body.id, true), (rows) => rows.length === 1);
    expect(await rounds(body.id, false)).toEqual([]);
    expect(await inbox('privacy-officer', body.id)).not.toContain(STILL);
  });

  it('tidies rows of access that are over for a day; those of today stay, and open nothing', async () => {
    const [old, recent] = await Promise.all([1, 2].map(async () => (await breakGlass(api, 'regisseur-zuid', await aHousehold(api.db))).body.id as string));
    await api.db.query(`UPDATE household_access SET since = now() - interval '3 days', until = now() - interval '2 days' WHERE cause_id = $1`, [old]);
    await letTheWindowPass(api, recent ?? '');
    await worker.get(Housekeeping).tidy();
    expect(await api.db.query('SELECT cause_id AS id FROM household_access WHERE cause_id = ANY ($1)', [[old, recent]])).toEqual([{ id: recent }]);
  });

  it('the former regisseur and the substitute hear what changed for them', async () => {
    const family = await aHousehold(api.db);
    await api.as('team-lead').post(`/v1/households/${family.id}/assignments/${family.assignmentId}/end`, { reason: 'Ander team.' }, { version: 1 });
    const texts = async (persona: string) => ((await api.as(persona).get('/v1/inbox?limit=100')).body.items as { text: string }[]).map(({ text }) => text);
    await eventually(() => texts('regisseur'), (all) => all.includes('Je bent geen regisseur meer van een gezin.'));
    const [{ id } = { id: '' }] = await api.db.query<{ id: string }>(`SELECT id FROM app_user WHERE subject = 'regisseur-zuid'`);
    const { body } = await api.as('regisseur').post('/v1/substitutions', { substituteId: id, firstDay: '2027-02-01', lastDay: '2027-02-05' });
    await eventually(() => texts('regisseur-zuid'), (all) => all.includes('Je bent waarnemer van een collega.'));
    await api.as('regisseur').post(`/v1/substitutions/${body.id}/end`, undefined, { version: 1 });
    await eventually(() => texts('regisseur-zuid'), (all) => all.includes('Je waarneming is gestopt.'));
  });
});
