import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { actorSettings, SET_ACTOR, systemActor } from '#platform';
import { EXPORT_REGISTRY, FIELD_LABELS, SECTIONS, TEXT_SOURCES } from '#privacy';
import { freshDatabase, type SpecDatabase } from '../support/database.js';

/** A sealed number is not read back by the application; the export says that there is one. */
const NOT_READABLE = ['bsn_sealed', 'bsn_index'];

describe('the export of everything about a person', () => {
  let db: SpecDatabase;
  let app: pg.Client;
  beforeAll(async () => {
    db = await freshDatabase();
    app = new pg.Client({ connectionString: db.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await db.drop();
  });

  const tables = async (): Promise<string[]> =>
    (await db.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`)).map(({ name }) => name);
  const parts = [...SECTIONS.map(({ key }) => key), ...TEXT_SOURCES.map(({ source }) => source), 'looks'];

  it('says of every table how it comes along, or why not', async () => {
    const unknown = (await tables()).filter((table) => !Object.hasOwn(EXPORT_REGISTRY, table) && !/^(migrations|typeorm_metadata)$/.test(table));
    expect(unknown).toEqual([]);
    process.stdout.write(`tables in the registry of the export: ${Object.keys(EXPORT_REGISTRY).length}\n`);
  });

  it('names no table that is gone', async () => {
    const there = await tables();
    expect(Object.keys(EXPORT_REGISTRY).filter((table) => !there.includes(table))).toEqual([]);
  });

  it('finds a table that somebody adds tomorrow', async () => {
    await db.query('CREATE TABLE house_pet (id uuid PRIMARY KEY, household_id uuid)');
    expect((await tables()).filter((table) => !Object.hasOwn(EXPORT_REGISTRY, table))).toContain('house_pet');
    await db.query('DROP TABLE house_pet');
  });

  it('has each part that the registry names, reads in it what it says, and has no other', () => {
    const promised = Object.entries(EXPORT_REGISTRY).flatMap(([table, rule]) => ('in' in rule ? rule.in.map((part) => [table, part] as const) : []));
    expect(promised.filter(([, part]) => !parts.includes(part))).toEqual([]);
    expect(parts.filter((part) => !promised.some(([, promise]) => promise === part))).toEqual([]);
    const sql = new Map([...SECTIONS.map(({ key, sql: text }) => [key, text] as const), ...TEXT_SOURCES.map(({ source, sql: text }) => [source, text] as const)]);
    expect(promised.filter(([table, part]) => part !== 'looks' && !new RegExp(`\\b${table}\\b`).test(sql.get(part) ?? ''))).toEqual([]);
  });

  it('gives a reason for what it leaves out', () => {
    for (const [table, rule] of Object.entries(EXPORT_REGISTRY)) if ('leftOut' in rule) expect({ table, reason: rule.leftOut.length > 20 }).toEqual({ table, reason: true });
  });

  it('can be read by the worker, has a name for every field, and takes no BSN', async () => {
    const [municipality] = await db.query<{ id: string }>(`SELECT id FROM municipality WHERE name = 'Groningen'`);
    const none = [['00000000-0000-0000-0000-000000000000'], ['00000000-0000-0000-0000-000000000000']];
    for (const { sql } of [...SECTIONS, ...TEXT_SOURCES]) {
      await app.query('BEGIN');
      await app.query(SET_ACTOR, actorSettings(systemActor(municipality?.id ?? ''), 'off'));
      const { rows } = await app.query(sql, none);
      // The register says the same to everybody; all else is about a person.
      if (!sql.includes('processing_activity')) expect(rows).toEqual([]);
      await app.query('ROLLBACK');
      expect(NOT_READABLE.filter((column) => sql.includes(column))).toEqual([]);
    }
    const fields = SECTIONS.flatMap(({ sql }) => [...(/jsonb_build_object\(([\s\S]*)\) AS item/.exec(sql)?.[1] ?? '').matchAll(/(?:^|,)\s*'(\w+)',/g)].map(([, field]) => field ?? ''));
    expect(fields.length).toBeGreaterThan(60);
    expect(fields.filter((field) => !Object.hasOwn(FIELD_LABELS, field))).toEqual([]);
  });
});
