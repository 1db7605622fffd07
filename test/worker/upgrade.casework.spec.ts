import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel';
import { migrate } from '#platform';
import { migrations } from '../../migrations/index.js';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

const BEFORE = migrations.findIndex(({ name }) => name.startsWith('FamilyPlan'));

/** What stood there before there was a plan, a waiting period, minutes of a meeting or a name to search in. */
describe('a municipality that worked with families before there was a plan', () => {
  let db: SpecDatabase;
  const [municipality, organisation, team, regisseur, waiting, active, hidden, meeting] = Array.from({ length: 8 }, newId);
  const sql = (text: string, values: unknown[] = []) => db.query(text, values);

  beforeAll(async () => {
    db = await freshDatabase();
    const owner = new pg.Client({ connectionString: db.migratorUrl });
    await owner.connect();
    for (const schema of ['public', 'access', 'retention', 'bullmq']) await owner.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await owner.query('CREATE SCHEMA public');
    await owner.end();
    await migrate(db.migratorUrl, migrations.slice(0, BEFORE));
    await someWork();
    await migrate(db.migratorUrl, migrations);
  });
  afterAll(() => db.drop());

  async function someWork(): Promise<void> {
    await sql(`INSERT INTO municipality (id, code, name) VALUES ($1, '0014', 'Groningen')`, [municipality]);
    await sql(`INSERT INTO organisation (id, name, kind) VALUES ($1, 'WIJ Groningen', 'welfare')`, [organisation]);
    await sql('INSERT INTO organisation_municipality (organisation_id, municipality_id, takes_referrals) VALUES ($1, $2, true)', [organisation, municipality]);
    await sql(`INSERT INTO team (id, municipality_id, organisation_id, name) VALUES ($1, $2, $3, 'WIJ Noord')`, [team, municipality, organisation]);
    await sql(`INSERT INTO app_user (id, organisation_id, name, email, subject) VALUES ($1, $2, 'Jelle', 'j@wij.example', 'regisseur')`, [regisseur, organisation]);
    await sql(`INSERT INTO user_role (user_id, municipality_id, role, team_id) VALUES ($1, $2, 'regisseur', $3)`, [regisseur, municipality, team]);
    for (const [id, state, name] of [[waiting, 'waiting-list', 'Großmann'], [active, 'active', 'Oud'], [hidden, 'waiting-list', 'de Jong']]) {
      await sql(`INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, member_count, child_count)
        VALUES ($1, $2, $3, $4, $5, $6, 'normaal', '2026-01-05', 'spreekuur', 1, 0)`, [id, municipality, team, `2026-${name}`, `Familie ${name}`, state]);
      await sql(`INSERT INTO household_member (id, household_id, municipality_id, role, first_name, last_name, normalised_name, birth_date, protected_address)
        VALUES ($1, $2, $3, 'main', 'Anne', $4, 'anne', '1980-01-01', $5)`, [newId(), id, municipality, name, id === hidden]);
    }
    await sql(`INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by, active_since)
      VALUES ($1, $2, $3, $4, 'active', $4, '2026-02-01T23:30:00Z')`, [newId(), active, municipality, regisseur]);
    await sql(`INSERT INTO coordination_meeting (id, household_id, municipality_id, case_number, organised_by, planned_at, subject, state)
      VALUES ($1, $2, $3, '2026-Oud', $4, '2026-03-02T22:59:00Z', 'Wie doet wat', 'planned')`, [meeting, active, municipality, regisseur]);
    await sql('INSERT INTO meeting_invitation (meeting_id, organisation_id, household_id, municipality_id) VALUES ($1, $2, $3, $4)', [meeting, organisation, active, municipality]);
    await sql(`INSERT INTO reminder (id, municipality_id, household_id, user_id, kind, subject_id, title, due_at, state, origin)
      VALUES ($1, $2, $3, $4, 'own', NULL, 'Bellen', '2026-03-01', 'scheduled', 'person')`, [newId(), municipality, active, regisseur]);
  }

  it('knows since when families wait, and until when the others did', async () => {
    expect(await sql(`SELECT household_id AS id, waiting_since::text AS since, ended_on::text AS ended FROM waiting_period ORDER BY household_id = $1, household_id`, [active])).toEqual([
      ...[waiting, hidden].sort().map((id) => ({ id, since: '2026-01-05', ended: null })), { id: active, since: '2026-01-05', ended: '2026-02-02' },
    ]);
    expect(await sql('SELECT DISTINCT waiting_since::text AS since FROM household')).toEqual([{ since: '2026-01-05' }]);
  });

  it('keeps the address of the whole family secret of whom one member hides', async () => {
    expect(await sql('SELECT id FROM household WHERE protected_address')).toEqual([{ id: hidden }]);
  });

  it('lets partners read of an older meeting until a week after the day on which it was here', async () => {
    expect(await sql('SELECT state, readable_until::text AS until FROM coordination_meeting')).toEqual([{ state: 'planned', until: '2026-03-10' }]);
    expect(await sql('SELECT attended FROM meeting_invitation')).toEqual([{ attended: null }]);
  });

  it('finds families of before by name, however it is written', async () => {
    expect(await sql(`SELECT id FROM household WHERE search_text LIKE '% grossmann%'`)).toEqual([{ id: waiting }]);
  });

  it('leaves every family where it was, with its regisseur and reminders', async () => {
    expect(await sql('SELECT state FROM household WHERE id = $1', [active])).toEqual([{ state: 'active' }]);
    expect(await sql(`SELECT a.state, r.state AS reminder FROM regisseur_assignment a JOIN reminder r ON r.user_id = a.regisseur_id`)).toEqual([{ state: 'active', reminder: 'scheduled' }]);
    expect(await sql('SELECT user_id AS id, reason FROM household_access')).toEqual([{ id: regisseur, reason: 'regisseur' }]);
  });
});
