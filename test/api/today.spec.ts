import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, userId } from '../support/households.js';
import { SetClock } from '../support/set-clock.js';

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

  it('a day ends at midnight in Amsterdam; the coming week lies ready below it', async () => {
    const clock = new SetClock('2026-07-01T06:00:00Z');
    const summer = await startApi({ clock });
    const { id, municipalityId } = await aHousehold(summer.db);
    for (const [title, dueAt] of [['Vanavond', '2026-07-01T21:59:00Z'], ['Morgen', '2026-07-01T22:01:00Z'], ['Volgende week', '2026-07-08T21:59:00Z'], ['Later', '2026-07-08T22:01:00Z']]) {
      await summer.db.query(`INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, title, due_at, state) VALUES ($1, $2, $3, $4, 'person', 'reminder-due', $5, $6, 'scheduled')`,
        [newId(), id, municipalityId, await userId(summer.db, 'regisseur'), title, dueAt]);
    }
    const { body } = await summer.as('regisseur').get('/v1/today');
    const titles = (pile: { title: string }[]) => pile.map(({ title }) => title);
    expect([titles(body.reminders), titles(body.ahead)]).toEqual([['Vanavond'], ['Morgen', 'Volgende week']]);
    await summer.close();
  });

  it('tells the team how its own waiting list stands, and nobody else', async () => {
    expect((await api.as('team-lead').get('/v1/today')).body.waitingList).toMatchObject({ count: 2, urgentCount: 1 });
    expect((await api.as('team-lead-zuid').get('/v1/today')).body.waitingList).toMatchObject({ count: 0 });
    expect((await api.as('regisseur').get('/v1/today')).body.waitingList).toBeNull();
  });

  it('shows the privacy officer which piles wait, with the nearest term', async () => {
    const { id, municipalityId, members } = await aHousehold(api.db);
    const receivedBy = await userId(api.db, 'regisseur');
    const ask = (answerBy: string, state: string) => api.db.query(
      `INSERT INTO rights_request (id, household_id, municipality_id, case_number, member_id, kind, state, received_on, received_by, channel, asked_by, answer_by)
       VALUES ($1, $2, $3, '2026-000001', $4, 'access', $5, '2026-01-01', $6, 'letter', 'self', $7)`,
      [newId(), id, municipalityId, Object.values(members)[0], state, receivedBy, answerBy]);
    await ask('2026-02-03', 'received');
    await ask('2026-02-01', 'in-progress');
    await ask('2026-01-15', 'withdrawn');
    expect((await api.as('privacy-officer').get('/v1/today')).body.privacy).toContainEqual({ place: 'rights', waiting: 2, dueOn: '2026-02-01' });
    expect((await api.as('team-lead').get('/v1/today')).body.privacy).toEqual([]);
  });

  it('shows the team lead the emergency access of the own team, and never their own', async () => {
    const { caseNumber } = await aHousehold(api.db);
    const piles = async (persona: string) => (await api.as(persona).get('/v1/today')).body.privacy;
    const before = await piles('team-lead');
    const open = (persona: string) => api.as(persona).post('/v1/break-glass', { caseNumber, reason: 'De crisislijn belt over dit gezin.' });
    expect([before, (await open('regisseur-zuid')).status]).toEqual([[], 201]);
    expect(await piles('team-lead')).toEqual([{ place: 'breakGlass', waiting: 1, dueOn: null }]);
    expect([await piles('team-lead-zuid'), await piles('regisseur'), await piles('gkb')]).toEqual([[], [], []]);
    expect((await open('team-lead-zuid')).status).toBe(201);
    expect([await piles('team-lead'), await piles('team-lead-zuid')]).toEqual([[{ place: 'breakGlass', waiting: 2, dueOn: null }], []]);
  });

  it.each(['gkb', 'fund-secretary', 'privacy-officer', 'resident', 'regisseur-hoogeveen'])('has nothing of others for %s', async (persona) => {
    const { status, body } = await api.as(persona).get('/v1/today');
    expect(status).toBe(200);
    expect([body.proposals, body.referralsToAnswer, body.referralsLate, body.reminders, body.fundRequests, body.inbox]).toEqual([[], [], [], [], [], []]);
  });
});
