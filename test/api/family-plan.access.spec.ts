import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { addDays } from '#kernel';
import { actorSettings, SET_ACTOR } from '#platform';
import { actorOf } from '../access/support/app-sql.js';
import { type SpecApi, startApi } from '../support/api.js';
import { breakGlass, letTheWindowPass } from '../support/break-glass.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { planOf } from '../support/plans.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();

describe('who writes in a plan, and who only reads', () => {
  let api: SpecApi;
  let app: pg.Client;
  beforeAll(async () => {
    api = await startApi();
    app = new pg.Client({ connectionString: api.db.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await api.close();
  });

  const aPlan = async (family: HouseholdFixture) => {
    const plan = planOf(api, family);
    return { ...plan, goal: (await plan.addGoal()).body.id as string, action: (await plan.addAction()).body.id as string };
  };

  it('who broke the glass reads for an hour and changes nothing', async () => {
    const family = await aHousehold(api.db);
    const { goal, action } = await aPlan(family);
    const { body: glass } = await breakGlass(api, 'regisseur-zuid', family);
    const stranger = planOf(api, family, 'regisseur-zuid');
    expect(await stranger.read()).toMatchObject({ goals: [{ id: goal, allowedActions: [] }], actions: [{ allowedActions: [] }], allowedActions: [] });
    const tries = [
      await stranger.addGoal(), await stranger.addAction(), await stranger.moveGoal(goal, { move: 'reach' }), await stranger.moveAction(action, { move: 'finish' }),
      await stranger.agree(), await stranger.put('plan/review', { reviewOn: addDays(TODAY, 9) }, 3), await stranger.put('plan/schemes/kindpas', { state: 'to-look-at' }, 0),
    ];
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 404));
    expect((await api.as('regisseur-zuid').get(`${stranger.path}/plan.pdf`)).status).toBe(403);
    await letTheWindowPass(api, glass.id);
    expect((await api.as('regisseur-zuid').get(`${stranger.path}/plan`)).status).toBe(404);
  });

  it('who stands in writes as the regisseur does, until the last day', async () => {
    const family = await aHousehold(api.db);
    await aPlan(family);
    const arranged = await api.as('regisseur').post('/v1/substitutions', { substituteId: await userId(api.db, 'regisseur-zuid'), firstDay: TODAY, lastDay: addDays(TODAY, 3) });
    const substitute = planOf(api, family, 'regisseur-zuid');
    expect((await substitute.addGoal({ words: 'Van de waarnemer' })).status).toBe(201);
    expect((await substitute.agree()).status).toBe(201);
    expect(await api.db.query(`SELECT u.subject FROM reminder r JOIN app_user u ON u.id = r.user_id WHERE r.household_id = $1 AND r.kind = 'plan-review-due'`, [family.id])).toEqual([{ subject: 'regisseur' }]);
    await api.as('regisseur').post(`/v1/substitutions/${arranged.body.id}/end`, undefined, { version: 1 });
    expect((await substitute.addGoal()).status).toBe(404);
  });

  it('past the API neither: a case worker in the family changes no goal, makes no agreement and signs in nobody else’s name', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    const { goal, action } = await aPlan(family);
    const as = async (persona: string, text: string, values: unknown[]): Promise<string> => {
      await app.query('BEGIN');
      try {
        await app.query(SET_ACTOR, actorSettings(await actorOf(api.db, persona), 'off'));
        return await app.query(text, values).then(({ rowCount }) => `${rowCount} rows`, (error: { code?: string }) => error.code ?? 'no code');
      } finally {
        await app.query('ROLLBACK');
      }
    };
    const colleague = await userId(api.db, 'case-worker');
    expect(await as('case-worker', `UPDATE plan_goal SET words = 'x' WHERE id = $1`, [goal])).toBe('0 rows');
    expect(await as('case-worker', `UPDATE plan_action SET what = 'x' WHERE id = $1`, [action])).toBe('0 rows');
    expect(await as('case-worker', `UPDATE family_plan SET agreed_version = 9 WHERE household_id = $1`, [family.id])).toBe('0 rows');
    const agreed = `INSERT INTO plan_version (id, household_id, municipality_id, number, snapshot, agreed_by, agreed_on, how, recorded_by) SELECT gen_random_uuid(), $1, $2, 1, '{}', '[]', current_date, 'talk', $3`;
    expect(await as('case-worker', agreed, [family.id, family.municipalityId, colleague])).toBe('42501');
    expect(await as('regisseur', agreed, [family.id, family.municipalityId, colleague])).toBe('42501');
    expect(await as('regisseur', agreed, [family.id, family.municipalityId, await userId(api.db, 'regisseur')])).toBe('1 rows');
    expect(await as('regisseur', 'UPDATE plan_version SET number = 2', [])).toBe('42501');
    for (const table of ['family_plan', 'plan_goal', 'plan_action', 'plan_version', 'plan_phase', 'plan_scheme']) expect(await as('regisseur', `DELETE FROM ${table}`, [])).toBe('42501');
    for (const persona of ['team-lead', 'regisseur-zuid', 'regisseur-hoogeveen', 'gkb', 'privacy-officer']) {
      expect(await as(persona, 'SELECT FROM plan_goal WHERE household_id = $1', [family.id])).toBe('0 rows');
      expect(await as(persona, 'SELECT FROM access.colleagues_in($1)', [family.id])).toBe('0 rows');
    }
  });

  it('a repeat of the same yes is one version', async () => {
    const family = await aHousehold(api.db);
    const plan = await aPlan(family);
    const { version } = await plan.read();
    const body = { agreedBy: [{ forMemberId: family.members['Fatima'], memberId: family.members['Fatima'], capacity: 'self' }], agreedOn: TODAY, how: 'paper', reviewOn: addDays(TODAY, 30) };
    const twice = () => api.as('regisseur').call('POST', `${plan.path}/plan/agreements`, { body, version, headers: { 'idempotency-key': 'one-yes-of-this-family' } });
    expect([(await twice()).body, (await twice()).body]).toEqual([{ number: 1 }, { number: 1 }]);
    expect(await plan.versions()).toHaveLength(1);
  });

  it('asks for a version where two could write, and refuses one that is no number', async () => {
    const plan = await aPlan(await aHousehold(api.db));
    expect((await api.as('regisseur').post(`${plan.path}/plan-goals/${plan.goal}/moves`, { move: 'reach' })).status).toBe(428);
    expect((await api.as('regisseur').call('PUT', `${plan.path}/plan/schemes/kindpas`, { body: { state: 'to-look-at' }, headers: { 'if-match': '"-1"' } })).status).toBe(428);
  });
});
