import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';

describe('one regisseur per family', () => {
  let api: SpecApi;
  let jelle: string;
  let lars: string;
  beforeAll(async () => {
    api = await startApi();
    [jelle, lars] = [await userId(api.db, 'regisseur'), await userId(api.db, 'regisseur-zuid')];
  });
  afterAll(() => api.close());

  const waiting = () => aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', intakeBy: 'case-worker' });
  const propose = (family: HouseholdFixture, body: object = { regisseurId: jelle }, version = 1, persona = 'team-lead') =>
    api.as(persona).post(`/v1/households/${family.id}/assignments`, body, { version });
  const answer = (family: HouseholdFixture, id: string, what: 'acceptance' | 'decline', persona = 'regisseur', version = 1) =>
    api.as(persona).post(`/v1/households/${family.id}/assignments/${id}/${what}`, what === 'decline' ? { reason: 'Mijn handen zijn vol.' } : undefined, { version });
  const states = (family: HouseholdFixture) =>
    api.db.query<{ state: string }>('SELECT state FROM regisseur_assignment WHERE household_id = $1 ORDER BY id', [family.id]);

  it('the team lead proposes, the regisseur accepts: the dossier opens and the intake starts', async () => {
    const family = await waiting();
    expect((await api.as('regisseur').get(`/v1/households/${family.id}`)).status).toBe(404);
    const proposal = await propose(family, { regisseurId: jelle, note: 'Woont bij je om de hoek.' });
    expect(proposal.status).toBe(201);
    const list = await api.as('team-lead').get('/v1/waiting-list?limit=100');
    expect(list.body.items.find(({ householdId }: { householdId: string }) => householdId === family.id)).toMatchObject({
      proposedRegisseur: { id: jelle, name: 'Jelle Hoekstra' }, allowedActions: [],
    });
    expect((await answer(family, proposal.body.id, 'acceptance')).status).toBe(204);
    const { body } = await api.as('regisseur').get(`/v1/households/${family.id}`);
    expect(body).toMatchObject({ state: 'intake', view: 'involved', regisseur: { name: 'Jelle Hoekstra' }, proposal: null });
    expect(body.members).toHaveLength(3);
    expect(body.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['assignment.accepted', 'assignment.proposed']);
    expect((await api.as('team-lead').get(`/v1/households/${family.id}`)).body.view).toBe('head');
  });

  it('a regisseur who says no leaves the family on the waiting list, and another can be asked', async () => {
    const family = await waiting();
    const first = await propose(family);
    expect((await answer(family, first.body.id, 'decline')).status).toBe(204);
    expect((await api.as('regisseur').get(`/v1/households/${family.id}`)).status).toBe(404);
    const { body } = await api.as('team-lead').get(`/v1/households/${family.id}`);
    expect(body).toMatchObject({ state: 'waiting-list', proposal: null, allowedActions: expect.arrayContaining(['propose-regisseur']) });
    expect((await propose(family, { regisseurId: lars }, body.version)).status).toBe(201);
    expect(await states(family)).toEqual([{ state: 'declined' }, { state: 'proposed' }]);
  });

  it('saying no needs a reason', async () => {
    const family = await waiting();
    const { body } = await propose(family);
    const refused = await api.as('regisseur').post(`/v1/households/${family.id}/assignments/${body.id}/decline`, { reason: '  ' }, { version: 1 });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field: 'reason' })]);
  });

  it('of 20 team leads who propose at the same moment exactly one succeeds', async () => {
    const family = await waiting();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => propose(family, { regisseurId: n % 2 ? jelle : lars })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409 || status === 412)).toHaveLength(19);
    expect(await states(family)).toEqual([{ state: 'proposed' }]);
  });

  it('two regisseurs who say yes at the same moment: only the one who was asked gets the family', async () => {
    const family = await waiting();
    const { body } = await propose(family);
    const answers = await Promise.all([answer(family, body.id, 'acceptance'), answer(family, body.id, 'acceptance', 'regisseur-zuid'), answer(family, body.id, 'acceptance')]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers[1]?.status).toBe(404);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect(await states(family)).toEqual([{ state: 'active' }]);
    expect(await api.db.query(`SELECT FROM household_access WHERE household_id = $1 AND reason = 'regisseur'`, [family.id])).toHaveLength(1);
  });

  it('saying yes and no at the same moment leaves one answer', async () => {
    const family = await waiting();
    const { body } = await propose(family);
    const answers = await Promise.all([answer(family, body.id, 'acceptance'), answer(family, body.id, 'decline')]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    // Who said no has no proposal any more; who said yes has one that moved on.
    expect([404, 412]).toContain(answers.find(({ status }) => status !== 204)?.status);
  });

  it('the database itself refuses a second active regisseur', async () => {
    const family = await aHousehold(api.db);
    const second = api.db.query(
      `INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by) VALUES ($1, $2, $3, $4, 'active', $4)`,
      [newId(), family.id, family.municipalityId, lars]);
    await expect(second).rejects.toThrow('one_active_regisseur');
  });

  it('a proposal on an old version is refused, and one without a version is told so', async () => {
    const family = await waiting();
    expect((await propose(family, { regisseurId: jelle }, 7)).status).toBe(412);
    const without = await api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId: jelle });
    expect(without.status).toBe(428);
    expect(without.body.detail).toMatch(/If-Match/);
    const { body } = await propose(family);
    expect((await answer(family, body.id, 'acceptance', 'regisseur', 9)).status).toBe(412);
  });

  it('a repeated click with the same key gets the first answer and makes one proposal', async () => {
    const family = await waiting();
    const click = (regisseurId = jelle) =>
      api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId }, { version: 1, headers: { 'idempotency-key': `click-${family.id}` } });
    const [first, second] = [await click(), await click()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await states(family)).toHaveLength(1);
    expect((await click(lars)).status).toBe(422);
  });

  it.each([
    ['the team lead of another team', 'team-lead-zuid', 404],
    ['the team lead of another municipality', 'team-lead-hoogeveen', 404],
    ['a case worker', 'case-worker', 403],
    ['a regisseur', 'regisseur', 403],
    ['a partner', 'gkb', 403],
  ])('%s can propose nobody', async (_, persona, status) => {
    const family = await waiting();
    expect((await propose(family, { regisseurId: jelle }, 1, persona)).status).toBe(status);
    expect(await states(family)).toEqual([]);
  });

  it.each<[string, () => Promise<object> | object, string]>([
    ['somebody who is no regisseur', async () => ({ regisseurId: await userId(api.db, 'case-worker') }), 'regisseurId'],
    ['a regisseur of another municipality', async () => ({ regisseurId: await userId(api.db, 'regisseur-hoogeveen') }), 'regisseurId'],
    ['somebody who does not exist', () => ({ regisseurId: newId() }), 'regisseurId'],
    ['no id at all', () => ({ regisseurId: 'Jelle' }), 'regisseurId'],
    ['nobody', () => ({}), 'regisseurId'],
    ['a note that is too long', () => ({ regisseurId: jelle, note: 'x'.repeat(501) }), 'note'],
    ['an unknown field', () => ({ regisseurId: jelle, urgent: true }), 'urgent'],
  ])('proposing %s is refused by the field', async (_, body, field) => {
    const family = await waiting();
    const refused = await propose(family, await body());
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
    expect(await states(family)).toEqual([]);
  });

  it('a proposal of one family can not be answered under the address of another', async () => {
    const [one, other] = [await waiting(), await waiting()];
    const { body } = await propose(one);
    expect((await answer(other, body.id, 'acceptance')).status).toBe(404);
  });
});
