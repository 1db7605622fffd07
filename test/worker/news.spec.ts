import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, organisationId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { eventually, startWorker } from '../support/worker.js';

interface Message {
  text: string;
  link: string;
}

describe('what people hear', () => {
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

  const inbox = async (persona: string, link: string): Promise<string[]> =>
    (await api.as(persona).get('/v1/inbox')).body.items.filter((item: Message) => item.link === link).map((item: Message) => item.text);
  const hears = (persona: string, link: string, text: string) => eventually(() => inbox(persona, link), (texts) => texts.includes(text));
  /** As if the answer term has passed. */
  const letTheTermPass = async (referralId: string, step: 'remind-partner' | 'tell-regisseur') => {
    await api.db.query(`UPDATE referral SET answer_by = current_date - 1 WHERE id = $1`, [referralId]);
    await api.db.query(`UPDATE outbox SET run_at = now() WHERE kind = 'referral.answer-due' AND payload->>'referralId' = $1 AND payload->>'step' = $2`, [referralId, step]);
  };

  it('a partner hears of a new referral, and only that there is one', async () => {
    const { id } = await aReferral(api, await aHousehold(api.db), gkb);
    await hears('gkb', `/verwijzingen/${id}`, 'Je hebt een nieuwe verwijzing.');
    expect(await inbox('humanitas', `/verwijzingen/${id}`)).toEqual([]);
  });

  it('a referral without an answer in time comes back to the regisseur, as message and as reminder of the system', async () => {
    const family = await aHousehold(api.db);
    const { id } = await aReferral(api, family, gkb);
    await letTheTermPass(id, 'remind-partner');
    await hears('gkb', `/verwijzingen/${id}`, 'Een verwijzing wacht op antwoord.');
    await letTheTermPass(id, 'tell-regisseur');
    await hears('regisseur', `/verwijzingen/${id}`, 'Een verwijzing heeft te lang geen antwoord.');
    const { items } = (await api.as('regisseur').get('/v1/reminders?state=fired')).body;
    expect(items).toContainEqual(expect.objectContaining({ origin: 'system', householdId: family.id, title: 'Nog geen antwoord op een verwijzing. Bel de partner.' }));
    expect((await api.as('regisseur').get('/v1/today')).body.referralsLate).toContainEqual(expect.objectContaining({ referralId: id, late: true }));
  });

  it('a referral that was answered in time rings no bell', async () => {
    const { id } = await aReferral(api, await aHousehold(api.db), gkb);
    await api.as('gkb').post(`/v1/referrals/${id}/acceptance`, {}, { version: 1 });
    await letTheTermPass(id, 'remind-partner');
    await hears('regisseur', `/verwijzingen/${id}`, 'Een verwijzing is aangenomen.');
    await eventually(
      () => api.db.query(`SELECT FROM outbox WHERE kind = 'referral.answer-due' AND payload->>'referralId' = $1 AND done_at IS NOT NULL`, [id]),
      (rows) => rows.length === 1,
    );
    expect(await inbox('regisseur', `/verwijzingen/${id}`)).toEqual(['Een verwijzing is aangenomen.']);
  });

  it('a message can be read and unread again, by its owner alone', async () => {
    const { items } = (await api.as('gkb').get('/v1/inbox')).body;
    const { id } = items[0];
    const unread = async () => (await api.as('gkb').get('/v1/me')).body.unreadCount;
    const before = await unread();
    expect((await api.as('gkb').post(`/v1/inbox/${id}/read`)).status).toBe(204);
    expect(await unread()).toBe(before - 1);
    expect((await api.as('gkb').post(`/v1/inbox/${id}/unread`)).status).toBe(204);
    expect(await unread()).toBe(before);
    expect((await api.as('humanitas').post(`/v1/inbox/${id}/read`)).status).toBe(404);
  });

  it('every page of the inbox follows the one before, without gaps', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await api.as('gkb').get(`/v1/inbox?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map((item) => item.id));
      cursor = page.body.nextCursor;
    }
    const all = (await api.as('gkb').get('/v1/inbox')).body.items.map((item: { id: string }) => item.id);
    expect(seen).toEqual(all);
    expect((await api.as('gkb').get('/v1/inbox?cursor=nonsense')).status).toBe(400);
  });
});
