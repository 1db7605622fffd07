import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { planOf } from '../support/plans.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();

describe('somebody who left the family', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let erik: string;
  let at: string;
  const me = () => api.as('regisseur');
  beforeAll(async () => {
    api = await startApi();
    family = await aHousehold(api.db);
    at = `/v1/households/${family.id}`;
    erik = family.members['Erik'] ?? '';
    const left = await me().post(`${at}/members/${erik}/departure`, { leftOn: addDays(TODAY, -2), reason: 'own-home' }, { version: 1 });
    expect(left.status).toBe(200);
  });
  afterAll(() => api.close());


  it('gets no new action, and the answer says beside the field why', async () => {
    const refused = await planOf(api, family).addAction({ ownerMemberId: erik });
    expect([refused.status, refused.body.errors]).toEqual([400, [{ field: 'ownerMemberId', message: 'Dit gezinslid hoort niet bij dit gezin.' }]]);
    expect((await planOf(api, family).read()).owners.members.map(({ id }: { id: string }) => id)).not.toContain(erik);
  });

  it('stands in no contact note of after that day, and in one of before', async () => {
    const note = (days: number) => me().post(`${at}/contact-notes`, { kind: 'phone', contactAt: `${addDays(TODAY, days)}T08:00:00Z`, memberIds: [erik], discussed: 'De sleutel is terug.' });
    const late = await note(-1);
    expect([late.status, late.body.errors.map(({ field }: { field: string }) => field)]).toEqual([400, ['memberIds']]);
    expect(late.body.errors[0].message).toContain('hoorde toen niet meer bij het gezin');
    expect((await note(-3)).status).toBe(201);
  });

  it('is known to the timeline and the scores, as somebody for whom nothing new is written', async () => {
    for (const [path, list] of [['timeline', 'people'], ['score-rounds', 'members']] as const) {
      const { body } = await me().get(`${at}/${path}`);
      expect(Object.fromEntries(body[list].map(({ id, present }: { id: string; present: boolean }) => [id, present]))).toEqual({ [family.members['Fatima'] ?? '']: true, [erik]: false, [family.members['Noor'] ?? '']: true });
    }
  });

  it('is not counted in a case review', async () => {
    const { body: { items } } = await me().get('/v1/case-reviews/colleagues');
    const review = await me().post('/v1/case-reviews', { plannedAt: '2030-03-09T13:00:00Z', title: 'Schulden', participantIds: [items[0].id] });
    await me().post(`/v1/case-reviews/${review.body.id}/families`, { householdId: family.id, situation: 'De post blijft dicht.', question: 'Wat helpt?' });
    const { body } = await me().get(`/v1/case-reviews/${review.body.id}`);
    expect(body.families[0].composition.map(({ role }: { role: string }) => role)).toEqual(['adult', 'child']);
  });
});
