import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SEALED_COLUMNS } from '#platform';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

let db: SpecDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const inDatabase = async (ending: string): Promise<string[]> => {
  const found = await db.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name LIKE $1 ORDER BY 1`,
    [`%\\_${ending}`]);
  return found.map(({ name }) => name);
};

it('every sealed column, and every index beside one, is in the list that the rotation of keys walks', async () => {
  expect(await inDatabase('sealed')).toEqual(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort());
  expect(await inDatabase('index')).toEqual(SEALED_COLUMNS.flatMap(({ table, index }) => (index ? [`${table}.${index}`] : [])).sort());
});

it('a column that somebody forgot is found', async () => {
  await db.query('ALTER TABLE organisation ADD COLUMN forgotten_sealed bytea');
  expect(await inDatabase('sealed')).toContain('organisation.forgotten_sealed');
});

it('each of them has the key by which the rotation goes on', async () => {
  for (const { table } of SEALED_COLUMNS) {
    expect([table, await db.query(`SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = $1::regclass AND i.indisprimary`, [table])])
      .toEqual([table, [{ attname: 'id' }]]);
  }
});
