import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHandover, planHandover, TODAY, upTo } from '../support/handovers.js';
import { aHousehold, organisationId, userId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';

describe('from one regisseur to the next', () => {
  let api: SpecApi;
  let lars: string;
  let jelle: string;
  beforeAll(async () => {
    api = await startApi();
    // How full hands are has its own spec.
    await api.db.query('UPDATE team SET band_max = 40');
    [lars, jelle] = [await userId(api.db, 'regisseur-zuid'), await userId(api.db, 'regisseur')];
  });
  afterAll(() => api.close());

  const page = (id: string, persona = 'regisseur') => api.as(persona).get(`/v1/households/${id}/handovers`);
  const dossier = (id: string, persona: string) => api.as(persona).get(`/v1/households/${id}`);
  const regies = (id: string) =>
    api.db.query<{ who: string; state: string }>('SELECT u.subject AS who, a.state FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id WHERE a.household_id = $1 ORDER BY a.id', [id]);

  it('planned, accepted, talked over with the family and confirmed by both: the family has its new regisseur', async () => {
    const handover = await aHandover(api);
    const { id } = handover.family;
    expect((await page(id)).body).toMatchObject({
      household: { id, name: 'Familie Bouzid', state: 'draft-plan' }, regie: { regisseur: { name: 'Jelle Hoekstra' } },
      handover: { state: 'proposed', successor: { id: lars }, allowedActions: ['move-talk', 'cancel'] }, candidates: [], allowedActions: [],
    });
    expect((await page(id, 'regisseur-zuid')).body).toMatchObject({ handover: { allowedActions: ['accept', 'decline', 'cancel'] }, regie: null, members: [], candidates: [] });
    await upTo(handover, 'talk-held');
    expect((await page(id)).body.handover).toMatchObject({ talk: { heldOn: TODAY, memberIds: [handover.family.members['Fatima']] }, allowedActions: ['confirm', 'cancel'] });
    expect((await handover.step('regisseur', 'confirmation')).status).toBe(204);
    expect(await regies(id)).toEqual([{ who: 'regisseur', state: 'handover-planned' }]);
    expect((await page(id)).body.handover.allowedActions).toEqual(['cancel']);
    expect((await handover.step('regisseur-zuid', 'confirmation')).status).toBe(204);
    expect(await regies(id)).toEqual([{ who: 'regisseur', state: 'handed-over' }, { who: 'regisseur-zuid', state: 'active' }]);
    expect((await dossier(id, 'regisseur-zuid')).body).toMatchObject({ view: 'involved', regisseur: { name: 'Lars Feenstra' } });
    expect((await dossier(id, 'regisseur-zuid')).body.timeline[0]).toMatchObject({ text: 'Het gezin heeft een nieuwe regisseur.', by: 'Lars Feenstra' });
  });

  it('the successor reads no content before the switch, the old regisseur nothing after it', async () => {
    const handover = await upTo(await aHandover(api), 'confirmed-by-one');
    const { id } = handover.family;
    const early = (await dossier(id, 'regisseur-zuid')).body;
    expect(early).toMatchObject({ view: 'proposed', members: [], timeline: [], allowedActions: ['answer-handover'] });
    expect(JSON.stringify(early)).not.toContain('Fatima');
    for (const path of ['/legal-bases', '/meetings', '/sharing']) expect((await api.as('regisseur-zuid').get(`/v1/households/${id}${path}`)).status).toBe(404);
    await handover.step('regisseur-zuid', 'confirmation');
    // A tab that is still open asks again, and hears what a stranger hears.
    for (const path of ['', '/handovers', '/legal-bases', '/sharing']) expect((await api.as('regisseur').get(`/v1/households/${id}${path}`)).status).toBe(404);
    expect((await handover.step('regisseur', 'cancellation', { reason: 'Toch niet.' })).status).toBe(404);
    expect((await api.as('regisseur').get('/v1/households?limit=100')).text).not.toContain(id);
  });

  it('everything that waits for the old regisseur waits for the new one', async () => {
    const handover = await aHandover(api);
    const { id } = handover.family;
    const referral = await aReferral(api, handover.family, await organisationId(api.db, 'Groningse Kredietbank'));
    await api.as('regisseur').post(`/v1/households/${id}/reminders`, { title: 'Bel de corporatie', dueAt: `${addDays(TODAY, 3)}T09:00:00Z` });
    await api.db.query(`INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, title, due_at, state) VALUES ($1, $2, $3, $4, 'system', 'referral-late', 'Te laat', now(), 'fired')`,
      [newId(), id, handover.family.municipalityId, jelle]);
    await api.db.query(`INSERT INTO plan_action (id, household_id, municipality_id, what, owner_kind, owner_user_id, due_on, state) SELECT gen_random_uuid(), $1, $2, 'Bellen', 'user', $3, $4, s
      FROM unnest(ARRAY['open', 'done']) AS s`, [id, handover.family.municipalityId, jelle, addDays(TODAY, 5)]);
    await upTo(handover, 'done');
    expect(await api.db.query('SELECT DISTINCT user_id FROM reminder WHERE household_id = $1', [id])).toEqual([{ user_id: lars }]);
    expect(await api.db.query('SELECT state, owner_user_id FROM plan_action WHERE household_id = $1 ORDER BY state', [id])).toEqual([{ state: 'done', owner_user_id: jelle }, { state: 'open', owner_user_id: lars }]);
    expect(await api.db.query('SELECT regisseur_id FROM referral WHERE id = $1', [referral.id])).toEqual([{ regisseur_id: lars }]);
    expect((await api.as('regisseur-zuid').get('/v1/today')).body.reminders.map(({ title }: { title: string }) => title)).toContain('Te laat');
  });

  it('the successor who says no leaves the regisseur where they are, with the reason, and another can be asked', async () => {
    const handover = await aHandover(api);
    expect((await handover.step('regisseur-zuid', 'decline', { reason: '  ' })).status).toBe(400);
    expect((await handover.step('regisseur-zuid', 'decline', { reason: 'Mijn handen zijn vol.' })).status).toBe(204);
    expect(await regies(handover.family.id)).toEqual([{ who: 'regisseur', state: 'active' }]);
    const { body } = await page(handover.family.id);
    expect(body).toMatchObject({ handover: { state: 'declined', declineReason: 'Mijn handen zijn vol.' }, allowedActions: ['plan-handover'] });
    expect((await dossier(handover.family.id, 'regisseur-zuid')).status).toBe(404);
    expect((await planHandover(api, handover.family, { successorId: lars }, 'regisseur', body.regie.version)).status).toBe(201);
  });

  it.each(['accepted', 'talk-held', 'confirmed-by-one'] as const)('is stopped when it is %s; who confirms too late hears that', async (state) => {
    const handover = await upTo(await aHandover(api), state);
    expect((await handover.step('team-lead', 'cancellation', { reason: 'Jelle blijft toch.' })).status).toBe(204);
    expect(await regies(handover.family.id)).toEqual([{ who: 'regisseur', state: 'active' }]);
    for (const persona of ['regisseur', 'regisseur-zuid']) {
      const late = await handover.step(persona, 'confirmation');
      expect([late.status, late.body]).toEqual([409, expect.objectContaining({ detail: expect.stringContaining('gaat niet door') })]);
    }
  });

  it('stops with the regie itself: a family that moves has nobody to hand over', async () => {
    const handover = await upTo(await aHandover(api), 'talk-held');
    await api.db.query(`UPDATE household SET state = 'moved-away' WHERE id = $1`, [handover.family.id]);
    expect(await handover.row()).toMatchObject({ state: 'cancelled' });
    expect(await regies(handover.family.id)).toEqual([{ who: 'regisseur', state: 'ended' }]);
  });

  it('with spoed the team lead switches without the talk, which is owed to the family and recorded later', async () => {
    const handover = await upTo(await aHandover(api), 'accepted');
    const { id, members } = handover.family;
    expect((await handover.step('regisseur', 'urgent-switch', { reason: 'Ziek.' })).status).toBe(403);
    expect((await handover.step('team-lead', 'urgent-switch', { reason: ' ' })).status).toBe(400);
    expect((await handover.step('team-lead', 'urgent-switch', { reason: 'Jelle is lang ziek.' })).status).toBe(204);
    expect(await regies(id)).toEqual([{ who: 'regisseur', state: 'handed-over' }, { who: 'regisseur-zuid', state: 'active' }]);
    expect((await page(id, 'regisseur-zuid')).body.handover).toMatchObject({ urgentReason: 'Jelle is lang ziek.', talk: null, allowedActions: ['record-talk'] });
    expect((await handover.step('regisseur-zuid', 'talk', { heldOn: TODAY, memberIds: [members['Noor']] })).status).toBe(204);
    expect((await handover.step('regisseur-zuid', 'talk', { heldOn: TODAY, memberIds: [members['Noor']] })).status).toBe(422);
    expect((await page(id, 'regisseur-zuid')).body.handover).toMatchObject({ talk: { heldOn: TODAY }, allowedActions: [] });
  });

  it('a municipality can ask for the talk always', async () => {
    const handover = await upTo(await aHandover(api), 'accepted');
    await api.db.query(`UPDATE municipality SET settings = settings || '{"handover": {"urgentWithoutTalk": false}}' WHERE id = $1`, [handover.family.municipalityId]);
    expect((await page(handover.family.id, 'team-lead')).body.handover.allowedActions).not.toContain('switch-urgently');
    expect((await handover.step('team-lead', 'urgent-switch', { reason: 'Ziek.' })).status).toBe(422);
    await api.db.query(`UPDATE municipality SET settings = settings - 'handover' WHERE id = $1`, [handover.family.municipalityId]);
  });

  it('nobody takes over who is no regisseur any more when it comes to it', async () => {
    const handover = await upTo(await aHandover(api), 'confirmed-by-one');
    const [role] = await api.db.query<Record<string, string>>(`DELETE FROM user_role WHERE user_id = $1 AND role = 'regisseur' RETURNING *`, [lars]);
    expect((await handover.step('team-lead', 'urgent-switch', { reason: 'Nu dan toch.' })).body).toMatchObject({ status: 409, detail: expect.stringContaining('niet meer als regisseur') });
    await api.db.query('INSERT INTO user_role (user_id, municipality_id, role, team_id) VALUES ($1, $2, $3, $4)', [lars, role?.['municipality_id'], 'regisseur', role?.['team_id']]);
    expect(await regies(handover.family.id)).toEqual([{ who: 'regisseur', state: 'handover-planned' }]);
  });

  it.each<[string, () => object | Promise<object>, number, string]>([
    ['to who is no regisseur', async () => ({ successorId: await userId(api.db, 'case-worker') }), 400, 'successorId'],
    ['to a regisseur of another municipality', async () => ({ successorId: await userId(api.db, 'regisseur-hoogeveen') }), 400, 'successorId'],
    ['with a talk that has been', () => ({ successorId: lars, talkOn: addDays(TODAY, -1) }), 400, 'talkOn'],
    ['with a talk in a year', () => ({ successorId: lars, talkOn: addDays(TODAY, 365) }), 400, 'talkOn'],
    ['without a reason', () => ({ successorId: lars, reason: ' ' }), 400, 'reason'],
  ])('is not planned %s', async (_, body, status, field) => {
    const answer = await planHandover(api, await aHousehold(api.db, { state: 'draft-plan' }), await body());
    expect([answer.status, (answer.body as unknown as { errors: object[] }).errors]).toEqual([status, expect.arrayContaining([expect.objectContaining({ field })])]);
  });

  it('goes to another than who has it, and never to who plans it', async () => {
    const family = await aHousehold(api.db, { state: 'draft-plan' });
    expect((await planHandover(api, family, { successorId: jelle }, 'team-lead')).status).toBe(400);
    expect(await planHandover(api, family, { successorId: jelle })).toMatchObject({ status: 403, body: { detail: expect.stringContaining('jezelf') } });
  });

  it('needs somebody of this family at the talk, on a day that has been', async () => {
    const handover = await upTo(await aHandover(api), 'accepted');
    const other = await aHousehold(api.db);
    const talk = (body: object) => handover.step('regisseur', 'talk', { heldOn: TODAY, memberIds: [handover.family.members['Fatima']], ...body });
    expect((await talk({ memberIds: [] })).status).toBe(400);
    expect((await talk({ memberIds: [other.members['Fatima']] })).status).toBe(400);
    expect((await talk({ heldOn: addDays(TODAY, 1) })).status).toBe(422);
    expect((await handover.step('regisseur-zuid', 'talk', { heldOn: TODAY, memberIds: [handover.family.members['Fatima']] })).status).toBe(403);
    expect((await talk({})).status).toBe(204);
  });

  it('who reads an old version is told so, and what came meanwhile goes before', async () => {
    const handover = await aHandover(api);
    expect((await handover.step('regisseur-zuid', 'acceptance', undefined, 9)).status).toBe(412);
    expect((await planHandover(api, handover.family, { successorId: lars }, 'team-lead', 1)).status).toBe(409);
    expect((await handover.step('regisseur', 'talk-day', { talkOn: addDays(TODAY, 20) })).status).toBe(204);
    expect((await handover.row())['talk_on']).toBe(addDays(TODAY, 20));
  });
});
