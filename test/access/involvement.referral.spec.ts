import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { eventually } from '../support/worker.js';
import { theDayInAmsterdam } from '../support/today.js';

const PERSONAL = ['Fatima', 'Bouzid', '0612345678'];

describe('access by a referral', () => {
  let api: SpecApi;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi();
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());

  const read = (persona: string, id: string) => api.as(persona).get(`/v1/referrals/${id}`);
  const step = async (id: string, name: string, body: object, persona = 'gkb') => {
    const { version } = (await read(persona, id)).body;
    return api.as(persona).post(`/v1/referrals/${id}/${name}`, body, { version });
  };
  const inProgress = async (): Promise<{ id: string; family: HouseholdFixture }> => {
    const family = await aHousehold(api.db);
    const { id } = await aReferral(api, family, gkb);
    await step(id, 'acceptance', {});
    await step(id, 'first-contact', { contactedOn: theDayInAmsterdam(), kind: 'phone', note: 'Gebeld.' });
    return { id, family };
  };

  it('opens the shared fields for the partner, and its end closes them', async () => {
    const { id } = await inProgress();
    expect((await read('gkb', id)).text).toContain('Fatima');
    expect((await step(id, 'completion', { outcome: 'Alles staat op een rij.', note: 'Klaar.' })).status).toBe(200);
    const { text } = await read('gkb', id);
    for (const word of PERSONAL) expect(text).not.toContain(word);
  });

  it('a rejection closes them too', async () => {
    const { id } = await aReferral(api, await aHousehold(api.db), gkb);
    expect((await read('gkb', id)).text).toContain('Fatima');
    await step(id, 'rejection', { code: 'no-capacity', explanation: 'Geen plek.', nextStep: 'Vraag een ander.' });
    const { text } = await read('gkb', id);
    for (const word of PERSONAL) expect(text).not.toContain(word);
  });

  it('who was regisseur loses the referrals of the family with it, in every list', async () => {
    const { id, family } = await inProgress();
    await api.as('team-lead').post(`/v1/households/${family.id}/assignments/${family.assignmentId}/end`, { reason: 'Ander team.' }, { version: 1 });
    expect((await read('regisseur', id)).status).toBe(404);
    expect((await api.as('regisseur').get('/v1/referrals?box=sent&limit=100')).text).not.toContain(id);
    expect((await api.as('regisseur').post(`/v1/referrals/${id}/cancellation`, { reason: 'x' }, { version: 3 })).status).toBe(404);
    // What runs goes on: the partner still helps, and the next regisseur gets it.
    expect((await read('gkb', id)).text).toContain('Fatima');
    const { body } = await api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId: await userId(api.db, 'regisseur-zuid') }, { version: 2 });
    await api.as('regisseur-zuid').post(`/v1/households/${family.id}/assignments/${body.id}/acceptance`, undefined, { version: 1 });
    expect((await read('regisseur-zuid', id)).status).toBe(200);
  });

  it.each(['declined-help', 'moved-away', 'referred-elsewhere'])('a family that is %s leaves nothing open for the partner either', async (state) => {
    const { id, family } = await inProgress();
    await api.db.query('UPDATE household SET state = $2 WHERE id = $1', [family.id, state]);
    const { body, text } = await read('gkb', id);
    expect(body.state).toBe('cancelled');
    for (const word of PERSONAL) expect(text).not.toContain(word);
    expect((await step(id, 'feedback', { note: 'Nog even.' })).status).toBe(409);
  });

  it('a substitute has them as long as the substitution lasts', async () => {
    const { id } = await inProgress();
    const today = theDayInAmsterdam();
    const { body } = await api.as('regisseur').post('/v1/substitutions', { substituteId: await userId(api.db, 'regisseur-zuid'), firstDay: today, lastDay: today });
    expect((await read('regisseur-zuid', id)).status).toBe(200);
    await api.db.query(`UPDATE household_access SET since = since - interval '3 days', until = now() - interval '1 second' WHERE cause_id = $1`, [body.id]);
    expect((await read('regisseur-zuid', id)).status).toBe(404);
  });

  it('a team lead who goes to another team no longer sees the families of the first, in a session that is open', async () => {
    const family = await aHousehold(api.db);
    expect((await api.as('team-lead').get(`/v1/households/${family.id}`)).status).toBe(200);
    const move = (team: string) => api.db.query(`UPDATE user_role SET team_id = (SELECT id FROM team WHERE name = $1) WHERE user_id = (SELECT id FROM app_user WHERE subject = 'team-lead')`, [team]);
    await move('WIJ Zuid');
    // The database tells the process that a role changed; that takes a moment.
    const becomes = (status: number) => eventually(() => api.as('team-lead').get(`/v1/households/${family.id}`), (answer) => answer.status === status);
    await becomes(404);
    await move('WIJ Noord');
    await becomes(200);
  });
});
