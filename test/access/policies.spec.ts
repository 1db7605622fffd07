import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly condition: string;
}

describe('the row-level policies', () => {
  let db: SpecDatabase;
  let policies: Policy[];
  beforeAll(async () => {
    db = await freshDatabase();
    policies = await db.query<Policy>(
      `SELECT tablename AS "table", policyname AS name, concat_ws(' ', qual, with_check) AS condition FROM pg_policies WHERE schemaname = 'public'`);
  });
  afterAll(() => db.drop());

  it('compare no column with itself: that is true for every row', () => {
    expect(policies.length).toBeGreaterThan(40);
    const vain = policies.filter(({ condition }) => /\b([\w.]+) = \1(?![\w.])/.test(condition));
    expect(vain.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
  });

  it('let involvement in one family open no other', () => {
    const byInvolvement = policies.filter(({ name }) => name === 'involved_people');
    expect(byInvolvement.length).toBeGreaterThan(5);
    for (const { table, condition } of byInvolvement) expect(condition).toContain(`a.household_id = ${table}.${table === 'household' ? 'id' : 'household_id'}`);
  });
});
