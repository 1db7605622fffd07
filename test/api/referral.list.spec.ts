import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, organisationId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

describe('the boxes of referrals', () => {
  let api: SpecApi;
  const toGkb: string[] = [];
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    const gkb = await organisationId(api.db, 'Groningse Kredietbank');
    for (let n = 0; n < 5; n += 1) toGkb.unshift((await aReferral(api, await aHousehold(api.db), gkb)).id);
    await aReferral(api, await aHousehold(api.db), await organisationId(api.db, 'Humanitas'));
    await api.as('gkb').post(`/v1/referrals/${toGkb[0]}/acceptance`, {}, { version: 1 });
  });
  afterAll(() => api.close());

  const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id);

  it('show a partner what came to their organisation, newest first, without the name of the family', async () => {
    const { body } = await api.as('gkb').get('/v1/referrals?box=received');
    expect(ids(body.items)).toEqual(toGkb);
    expect(Object.keys(body.items[0]).toSorted()).toEqual([
      'answerBy', 'caseNumber', 'firstContactBy', 'fromOrganisation', 'id', 'late', 'question', 'requestedAt', 'state', 'threatening', 'toOrganisation', 'version',
    ]);
    expect(JSON.stringify(body)).not.toContain('Bouzid');
  });

  it('show the regisseur what was sent, with the name of the family', async () => {
    const { body } = await api.as('regisseur').get('/v1/referrals?box=sent');
    expect(body.items).toHaveLength(6);
    expect(body.items[0]).toMatchObject({ householdName: 'Familie Bouzid', toOrganisation: { name: 'Humanitas' } });
  });

  it('go page by page, each once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = (await api.as('gkb').get(`/v1/referrals?box=received&limit=2${next}`)).body;
      seen.push(...ids(page.items));
      next = page.nextCursor && `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(toGkb);
  });

  it('can be narrowed to one state', async () => {
    expect(ids((await api.as('gkb').get('/v1/referrals?box=received&state=accepted')).body.items)).toEqual([toGkb[0]]);
    expect((await api.as('regisseur').get('/v1/referrals?box=sent&state=requested')).body.items).toHaveLength(5);
  });

  it('are empty for who has nothing, and for the wrong box', async () => {
    expect((await api.as('regisseur-zuid').get('/v1/referrals?box=sent')).body).toEqual({ items: [], nextCursor: null });
    expect((await api.as('regisseur-hoogeveen').get('/v1/referrals?box=sent')).body.items).toEqual([]);
    expect((await api.as('regisseur').get('/v1/referrals?box=received')).body.items).toEqual([]);
    expect((await api.as('gkb').get('/v1/referrals?box=sent')).body.items).toEqual([]);
  });

  it.each(['box=other', '', 'box=received&state=broken', 'box=received&limit=0', 'box=received&limit=101', 'box=received&cursor=xx', 'box=received&extra=1',
    `box=received&cursor=${Buffer.from('["no-id"]').toString('base64url')}`, 'box=received&box=sent'])('refuse ?%s', async (query) => {
    const answer = await api.as('gkb').get(`/v1/referrals?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveLength(1);
  });

  it.each(['team-lead', 'case-worker', 'decision-maker', 'policy-adviser', 'resident', 'privacy-officer'])('are not for %s', async (persona) => {
    expect((await api.as(persona).get('/v1/referrals?box=received')).status).toBe(403);
  });
});
