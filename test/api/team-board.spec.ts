import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, userId } from '../support/households.js';

interface OnBoard {
  name: string;
  caseload: number;
  level: string;
  scaledUp: number;
  lateReminders: number;
}
interface Board {
  waiting: { count: number; urgentCount: number };
  proposals: { name: string; regisseur: string }[];
  regisseurs: OnBoard[];
}

describe('the board of a team lead', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
    const { id } = await aHousehold(api.db, { name: 'Familie Jansen', state: 'scaled-up' });
    await api.db.query(
      `INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, title, due_at, state)
       SELECT $1, h.id, h.municipality_id, $3, 'person', 'follow-up', 'Bel de geheime tante', now() - interval '3 days', 'fired' FROM household h WHERE h.id = $2`,
      [newId(), id, await userId(api.db, 'regisseur')]);
    const waiting = await aHousehold(api.db, { name: 'Familie Wacht', regisseur: null, teamOf: 'team-lead', intakeBy: 'case-worker' });
    await api.as('team-lead').post(`/v1/households/${waiting.id}/assignments`, { regisseurId: await userId(api.db, 'regisseur') }, { version: 1 });
    await aHousehold(api.db, { name: 'Familie Zuid', regisseur: 'regisseur-zuid' });
  });
  afterAll(() => api.close());

  it('shows who waits, who was asked and what is late, in numbers', async () => {
    const { body, text } = await api.as('team-lead').get<Board>('/v1/team-board');
    expect(body.waiting).toMatchObject({ count: 1, urgentCount: 0 });
    expect(body.proposals).toEqual([expect.objectContaining({ name: 'Familie Wacht', regisseur: 'Jelle Hoekstra' })]);
    expect(body.regisseurs.find(({ name }) => name === 'Jelle Hoekstra')).toMatchObject({ caseload: 1, scaledUp: 1, lateReminders: 1 });
    expect(text).not.toContain('geheime tante');
  });

  it('shows first what a scaled-up family asks of the team lead, also on Vandaag; to nobody else', async () => {
    await api.db.query(
      `INSERT INTO escalation (id, household_id, municipality_id, raised_by, reason, tried, asked, answer_by, state)
       SELECT $1, h.id, h.municipality_id, $2, 'De huur is opgezegd.', 'Drie keer gebeld.', 'Bel de corporatie.', '2026-01-05', 'open' FROM household h WHERE h.name = 'Familie Jansen'`,
      [newId(), await userId(api.db, 'regisseur')]);
    const expected = [expect.objectContaining({ householdName: 'Familie Jansen', asked: 'Bel de corporatie.', answerBy: '2026-01-05', late: true })];
    expect((await api.as('team-lead').get('/v1/team-board')).body.escalations).toEqual(expected);
    expect((await api.as('team-lead').get('/v1/today')).body.escalations).toEqual(expected);
    expect((await api.as('team-lead-zuid').get('/v1/team-board')).body.escalations).toEqual([]);
    for (const other of ['team-lead-zuid', 'regisseur', 'case-worker']) expect((await api.as(other).get('/v1/today')).body.escalations).toEqual([]);
  });

  it('knows only the own team', async () => {
    const { body, text } = await api.as('team-lead-zuid').get<Board>('/v1/team-board');
    expect([body.waiting.count, body.proposals]).toEqual([0, []]);
    expect(text).not.toContain('Jelle');
    expect((await api.as('regisseur').get('/v1/team-board')).status).toBe(403);
  });
});
