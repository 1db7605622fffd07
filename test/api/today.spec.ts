import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, userId } from '../support/households.js';

describe('what needs me today', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const propose = async (urgency: 'spoed' | 'laag', name: string) => {
    const { id, municipalityId } = await aHousehold(api.db, { regisseur: null, urgency, name });
    await api.db.query(
      `INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by) VALUES ($1, $2, $3, $4, 'proposed', $5)`,
      [newId(), id, municipalityId, await userId(api.db, 'regisseur'), await userId(api.db, 'team-lead')],
    );
  };

  it('puts the family that can wait least first', async () => {
    await propose('laag', 'Familie Laag');
    await propose('spoed', 'Familie Spoed');
    const { body } = await api.as('regisseur').get('/v1/today');
    expect(body.proposals.map((proposal: { householdName: string }) => proposal.householdName)).toEqual(['Familie Spoed', 'Familie Laag']);
    expect(body.proposals[0]).not.toHaveProperty('rank');
  });

  it('tells the team how its own waiting list stands, and nobody else', async () => {
    expect((await api.as('team-lead').get('/v1/today')).body.waitingList).toMatchObject({ count: 2, urgentCount: 1 });
    expect((await api.as('team-lead-zuid').get('/v1/today')).body.waitingList).toMatchObject({ count: 0 });
    expect((await api.as('regisseur').get('/v1/today')).body.waitingList).toBeNull();
  });

  it.each(['gkb', 'fund-secretary', 'privacy-officer', 'resident', 'regisseur-hoogeveen'])('has nothing of others for %s', async (persona) => {
    const { status, body } = await api.as(persona).get('/v1/today');
    expect(status).toBe(200);
    expect([body.proposals, body.referralsToAnswer, body.referralsLate, body.reminders, body.fundRequests, body.inbox]).toEqual([[], [], [], [], [], []]);
  });
});
