import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { handoverOf, planHandover, TODAY } from '../support/handovers.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { addRole } from '../support/reports.js';

describe('the families of somebody who leaves', () => {
  let api: SpecApi;
  let jelle: string;
  let lars: string;
  let second: string;
  beforeAll(async () => {
    api = await startApi();
    [jelle, lars, second] = [await userId(api.db, 'regisseur'), await userId(api.db, 'regisseur-zuid'), await userId(api.db, 'regisseur-2')];
  });
  afterAll(() => api.close());

  const caseload = (persona = 'team-lead', id = jelle) => api.as(persona).get(`/v1/caseloads/${id}`);
  const move = (families: readonly { householdId: string; successorId: string }[], body: object = {}, persona = 'team-lead') =>
    api.as(persona).post(`/v1/caseloads/${jelle}/moves`, { reason: 'Jelle gaat met pensioen.', talkOn: addDays(TODAY, 14), families, ...body });
  const to = (families: readonly HouseholdFixture[], successorId = second) => families.map(({ id }) => ({ householdId: id, successorId }));
  const standing = async (family: HouseholdFixture) => (await caseload()).body.families.find(({ householdId }: { householdId: string }) => householdId === family.id);
  const some = (n: number, options = {}) => Promise.all(Array.from({ length: n }, () => aHousehold(api.db, { state: 'draft-plan', ...options })));

  it('are each shown with who could take them, as the bands have room', async () => {
    const [one] = await some(2);
    const { body } = await caseload();
    expect(body).toMatchObject({ regisseur: { id: jelle, name: 'Jelle Hoekstra' }, elsewhere: 0 });
    const suggested = new Set(body.families.map(({ suggestedId }: { suggestedId: string }) => suggestedId));
    expect(suggested.size).toBe(body.families.length);
    expect(body.takers.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([...suggested]));
    expect(body.takers.map(({ id }: { id: string }) => id)).not.toContain(jelle);
    expect(await standing(one as HouseholdFixture)).toMatchObject({ handover: null, assignmentState: 'active' });
  });

  it('are moved in one go; what could not says why and keeps its regisseur; done again it is done once', async () => {
    const families = await some(3);
    const [first] = families;
    await planHandover(api, first as HouseholdFixture, { successorId: lars });
    const other = await aHousehold(api.db, { regisseur: 'regisseur-2' });
    const { status, body } = await move(to([...families, other], second));
    expect(status).toBe(200);
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'planned', 'planned', 'refused']);
    expect(body.items[0].message).toContain('overdracht gepland');
    expect(body.items[3].message).toContain('niet (meer)');
    for (const family of families) expect(await api.db.query(`SELECT FROM regisseur_assignment WHERE household_id = $1 AND state = 'handover-planned' AND regisseur_id = $2`, [family.id, jelle])).toHaveLength(1);
    expect(await move(to(families))).toMatchObject({ status: 422, body: { errors: [0, 1, 2].map((at) => ({ field: `families.${at}`, message: expect.stringContaining('overdracht gepland') })) } });
    expect(await standing(families[1] as HouseholdFixture)).toMatchObject({ handover: { state: 'proposed', successor: { id: second } }, suggestedId: null });
  });

  it('go to two people at once without passing the band silently, and with a reason of the team lead above it', async () => {
    const families = await some(3);
    const [{ open } = { open: 0 }] = await api.db.query<{ open: number }>(`SELECT (caseload + coming)::int AS open FROM (SELECT
      (SELECT count(*) FROM regisseur_assignment WHERE regisseur_id = $1 AND state IN ('active', 'handover-planned', 'proposed')) AS caseload,
      (SELECT count(*) FROM handover WHERE successor_id = $1 AND state = 'proposed') AS coming) l`, [second]);
    await api.db.query(`UPDATE team SET band_min = 0, band_max = $1 WHERE name = 'WIJ Noord'`, [open + 1]);
    const { body } = await move(to(families));
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['planned', 'refused', 'refused']);
    expect(body.items[1].message).toContain('bovengrens');
    expect((await move(to(families.slice(1)), { overrideReason: 'Tot er een nieuwe collega is.' })).body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['planned', 'planned']);
    await api.db.query(`UPDATE team SET band_min = 15, band_max = 40 WHERE name = 'WIJ Noord'`);
  });

  it('a family they were only asked for is asked of another', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' });
    await api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId: jelle }, { version: 1 });
    expect(await standing(family)).toMatchObject({ assignmentState: 'proposed', handover: null });
    expect((await move(to([family], lars))).body.items).toEqual([{ householdId: family.id, outcome: 'planned', message: null }]);
    expect(await api.db.query('SELECT regisseur_id, state FROM regisseur_assignment WHERE household_id = $1 ORDER BY id', [family.id]))
      .toEqual([{ regisseur_id: jelle, state: 'ended' }, { regisseur_id: lars, state: 'proposed' }]);
    expect(await standing(family)).toBeUndefined();
    expect((await api.as('regisseur').get(`/v1/households/${family.id}`)).status).toBe(404);
    // Who has no place left in the family is asked for nothing.
    expect((await move(to([family], lars))).status).toBe(422);
  });

  describe('while somebody stands in', () => {
    // Sanne is regisseur beside her other work, and stands in.
    beforeAll(() => addRole(api.db, 'case-worker', 'regisseur', 'WIJ Noord'));
    const standsIn = async (regisseurId: string) =>
      api.as('team-lead').post('/v1/substitutions', { regisseurId, substituteId: await userId(api.db, 'case-worker'), firstDay: TODAY, lastDay: addDays(TODAY, 30) });
    const sees = async (persona: string, { id }: HouseholdFixture): Promise<string> => (await api.as(persona).get(`/v1/households/${id}`)).body.view ?? 'nothing';
    const allSee = (family: HouseholdFixture) => Promise.all(['case-worker', 'regisseur', 'regisseur-zuid'].map((persona) => sees(persona, family)));
    afterEach(() => api.db.query('UPDATE substitution SET ended_at = now() WHERE ended_at IS NULL'));

    it('for who leaves: they keep each family until it is handed over, and not after', async () => {
      const [gone, stays] = (await some(2)) as [HouseholdFixture, HouseholdFixture];
      await standsIn(jelle);
      await move(to([gone, stays], lars));
      const [{ id } = { id: '' }] = await api.db.query<{ id: string }>('SELECT id FROM handover WHERE household_id = $1', [gone.id]);
      const handover = handoverOf(api, gone, id);
      expect((await handover.step('regisseur-zuid', 'acceptance')).status).toBe(204);
      // Who stands in was at the talk and writes it down; the family is not theirs to give away.
      expect((await handover.step('case-worker', 'talk', { heldOn: TODAY, memberIds: [gone.members['Fatima']] })).status).toBe(204);
      expect((await handover.step('case-worker', 'confirmation')).status).toBe(403);
      expect((await handover.step('regisseur-zuid', 'confirmation')).status).toBe(204);
      expect((await handover.step('team-lead', 'urgent-switch', { reason: 'Jelle is ziek en kan niet bevestigen.' })).status).toBe(204);
      expect(await allSee(gone)).toEqual(['nothing', 'nothing', 'involved']);
      expect(await allSee(stays)).toEqual(['involved', 'involved', 'proposed']);
    });

    it('for the new regisseur: they read the family after the switch, not before', async () => {
      const [family] = (await some(1)) as [HouseholdFixture];
      await api.as('regisseur-zuid').post('/v1/substitutions', { substituteId: await userId(api.db, 'case-worker'), firstDay: TODAY, lastDay: addDays(TODAY, 5) });
      const { body } = await planHandover(api, family, { successorId: lars });
      const handover = handoverOf(api, family, body.id);
      await handover.step('regisseur-zuid', 'acceptance');
      expect(await allSee(family)).toEqual(['nothing', 'involved', 'proposed']);
      await handover.step('team-lead', 'urgent-switch', { reason: 'Spoed.' });
      expect(await allSee(family)).toEqual(['involved', 'nothing', 'involved']);
    });
  });

  it.each<[string, () => Promise<number>, number]>([
    ['the team lead of another team', async () => (await caseload('team-lead-zuid')).status, 404],
    ['the team lead of another municipality', async () => (await move([], { families: to(await some(1)) }, 'team-lead-hoogeveen')).status, 404],
    ['the one who leaves', async () => (await move([], { families: to(await some(1)) }, 'regisseur')).status, 403],
    ['somebody who names no family', async () => (await move([])).status, 400],
    ['somebody who names a family twice', async () => (await move(to([...await some(1)].flatMap((one) => [one, one])))).status, 400],
  ])('are not moved by %s', async (_, ask, status) => expect(await ask()).toBe(status));

  it('nobody is given a family of the own team by the team lead who is that person', async () => {
    const families = await some(1);
    expect(await move(to(families, await userId(api.db, 'team-lead')))).toMatchObject({ status: 422, body: { errors: [{ message: expect.stringContaining('jezelf') }] } });
  });
});

