import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HELP_KINDS, isRetentionCode, RETENTION_CODES, RETENTION_RULES, TABLE_RETENTION } from '#privacy';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { tablesOfFamily } from '../support/family-everywhere.js';

describe('every table knows when its rows go', () => {
  let db: SpecDatabase;
  let tables: string[];
  const tablesNow = async () => (await db.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`)).map(({ name }) => name);
  beforeAll(async () => {
    db = await freshDatabase();
    tables = await tablesNow();
  });
  afterAll(() => db.drop());

  it('has a line for each table of the database, and no line for a table that is not there', () => {
    expect(Object.keys(TABLE_RETENTION).sort()).toEqual(tables);
    process.stdout.write(`tables with a retention entry: ${tables.length}\n`);
  });

  it('finds a table that somebody adds and forgets', async () => {
    await db.query('CREATE TABLE forgotten (id uuid PRIMARY KEY, household_id uuid REFERENCES household)');
    expect((await tablesNow()).filter((name) => !Object.hasOwn(TABLE_RETENTION, name))).toEqual(['forgotten']);
    expect(await tablesOfFamily(db)).toContain('forgotten');
    await db.query('DROP TABLE forgotten');
  });

  it('every table that points at a family goes with it; only the money stays, without the link', async () => {
    const staying = (await tablesOfFamily(db)).filter((name) => TABLE_RETENTION[name]?.goes !== 'with-household');
    expect(staying).toEqual(['ledger_entry']);
    expect(TABLE_RETENTION['ledger_entry']?.goes).toBe('unlinked');
  });

  it('every rule of its own exists', () => {
    const rules = Object.values(TABLE_RETENTION).flatMap((entry) => ('rule' in entry ? [entry.rule] : []));
    expect(rules.filter((rule) => !isRetentionCode(rule))).toEqual([]);
  });

  it('each municipality begins with the terms of the selection list', async () => {
    const expected = RETENTION_CODES.filter((code) => RETENTION_RULES[code].adjustable).map((code) => ({ code, ...RETENTION_RULES[code].term })).sort((a, b) => (a.code < b.code ? -1 : 1));
    for (const name of ['Groningen', 'Hoogeveen']) {
      const rows = await db.query(`SELECT r.code, term_count::int AS count, term_unit AS unit FROM retention_rule r JOIN municipality m ON m.id = r.municipality_id WHERE m.name = $1 ORDER BY r.code`, [name]);
      expect(rows).toEqual(expected);
    }
    expect(Object.keys(HELP_KINDS).every((kind) => expected.some(({ code }) => code === kind))).toBe(true);
  });
});
