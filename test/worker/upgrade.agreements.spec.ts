import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from '#platform';
import { migrations } from '../../migrations/index.js';

const NAME = `upgrade_${process.pid}`;
const [GRONINGEN, GKB, OLD, NEVER, OFFICER] = ['1', '2', '3', '4', '5'].map((n) => `00000000-0000-7000-8000-00000000000${n}`) as [string, string, string, string, string];

const BEFORE = `
  INSERT INTO municipality (id, code, name) VALUES ('${GRONINGEN}', '0014', 'Groningen');
  INSERT INTO organisation (id, name, kind) VALUES ('${GKB}', 'GKB', 'credit-bank'), ('${OLD}', 'Takes none any more', 'ngo'), ('${NEVER}', 'Never took any', 'ngo');
  INSERT INTO organisation_municipality VALUES ('${GKB}', '${GRONINGEN}', true), ('${OLD}', '${GRONINGEN}', false), ('${NEVER}', '${GRONINGEN}', false);
  INSERT INTO team VALUES ('${GRONINGEN}', '${GRONINGEN}', '${GKB}', 'Team');
  INSERT INTO app_user VALUES ('${OFFICER}', '${GKB}', 'X', 'x@example.nl', 'x');
  INSERT INTO household (id, municipality_id, team_id, case_number, name, state, urgency, reported_on, source, member_count, child_count)
    VALUES ('${GRONINGEN}', '${GRONINGEN}', '${GRONINGEN}', '1', 'Familie X', 'active', 'normaal', '2026-01-01', 'spreekuur', 2, 1);
  INSERT INTO household_member (id, household_id, municipality_id, role, first_name, last_name, normalised_name, birth_date, bsn_index)
    VALUES ('${GKB}', '${GRONINGEN}', '${GRONINGEN}', 'main', 'X', 'X', 'x', '1990-01-01', NULL), ('${OLD}', '${GRONINGEN}', '${GRONINGEN}', 'child', 'Y', 'X', 'y', '2015-01-01', 'same'),
           ('${NEVER}', '${GRONINGEN}', '${GRONINGEN}', 'child', 'Y', 'X', 'y', '2015-01-01', 'same');
  INSERT INTO referral (id, household_id, municipality_id, case_number, from_organisation_id, to_organisation_id, regisseur_id, question, state)
    VALUES ('${GRONINGEN}', '${GRONINGEN}', '${GRONINGEN}', '1', '${GKB}', '${OLD}', '${OFFICER}', 'Hulp', 'in-progress');`;

describe('a municipality that worked with partners before there were agreements', () => {
  let db: pg.Client;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const at = (variable: string, database: string): string => Object.assign(new URL(process.env[variable] ?? ''), { pathname: `/${database}` }).href;
    const superuser = new pg.Client({ connectionString: process.env['NAAST_TEST_SUPERUSER_URL'] });
    await superuser.connect();
    await superuser.query(`CREATE DATABASE ${NAME} OWNER naast_migrator`);
    const owner = new pg.Client({ connectionString: at('NAAST_TEST_SUPERUSER_URL', NAME) });
    await owner.connect();
    await owner.query('GRANT ALL ON SCHEMA public TO naast_migrator');
    await owner.end();
    const url = at('NAAST_TEST_MIGRATOR_URL', NAME);
    const until = migrations.findIndex(({ name }) => name.startsWith('Sharing'));
    await migrate(url, migrations.slice(0, until));
    db = new pg.Client({ connectionString: url, types: { getTypeParser: (oid, format) => (oid === pg.types.builtins.DATE ? String : pg.types.getTypeParser(oid, format)) } });
    await db.connect();
    await db.query(BEFORE);
    await migrate(url, migrations);
    drop = async () => {
      await db.end();
      await superuser.query(`DROP DATABASE ${NAME} WITH (FORCE)`);
      await superuser.end();
    };
  });
  afterAll(() => drop());

  it('keeps sharing with whom it did, and no longer than half a year without anybody looking', async () => {
    const { rows } = await db.query(`SELECT organisation_id AS id, state, title, signed_on, recorded_by, valid_from = current_date AS "fromToday",
      valid_until = (current_date + interval '6 months')::date AS "halfAYear", cardinality(categories) AS kinds FROM data_sharing_agreement ORDER BY 1`);
    const taken = { state: 'taken-over', title: 'Overgenomen, nog te controleren', signed_on: null, recorded_by: null, fromToday: true, halfAYear: true, kinds: 10 };
    expect(rows).toEqual([{ id: GKB, ...taken }, { id: OLD, ...taken }]);
  });

  it('tells the privacy officers now, before the end and at the end, with ids only', async () => {
    const { rows } = await db.query(`SELECT kind, count(*)::int AS n FROM outbox WHERE kind LIKE 'data-sharing-agreement.%' GROUP BY 1 ORDER BY 1`);
    expect(rows).toEqual([{ kind: 'data-sharing-agreement.ended', n: 2 }, { kind: 'data-sharing-agreement.ending', n: 2 }, { kind: 'data-sharing-agreement.to-confirm', n: 2 }]);
  });

  it('knows that two rows with one BSN are one person, and others are not', async () => {
    const { rows } = await db.query('SELECT id, person_id FROM household_member ORDER BY id');
    expect(rows).toEqual([{ id: GKB, person_id: GKB }, { id: OLD, person_id: OLD }, { id: NEVER, person_id: OLD }]);
  });
});
