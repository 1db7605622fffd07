import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aReadyFamily, CLOSURE, ESCALATION, onCase, stateOf, step } from '../support/cases.js';
import { aHousehold } from '../support/households.js';
import { actorOf, type AppSql, appSql, NOT_ALLOWED } from './support/app-sql.js';

/** Past the API, with the rights the application has at the database: a state that opens a dossier is not given to oneself. */
describe('a case, asked of the database itself', () => {
  let api: SpecApi;
  let sql: AppSql;
  beforeAll(async () => {
    api = await startApi();
    sql = await appSql(api.db);
  });
  afterAll(async () => {
    await sql.close();
    await api.close();
  });

  const as = async (persona: string, ...statements: string[]): Promise<string> => sql.attempt(await actorOf(api.db, persona), ...statements);
  const to = ({ id }: { id: string }, state: string): string => `UPDATE household SET state = '${state}' WHERE id = '${id}'`;

  it('a team lead does not scale up a family to read it', async () => {
    const family = await aReadyFamily(api);
    await step(api, family, 'activate');
    expect((await onCase(api, family, '/escalations', ESCALATION, 'team-lead')).status).toBe(403);
    expect(await as('team-lead', to(family, 'scaled-up'))).toBe(NOT_ALLOWED);
    expect(await as('team-lead', `INSERT INTO escalation (id, household_id, municipality_id, reason, tried, asked, answer_by, raised_by, state)
      SELECT '${newId()}', id, municipality_id, 'x', 'x', 'x', current_date, access.user_id(), 'open' FROM household WHERE id = '${family.id}'`)).toBe(NOT_ALLOWED);
    expect(await as('regisseur', to(family, 'scaled-up'))).toBe('did it, 1 rows');
  });

  it('a team lead who closes a case counts the goals that only the dossier shows', async () => {
    const family = await aReadyFamily(api);
    await api.db.query(`INSERT INTO plan_goal (id, household_id, municipality_id, life_domain, words, state, position)
      SELECT gen_random_uuid(), id, municipality_id, 'housing', 'Een eigen plek.', 'reached', 1 FROM household WHERE id = $1`, [family.id]);
    await step(api, family, 'activate');
    await step(api, family, 'start-aftercare');
    await api.db.query(`UPDATE aftercare_contact SET state = 'not-reached' WHERE household_id = $1`, [family.id]);
    expect((await onCase(api, family, '/closure', CLOSURE, 'team-lead')).status).toBe(200);
    expect(await api.db.query('SELECT goals_reached FROM case_closure WHERE household_id = $1', [family.id])).toEqual([{ goals_reached: 1 }]);
  });

  it('nobody comes into a family by having it reported once more', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', state: 'waiting-list' });
    for (const persona of ['case-worker', 'team-lead']) expect(await as(persona, to(family, 'reported'))).toBe(NOT_ALLOWED);
    const back = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', state: 'reported' });
    const mine = `SELECT FROM household_access WHERE household_id = '${back.id}'`;
    expect(await as('case-worker', to(back, 'safety-check'), mine)).toBe('did it, 0 rows');
  });

  it('the last basis ends at the moment at which the case becomes active, by whoever does not hold the family: it is not active without', async () => {
    const family = await aReadyFamily(api);
    const [activation, end] = [0, 1].map(() => new pg.Client({ connectionString: api.db.migratorUrl }));
    if (!activation || !end) throw new Error('two connections are needed');
    try {
      await Promise.all([activation.connect(), end.connect()]);
      await activation.query('BEGIN');
      await activation.query(to(family, 'active'));
      const ended = end.query(`UPDATE legal_basis SET state = 'invalid' WHERE household_id = $1`, [family.id]);
      await activation.query('COMMIT');
      await ended;
      expect(await stateOf(api.db, family)).toBe('draft-plan');
    } finally {
      await Promise.all([activation.end(), end.end()]);
    }
  });
});
