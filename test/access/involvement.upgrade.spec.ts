import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { migrate } from '#platform';
import { migrations } from '../../migrations/index.js';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

const BEFORE = migrations.findIndex(({ name }) => name.startsWith('Involvement'));

/** A database as it is before the first migration. */
async function emptied(db: SpecDatabase): Promise<void> {
  const schemas = await db.query<{ drop: string }>(`SELECT format('DROP SCHEMA %I CASCADE', nspname) AS drop FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'`);
  for (const { drop } of schemas) await db.query(drop);
  await db.query('CREATE SCHEMA public');
}

/** An installation from before: whoever had access kept it until somebody thought of it. */
describe('an upgrade', () => {
  let db: SpecDatabase;
  const [municipality, organisation, team] = [newId(), newId(), newId()];
  const people = { jelle: newId(), lars: newId(), sanne: newId(), formerly: newId() };
  const families = new Map<string, string>();

  const household = async (name: string, state: string) => {
    const id = newId();
    families.set(name, id);
    await db.query(`INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, member_count, child_count)
      VALUES ($1, $2, $3, $4, 'x', $5, 'laag', '2026-01-01', 'x', 1, 0)`, [id, municipality, team, id.slice(-12), state]);
  };
  const assignment = (family: string, person: keyof typeof people, state: string) => db.query(
    `INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by) VALUES ($1, $2, $3, $4, $5, $4)`,
    [newId(), families.get(family), municipality, people[person], state]);
  const access = (family: string, person: keyof typeof people, reason: string) => db.query(
    'INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES ($1, $2, $3, $4)', [people[person], families.get(family), municipality, reason]);

  beforeAll(async () => {
    db = await freshDatabase();
    await emptied(db);
    await migrate(db.migratorUrl, migrations.slice(0, BEFORE));
    await db.query(`INSERT INTO municipality (id, code, name) VALUES ($1, 'x', 'Groningen')`, [municipality]);
    await db.query(`INSERT INTO organisation (id, name, kind) VALUES ($1, 'WIJ', 'welfare')`, [organisation]);
    await db.query(`INSERT INTO team (id, municipality_id, organisation_id, name) VALUES ($1, $2, $3, 'Noord')`, [team, municipality, organisation]);
    for (const [name, id] of Object.entries(people)) {
      await db.query(`INSERT INTO app_user (id, organisation_id, name, email, subject) VALUES ($1, $2, $3, $3, $3)`, [id, organisation, name]);
    }
    for (const [person, role] of [['jelle', 'regisseur'], ['lars', 'regisseur'], ['sanne', 'case-worker'], ['formerly', 'policy-adviser']] as const) {
      await db.query('INSERT INTO user_role (user_id, municipality_id, role, team_id) VALUES ($1, $2, $3, $4)', [people[person], municipality, role, team]);
    }
    for (const [name, state] of [['running', 'active'], ['waiting', 'waiting-list'], ['closed', 'closed'], ['handed-over', 'active'], ['forgotten', 'intake'], ['left', 'active']] as const) await household(name, state);
    await assignment('running', 'jelle', 'active');
    await access('running', 'jelle', 'regisseur');
    await access('running', 'sanne', 'intake');
    await access('waiting', 'sanne', 'intake');
    await access('waiting', 'formerly', 'intake');
    await assignment('closed', 'jelle', 'active');
    await access('closed', 'jelle', 'regisseur');
    await assignment('handed-over', 'jelle', 'handed-over');
    await access('handed-over', 'jelle', 'regisseur');
    await assignment('handed-over', 'lars', 'active');
    await access('handed-over', 'sanne', 'substitute');
    await assignment('forgotten', 'lars', 'active');
    await assignment('left', 'formerly', 'active');
    await access('left', 'formerly', 'regisseur');
    await migrate(db.migratorUrl, migrations.slice(0, BEFORE + 1));
  });
  afterAll(() => db.drop());

  it('leaves who has a reason, brings in who should have been in, and takes out everybody else', async () => {
    const rows = await db.query<{ family: string; person: string; reason: string }>(
      'SELECT a.household_id AS family, u.name AS person, a.reason FROM household_access a JOIN app_user u ON u.id = a.user_id');
    const nameOf = new Map([...families].map(([name, id]) => [id, name]));
    expect(rows.map(({ family, person, reason }) => `${nameOf.get(family)}: ${person} as ${reason}`).toSorted()).toEqual([
      'forgotten: lars as regisseur', 'handed-over: lars as regisseur', 'running: jelle as regisseur', 'waiting: sanne as intake',
    ]);
  });

  it('ends the assignment of a family that was closed already', async () => {
    expect(await db.query('SELECT state FROM regisseur_assignment WHERE household_id = $1', [families.get('closed')])).toEqual([{ state: 'ended' }]);
  });
});
