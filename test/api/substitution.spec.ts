import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type LocalDate } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { assignRegisseur, aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { addRole } from '../support/reports.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();
const day = (days: number): LocalDate => addDays(TODAY, days);

describe('standing in for a colleague', () => {
  let api: SpecApi;
  let lars: string;
  let jelle: string;
  beforeAll(async () => {
    api = await startApi();
    [lars, jelle] = [await userId(api.db, 'regisseur-zuid'), await userId(api.db, 'regisseur')];
  });
  afterAll(() => api.close());

  const arrange = (persona: string, body: object) => api.as(persona).post('/v1/substitutions', { substituteId: lars, firstDay: TODAY, lastDay: day(7), ...body });
  const end = (persona: string, id: string, version = 1) => api.as(persona).post(`/v1/substitutions/${id}/end`, undefined, { version });
  const sees = async (family: HouseholdFixture, persona = 'regisseur-zuid') => (await api.as(persona).get(`/v1/households/${family.id}`)).status === 200;
  const open = async (id: string) => (await api.as('regisseur').get('/v1/substitutions')).body.items.find((one: { id: string }) => one.id === id);
  const clean = () => api.db.query('UPDATE substitution SET ended_at = now() WHERE ended_at IS NULL');

  it('opens all families of the regisseur, who keeps them too, and lets the substitute work there', async () => {
    const family = await aHousehold(api.db, { protectedAddress: true });
    const { status, body } = await arrange('regisseur', {});
    expect(status).toBe(201);
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family.id}`)).body).toMatchObject({
      view: 'involved', address: { postcode: '9711AB' }, allowedActions: expect.arrayContaining(['send-referral', 'set-reminder']), breakGlass: null,
    });
    expect(await sees(family, 'regisseur')).toBe(true);
    expect((await api.as('regisseur-zuid').get('/v1/households')).body.items).toContainEqual(expect.objectContaining({ id: family.id, role: 'substitute' }));
    expect(await open(body.id)).toMatchObject({ regisseur: { name: 'Jelle Hoekstra' }, substitute: { name: 'Lars Feenstra' }, state: 'running', allowedActions: ['end'] });
    await clean();
  });

  it('also those the regisseur gets during the absence', async () => {
    await arrange('regisseur', {});
    const later = await aHousehold(api.db);
    expect(await sees(later)).toBe(true);
    await clean();
  });

  it('arranged ahead it opens nothing before its first day', async () => {
    const family = await aHousehold(api.db);
    const { body } = await arrange('regisseur', { firstDay: day(3), lastDay: day(9) });
    expect(await open(body.id)).toMatchObject({ state: 'planned' });
    expect(await sees(family)).toBe(false);
    const [row] = await api.db.query('SELECT since, until FROM household_access WHERE household_id = $1 AND cause_id = $2', [family.id, body.id]);
    const midnight = (of: LocalDate) => api.db.query(`SELECT $1::date::timestamp AT TIME ZONE 'Europe/Amsterdam' AS at`, [of]).then(([found]) => found?.['at']);
    expect(row).toEqual({ since: await midnight(day(3)), until: await midnight(day(10)) });
    await clean();
  });

  it('is over after its last day, without anybody or anything doing something', async () => {
    const family = await aHousehold(api.db);
    const { body } = await arrange('regisseur', {});
    await api.db.query(`UPDATE household_access SET since = since - interval '9 days', until = now() - interval '1 second' WHERE cause_id = $1`, [body.id]);
    expect(await sees(family)).toBe(false);
    expect((await api.as('regisseur-zuid').get('/v1/households')).text).not.toContain(family.id);
    expect(await sees(family, 'regisseur')).toBe(true);
    await clean();
  });

  it('ends early when the regisseur is back, at once', async () => {
    const family = await aHousehold(api.db);
    const { body } = await arrange('regisseur', {});
    expect(await sees(family)).toBe(true);
    expect((await end('regisseur', body.id)).status).toBe(204);
    expect(await sees(family)).toBe(false);
    expect(await open(body.id)).toMatchObject({ state: 'ended', allowedActions: [] });
    expect((await end('regisseur', body.id, 2)).status).toBe(409);
  });

  it('a family that the regisseur loses closes for the substitute too', async () => {
    const family = await aHousehold(api.db);
    await arrange('regisseur', {});
    const answer = await api.as('team-lead').post(`/v1/households/${family.id}/assignments/${family.assignmentId}/end`, { reason: 'Naar een ander team.' }, { version: 1 });
    expect(answer.status).toBe(204);
    expect([await sees(family), await sees(family, 'regisseur')]).toEqual([false, false]);
    await clean();
  });

  it('what the substitute has for another reason stays', async () => {
    const family = await aHousehold(api.db);
    const { body } = await arrange('regisseur', {});
    // Jelle hands over to Lars while he stands in.
    await api.db.query(`UPDATE regisseur_assignment SET state = 'handed-over' WHERE id = $1`, [family.assignmentId]);
    await assignRegisseur(api.db, family.id, 'regisseur-zuid');
    await end('regisseur', body.id);
    expect(await sees(family)).toBe(true);
    await clean();
  });

  it('the team lead arranges and ends it for the team', async () => {
    const { status, body } = await arrange('team-lead', { regisseurId: jelle });
    expect(status).toBe(201);
    expect((await end('team-lead-zuid', body.id)).status).toBe(404);
    // Who stands in sees it, but does not decide on it.
    expect((await api.as('regisseur-zuid').get('/v1/substitutions')).body.items[0]).toMatchObject({ id: body.id, allowedActions: [] });
    expect((await end('regisseur-zuid', body.id)).status).toBe(404);
    expect((await end('team-lead', body.id, 9)).status).toBe(412);
    expect((await end('team-lead', body.id)).status).toBe(204);
  });

  it('names the colleagues who can stand in', async () => {
    const { items } = (await api.as('regisseur').get('/v1/substitutions/colleagues')).body;
    expect(items).toContainEqual({ id: lars, name: 'Lars Feenstra', teamName: 'WIJ Zuid', ofMyTeam: false });
    expect(JSON.stringify(items)).not.toContain('Petra Mol');
  });

  it('two at once for the same days: one', async () => {
    const answers = await Promise.all([arrange('regisseur', {}), arrange('team-lead', { regisseurId: jelle, firstDay: day(7), lastDay: day(8) })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await arrange('regisseur', { firstDay: day(10), lastDay: day(12) })).status).toBe(201);
    await clean();
  });

  it.each<[string, string, () => object | Promise<object>, number]>([
    ['oneself', 'regisseur', () => ({ substituteId: jelle }), 400],
    ['somebody who is no regisseur', 'regisseur', async () => ({ substituteId: await userId(api.db, 'case-worker') }), 400],
    ['a regisseur of another municipality', 'regisseur', async () => ({ substituteId: await userId(api.db, 'regisseur-hoogeveen') }), 400],
    ['a first day that has passed', 'regisseur', () => ({ firstDay: day(-1) }), 400],
    ['days the wrong way round', 'regisseur', () => ({ firstDay: day(5), lastDay: day(4) }), 400],
    ['for another regisseur', 'regisseur-zuid', () => ({ regisseurId: jelle }), 403],
    ['by the team lead of another team', 'team-lead-zuid', () => ({ regisseurId: jelle }), 403],
    ['by a team lead elsewhere', 'team-lead-hoogeveen', () => ({ regisseurId: jelle }), 403],
    ['by a case worker', 'case-worker', () => ({}), 403],
    ['by a partner', 'gkb', () => ({ regisseurId: jelle }), 403],
  ])('is refused: %s', async (_, persona, body, status) => {
    expect((await arrange(persona, await body())).status).toBe(status);
    expect(await api.db.query('SELECT FROM substitution WHERE ended_at IS NULL')).toEqual([]);
  });

  it('nobody appoints themselves to the families of another, not even who leads the team', async () => {
    await addRole(api.db, 'team-lead', 'regisseur', 'WIJ Noord');
    const me = await userId(api.db, 'team-lead');
    const answer = await arrange('team-lead', { regisseurId: jelle, substituteId: me });
    expect([answer.status, answer.body.detail]).toEqual([403, 'Je kunt jezelf niet als waarnemer aanwijzen. Vraag een ander om dat te doen.']);
    await api.db.query(`DELETE FROM user_role WHERE role = 'regisseur' AND user_id = $1`, [me]);
  });

  it('an assignment and a substitution that begin at the same moment both count', async () => {
    const families = await Promise.all([1, 2, 3, 4].map(() => aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' })));
    const proposals = await Promise.all(families.map((family) => api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId: jelle }, { version: 1 })));
    const accept = (family: HouseholdFixture, id: string) => api.as('regisseur').post(`/v1/households/${family.id}/assignments/${id}/acceptance`, undefined, { version: 1 });
    const answers = await Promise.all([...families.map((family, at) => accept(family, proposals[at]?.body.id)), arrange('regisseur', {})]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 201]);
    for (const family of families) expect(await sees(family)).toBe(true);
    await clean();
  });

  it('an assignment that ends at the moment the substitution begins opens its family for nobody', async () => {
    for (let round = 0; round < 4; round += 1) {
      const families = await Promise.all([1, 2, 3].map(() => aHousehold(api.db)));
      const endRegie = ({ id, assignmentId }: HouseholdFixture) => api.as('team-lead').post(`/v1/households/${id}/assignments/${assignmentId}/end`, { reason: 'Weg.' }, { version: 1 });
      const answers = await Promise.all([...families.map(endRegie), arrange('regisseur', {})]);
      // Two that wait for each other are told to try again; nothing of what failed stands.
      expect(answers.filter(({ status }) => ![201, 204, 409].includes(status))).toEqual([]);
      for (const [at, family] of families.entries()) {
        if (answers[at]?.status === 204) expect([await sees(family), await sees(family, 'regisseur')]).toEqual([false, false]);
      }
      await clean();
    }
  });
});
