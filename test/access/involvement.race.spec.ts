import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { eventually } from '../support/worker.js';

/** Two facts that change at the same moment, step by step, each in a transaction of its own. */
describe('access when two things happen at once', () => {
  let db: SpecDatabase;
  let one: pg.Client;
  let other: pg.Client;
  let jelle: string;
  let lars: string;
  beforeAll(async () => {
    db = await freshDatabase();
    [jelle, lars] = [await userId(db, 'regisseur'), await userId(db, 'regisseur-zuid')];
  });
  beforeEach(async () => {
    [one, other] = [new pg.Client(db.migratorUrl), new pg.Client(db.migratorUrl)];
    for (const client of [one, other]) {
      await client.connect();
      await client.query('BEGIN');
    }
  });
  afterEach(async () => {
    await Promise.all([one.end(), other.end()]);
    await db.query('UPDATE substitution SET ended_at = now() WHERE ended_at IS NULL');
  });
  afterAll(() => db.drop());

  const standIn = (client: pg.Client, { municipalityId }: HouseholdFixture) => client.query(
    `INSERT INTO substitution (id, municipality_id, regisseur_id, substitute_id, first_day, last_day, arranged_by) VALUES ($1, $2, $3, $4, current_date, current_date + 3, $3)`,
    [newId(), municipalityId, jelle, lars]);
  const begin = (client: pg.Client, family: HouseholdFixture) => client.query(
    `UPDATE regisseur_assignment SET state = 'active' WHERE household_id = $1`, [family.id]);
  const end = (client: pg.Client, family: HouseholdFixture) => client.query(`UPDATE regisseur_assignment SET state = 'ended' WHERE household_id = $1`, [family.id]);
  const close = (client: pg.Client, family: HouseholdFixture) => client.query(`UPDATE household SET state = 'closed' WHERE id = $1`, [family.id]);
  const proposed = async (): Promise<HouseholdFixture> => {
    const family = await aHousehold(db, { regisseur: null, teamOf: 'team-lead' });
    await db.query(`INSERT INTO regisseur_assignment (id, household_id, municipality_id, regisseur_id, state, proposed_by) VALUES ($1, $2, $3, $4, 'proposed', $4)`,
      [newId(), family.id, family.municipalityId, jelle]);
    return family;
  };
  const waits = () => eventually(() => db.query(`SELECT FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`), (rows) => rows.length > 0);
  const whoIsIn = async ({ id }: HouseholdFixture) =>
    (await db.query<{ subject: string; reason: string }>(`SELECT u.subject, a.reason FROM household_access a JOIN app_user u ON u.id = a.user_id WHERE household_id = $1 ORDER BY 1`, [id])).map(({ subject, reason }) => `${subject} as ${reason}`);

  /** The second has to wait for the first, and then sees what it did. */
  async function inTurn(first: (client: pg.Client) => Promise<unknown>, second: (client: pg.Client) => Promise<unknown>): Promise<void> {
    await first(one);
    const later = second(other);
    await waits();
    await one.query('COMMIT');
    await later;
    await other.query('COMMIT');
  }

  it('a family that is accepted while a substitution is arranged opens for the substitute', async () => {
    const family = await proposed();
    await inTurn((client) => begin(client, family), (client) => standIn(client, family));
    expect(await whoIsIn(family)).toEqual(['regisseur as regisseur', 'regisseur-zuid as substitute']);
  });

  it('and so does one that is accepted just after', async () => {
    const family = await proposed();
    await inTurn((client) => standIn(client, family), (client) => begin(client, family));
    expect(await whoIsIn(family)).toEqual(['regisseur as regisseur', 'regisseur-zuid as substitute']);
  });

  it('a family that is lost while a substitution is arranged opens for nobody', async () => {
    const family = await aHousehold(db);
    await inTurn((client) => end(client, family), (client) => standIn(client, family));
    expect(await whoIsIn(family)).toEqual([]);
  });

  it('and one that is lost just after closes again', async () => {
    const family = await aHousehold(db);
    await inTurn((client) => standIn(client, family), (client) => end(client, family));
    expect(await whoIsIn(family)).toEqual([]);
  });

  it.each([['closed first', true], ['arranged first', false]])('a family that is closed meanwhile is closed for all: %s', async (_, closesFirst) => {
    const family = await aHousehold(db);
    const steps = [(client: pg.Client) => close(client, family), (client: pg.Client) => standIn(client, family)] as const;
    await (closesFirst ? inTurn(steps[0], steps[1]) : inTurn(steps[1], steps[0]));
    expect(await whoIsIn(family)).toEqual([]);
  });

  it('two substitutions for the same days: the second one waits, and is refused', async () => {
    const family = await aHousehold(db);
    await standIn(one, family);
    const second = standIn(other, family).then(() => 'stands', (error: { constraint?: string }) => error.constraint);
    await waits();
    await one.query('COMMIT');
    expect(await second).toBe('one_substitution_at_a_time');
  });
});
