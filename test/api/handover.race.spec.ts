import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHandover, planHandover, upTo } from '../support/handovers.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

/** Real HTTP, real PostgreSQL, all at once. */
describe('fifty at the same moment', () => {
  let api: SpecApi;
  let lars: string;
  let candidates: string[];
  beforeAll(async () => {
    api = await startApi();
    lars = await userId(api.db, 'regisseur-zuid');
    candidates = await Promise.all(FIFTY.map(() => aColleague()));
  });
  afterAll(() => api.close());

  const aColleague = async (): Promise<string> => {
    const id = newId();
    await api.db.query(`INSERT INTO app_user (id, organisation_id, name, email, subject) SELECT $1::uuid, organisation_id, 'Collega', $1::text || '@example.nl', $1::text FROM app_user WHERE subject = 'regisseur'`, [id]);
    await api.db.query(`INSERT INTO user_role (user_id, municipality_id, role, team_id) SELECT $1::uuid, r.municipality_id, 'regisseur', r.team_id FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.subject = 'regisseur' AND r.role = 'regisseur'`, [id]);
    return id;
  };
  const propose = (family: HouseholdFixture, regisseurId: string, body: object = {}, version = 1) =>
    api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId, ...body }, { version });
  const tally = (answers: readonly { status: number }[]): Record<number, number> =>
    answers.reduce<Record<number, number>>((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});
  const active = (id: string) => api.db.query(`SELECT FROM regisseur_assignment WHERE household_id = $1 AND state IN ('active', 'handover-planned')`, [id]);

  it('proposals of one family, each of another regisseur: one wins, 49 hear that somebody was before them', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' });
    const answers = await Promise.all(candidates.map((id) => propose(family, id)));
    expect(tally(answers)).toEqual({ 201: 1, 409: 49 });
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.detail).toBe('Er ligt al een voorstel voor dit gezin. Wacht op het antwoord.');
    expect(await api.db.query('SELECT FROM regisseur_assignment WHERE household_id = $1', [family.id])).toHaveLength(1);
  });

  it('hand-overs of one family to fifty people: one is planned', async () => {
    const family = await aHousehold(api.db, { state: 'draft-plan' });
    const answers = await Promise.all(candidates.map((successorId, n) => planHandover(api, family, { successorId }, n % 2 ? 'team-lead' : 'regisseur')));
    expect(tally(answers)).toEqual({ 201: 1, 409: 49 });
    expect(answers.find(({ status }) => status === 409)?.body.detail).toContain('overdracht gepland');
    expect(await active(family.id)).toHaveLength(1);
  });

  it('confirmations of one hand-over, from both sides: one switch', async () => {
    const handover = await upTo(await aHandover(api), 'talk-held');
    const answers = await Promise.all(FIFTY.map((n) => handover.step(n % 2 ? 'regisseur' : 'regisseur-zuid', 'confirmation', undefined, 3)));
    const counts = tally(answers);
    expect(counts[204]).toBe(2);
    // Whose family it no longer is, hears that there is none.
    expect((counts[409] ?? 0) + (counts[404] ?? 0)).toBe(48);
    expect(await api.db.query('SELECT state FROM regisseur_assignment WHERE household_id = $1 ORDER BY id', [handover.family.id])).toEqual([{ state: 'handed-over' }, { state: 'active' }]);
    expect(await handover.row()).toMatchObject({ state: 'done' });
  });

  it('proposals, hand-overs and an end of one family in its intake leave it with one regisseur or none', async () => {
    const family = await aHousehold(api.db);
    const { assignmentId } = family;
    const answers = await Promise.all([
      ...candidates.slice(0, 8).map((id) => propose(family, id)),
      ...candidates.slice(8, 16).map((successorId) => planHandover(api, family, { successorId })),
      ...[1, 2, 3].map(() => api.as('team-lead').post(`/v1/households/${family.id}/assignments/${assignmentId}/end`, { reason: 'Weg.' }, { version: 1 })),
    ]);
    expect(answers.filter(({ status }) => ![201, 204, 404, 409, 412].includes(status))).toEqual([]);
    expect((await active(family.id)).length).toBeLessThanOrEqual(1);
    const [open] = await api.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM handover WHERE household_id = $1 AND state = 'proposed'`, [family.id]);
    expect(open?.n).toBeLessThanOrEqual((await active(family.id)).length);
  });

  it('questions to one regisseur who has room for one: the others need a reason of the team lead', async () => {
    const full = candidates[0] ?? '';
    const [{ open } = { open: 0 }] = await api.db.query<{ open: number }>(
      `SELECT (SELECT count(*) FROM regisseur_assignment WHERE regisseur_id = $1 AND state IN ('proposed', 'active', 'handover-planned'))::int
        + (SELECT count(*) FROM handover WHERE successor_id = $1 AND state = 'proposed')::int AS open`, [full]);
    await api.db.query(`UPDATE team SET band_min = 0, band_max = $1 WHERE name = 'WIJ Noord'`, [open + 1]);
    const waiting = await Promise.all([1, 2, 3, 4, 5, 6].map(() => aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' })));
    const running = await Promise.all([1, 2, 3, 4].map(() => aHousehold(api.db, { state: 'draft-plan' })));
    const answers = await Promise.all([...waiting.map((family) => propose(family, full)), ...running.map((family) => planHandover(api, family, { successorId: full }))]);
    expect(tally(answers)).toEqual({ 201: 1, 422: 9 });
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ type: expect.stringContaining('caseload.above-band'), detail: expect.stringContaining('bovengrens') });
    const [again] = waiting.filter((_, at) => answers[at]?.status === 422);
    expect((await propose(again as HouseholdFixture, full, { overrideReason: 'Kent het gezin al jaren.' })).status).toBe(201);
    expect(await api.db.query(`SELECT details - 'regisseurId' AS details FROM audit_event WHERE action = 'caseload.band-passed' AND household_id = $1`, [again?.id]))
      .toEqual([{ details: { families: open + 2, bandMax: open + 1 } }]);
    // The regisseur who hands over can't give that reason.
    const [last] = running.filter((_, at) => answers[at + waiting.length]?.status === 422);
    expect((await planHandover(api, last as HouseholdFixture, { successorId: full, overrideReason: 'Ik wil het zo graag.' })).status).toBe(422);
    expect((await planHandover(api, last as HouseholdFixture, { successorId: full, overrideReason: 'Kent het gezin.' }, 'team-lead')).status).toBe(201);
    expect((await api.as('team-lead').get('/v1/regisseurs')).body.items.find(({ id }: { id: string }) => id === full)).toMatchObject({ coming: open + 3, wouldBeAbove: true });
    await api.db.query(`UPDATE team SET band_min = 15, band_max = 40 WHERE name = 'WIJ Noord'`);
    expect((await planHandover(api, await aHousehold(api.db, { state: 'draft-plan' }), { successorId: lars })).status).toBe(201);
  });
});
