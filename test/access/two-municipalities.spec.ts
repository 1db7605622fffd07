import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { aReport } from '../support/reports.js';
import { aPerson, type MadePerson, type Post } from './support/people.js';
import { theDayInAmsterdam } from '../support/today.js';

const POSTS: readonly Post[] = [
  { role: 'team-lead', municipality: 'Groningen', team: 'WIJ Noord' },
  { role: 'regisseur', municipality: 'Hoogeveen', team: 'Sociaal team' },
];

/** One person with a function in two municipalities works in one at a time, with the function of that one. */
describe('somebody who works in two municipalities', () => {
  let api: SpecApi;
  let groningen: MadePerson;
  let hoogeveen: MadePerson;
  let here: HouseholdFixture;
  let there: HouseholdFixture;

  beforeAll(async () => {
    api = await startApi();
    groningen = await aPerson(api, 'WIJ Groningen', POSTS, 'Groningen');
    hoogeveen = await aPerson(api, 'WIJ Groningen', [], 'Hoogeveen');
    // The same person, with a session in each.
    await api.db.query('UPDATE session SET user_id = $2 WHERE user_id = $1', [hoogeveen.id, groningen.id]);
    await api.db.query(`NOTIFY actor_changed`);
    here = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', name: 'Familie Noord' });
    there = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen', name: 'Familie Drenthe' });
    await api.db.query(`UPDATE regisseur_assignment SET regisseur_id = $2 WHERE household_id = $1`, [there.id, groningen.id]);
    await api.db.query(`INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES ($1, $2, $3, 'regisseur') ON CONFLICT DO NOTHING`, [groningen.id, there.id, there.municipalityId]);
  });
  afterAll(() => api.close());

  it('is in each session in one municipality, with the roles of that one', async () => {
    const [g, h] = [(await groningen.get('/v1/me')).body, (await hoogeveen.get('/v1/me')).body];
    expect([g.municipality.name, g.roles, h.municipality.name, h.roles]).toEqual(['Groningen', ['team-lead'], 'Hoogeveen', ['regisseur']]);
  });

  it('is no team lead where they are regisseur, and no regisseur where they are team lead', async () => {
    expect([(await groningen.get('/v1/waiting-list')).status, (await hoogeveen.get('/v1/waiting-list')).status]).toEqual([200, 403]);
    expect((await hoogeveen.get('/v1/regisseurs')).status).toBe(403);
    expect((await groningen.get('/v1/referrals?box=sent')).status).toBe(403);
  });

  it('sees in one session no family of the other', async () => {
    expect([(await groningen.get(`/v1/households/${here.id}`)).status, (await hoogeveen.get(`/v1/households/${here.id}`)).status]).toEqual([200, 404]);
    expect([(await groningen.get(`/v1/households/${there.id}`)).status, (await hoogeveen.get(`/v1/households/${there.id}`)).status]).toEqual([404, 200]);
    expect((await groningen.get('/v1/households')).text).not.toContain('Drenthe');
    expect((await hoogeveen.get('/v1/households')).text).not.toContain('Noord');
  });

  it.each([
    ['a header', { headers: { 'x-municipality': 'Hoogeveen', 'x-naast-municipality': 'Hoogeveen', 'x-municipality-id': 'x', 'x-forwarded-host': 'hoogeveen.example' } }, ''],
    ['a second cookie', { headers: { 'x-naast-roles': 'regisseur' } }, ''],
    ['a parameter', {}, '?municipalityId=x&municipality=Hoogeveen'],
  ])('cannot switch by %s', async (_, call, query) => {
    const me = await groningen.call<{ municipality: { name: string }; roles: string[] }>('GET', `/v1/me${query}`, call);
    expect([200, 400]).toContain(me.status);
    if (me.status === 200) expect([me.body.municipality.name, me.body.roles]).toEqual(['Groningen', ['team-lead']]);
    expect((await groningen.call('GET', `/v1/households/${there.id}${query}`, call)).status).toBe(404);
  });

  it('cannot say in a body for which municipality or team a thing is', async () => {
    for (const field of ['municipalityId', 'teamId', 'organisationId', 'caseNumber', 'createdBy', 'safetyCheckedBy']) {
      const answer = await groningen.post('/v1/households', aReport({ [field]: there.municipalityId }));
      expect({ field, status: answer.status }).toEqual({ field, status: 400 });
    }
  });

  it('cannot propose a regisseur of the other municipality, not even themselves', async () => {
    for (const regisseurId of [groningen.id, await userId(api.db, 'regisseur-hoogeveen')]) {
      const answer = await groningen.post(`/v1/households/${here.id}/assignments`, { regisseurId }, { version: 1 });
      expect([400, 403]).toContain(answer.status);
    }
    expect(await api.db.query('SELECT FROM regisseur_assignment WHERE household_id = $1', [here.id])).toEqual([]);
  });

  it('gets no answer of the one in the other by repeating a request', async () => {
    const report = aReport({ reportedOn: theDayInAmsterdam(), members: [{ role: 'main', firstName: 'Anne', lastName: 'Herhaald', birthDate: '1980-01-01' }] });
    await api.db.query(`INSERT INTO user_role (user_id, municipality_id, role, team_id) SELECT $1, t.municipality_id, 'case-worker', t.id FROM team t WHERE t.name = 'Sociaal team'`, [groningen.id]);
    const headers = { 'idempotency-key': 'in-both' };
    const [first, second] = [await groningen.post('/v1/households', report, { headers }), await hoogeveen.post('/v1/households', report, { headers })];
    expect([first.status, second.status]).toEqual([201, 422]);
    expect(second.text).not.toContain(first.body.caseNumber);
  });

  it('has nothing left in a session of a municipality where the work ended', async () => {
    await api.db.query(`DELETE FROM user_role WHERE user_id = $1 AND role IN ('regisseur', 'case-worker')`, [groningen.id]);
    // The other process hears of it by a message of the database.
    let status = 200;
    for (let look = 0; look < 50 && status !== 401; look += 1) {
      ({ status } = await hoogeveen.get('/v1/me'));
      if (status !== 401) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(status).toBe(401);
    expect((await groningen.get('/v1/me')).status).toBe(200);
  });
});
