import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel';
import { migrate } from '#platform';
import { migrations } from '../../migrations/index.js';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

const BEFORE_LAWFUL_SHARING = 9;

/** A municipality that has worked with the version before: rows of that time, then the newer tables. */
describe('an installation of the version before', () => {
  let db: SpecDatabase;
  const [municipality, team, person, family, running, fund] = Array.from({ length: 6 }, newId);
  const sql = (text: string, values: unknown[] = []) => db.query(text, values);

  beforeAll(async () => {
    db = await freshDatabase();
    const owner = new pg.Client({ connectionString: db.migratorUrl });
    await owner.connect();
    for (const schema of ['public', 'access', 'retention', 'bullmq']) await owner.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await owner.query('CREATE SCHEMA public');
    await owner.end();
    await migrate(db.migratorUrl, migrations.slice(0, BEFORE_LAWFUL_SHARING));
    await someWork();
    await migrate(db.migratorUrl, migrations);
  });
  afterAll(() => db.drop());

  async function someWork(): Promise<void> {
    const organisation = newId();
    await sql(`INSERT INTO municipality (id, code, name) VALUES ($1, '0014', 'Groningen')`, [municipality]);
    await sql(`INSERT INTO organisation (id, name, kind) VALUES ($1, 'WIJ Groningen', 'welfare')`, [organisation]);
    await sql('INSERT INTO organisation_municipality (organisation_id, municipality_id, takes_referrals) VALUES ($1, $2, true)', [organisation, municipality]);
    await sql(`INSERT INTO team (id, municipality_id, organisation_id, name) VALUES ($1, $2, $3, 'WIJ Noord')`, [team, municipality, organisation]);
    await sql(`INSERT INTO app_user (id, organisation_id, name, email, subject) VALUES ($1, $2, 'Jelle', 'j@wij.example', 'regisseur')`, [person, organisation]);
    await sql(`INSERT INTO user_role (user_id, municipality_id, role, team_id) VALUES ($1, $2, 'regisseur', $3)`, [person, municipality, team]);
    for (const [id, state] of [[family, 'closed'], [running, 'active']]) {
      await sql(`INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, member_count, child_count)
        VALUES ($1, $2, $3, $4, 'Familie Oud', $5, 'normaal', '2020-01-01', 'spreekuur', 1, 0)`, [id, municipality, team, `2020-${state}`, state]);
      const member = newId();
      await sql(`INSERT INTO household_member (id, household_id, municipality_id, role, first_name, last_name, normalised_name, birth_date) VALUES ($1, $2, $3, 'main', 'Anne', 'Oud', 'anne oud', '1980-01-01')`, [member, id, municipality]);
      await sql(`INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by, active_since) VALUES ($1, $2, $3, $4, 'active', $4, '2020-02-01')`, [newId(), id, municipality, person]);
      await sql(`INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES ($1, $2, $3, 'regisseur')`, [person, id, municipality]);
      await sql(`INSERT INTO household_event (id, household_id, municipality_id, at, kind, text) VALUES ($1, $2, $3, '2021-03-04T10:00:00Z', 'household.closed', 'Afgesloten.')`, [newId(), id, municipality]);
      await sql(`INSERT INTO legal_basis (id, household_id, municipality_id, member_id, type, article, purpose, data_categories, from_organisation_id, to_organisation_id, valid_from, valid_until, proof, state, recorded_by)
        VALUES ($1, $2, $3, $4, 'statutory-task', 'Wmo 2015', 'x', '{name}', $5, $5, '2020-01-01', '2030-01-01', 'law', 'active', $6)`, [newId(), id, municipality, member, organisation, person]);
    }
    await sql(`INSERT INTO fund (id, municipality_id, name, domains, year, ceiling_cents) VALUES ($1, $2, 'Fonds', '{housing}', 2020, 1000)`, [fund, municipality]);
  }

  it('knows when older cases ended: when the last thing happened', async () => {
    expect(await sql('SELECT case_number, ended_at FROM household ORDER BY 1')).toEqual([
      { case_number: '2020-active', ended_at: null },
      { case_number: '2020-closed', ended_at: new Date('2021-03-04T10:00:00Z') },
    ]);
  });

  it('has the terms of the selection list, and reckons with the help that was given', async () => {
    expect(await sql('SELECT count(*) AS n FROM retention_rule WHERE municipality_id = $1', [municipality])).toEqual([{ n: 15 }]);
    expect(await sql('SELECT retention.may_go_on(id) AS on FROM household WHERE id = $1', [family])).toEqual([{ on: '2036-03-05' }]);
  });

  it('gives nobody access to a family whose case ended', async () => {
    expect(await sql('SELECT household_id AS id FROM household_access')).toEqual([{ id: running }]);
  });

  it('leaves a family active that never had a plan; when its last basis goes, it goes back as all others', async () => {
    const state = async () => (await sql('SELECT state FROM household WHERE id = $1', [running]))[0];
    await sql('UPDATE household SET version = version + 1, state = state WHERE id = $1', [running]);
    expect(await state()).toEqual({ state: 'active' });
    await sql(`UPDATE legal_basis SET state = 'withdrawn' WHERE household_id = $1`, [running]);
    expect(await state()).toEqual({ state: 'draft-plan' });
    await expect(sql(`UPDATE household SET state = 'active' WHERE id = $1`, [running])).rejects.toMatchObject({ constraint: 'case_has_basis' });
  });
});
