import pg from 'pg';
import { newId } from '#kernel';
import type { SpecDatabase } from './database.js';

/** Stands in every text column of the family: what is left of it is left of the family. */
export const TRACE = 'Kwetsbaarheuvel';
const LONG_AGO = '1990-06-01';

/** Per table the keys of the row that stands there for this family. */
type Known = Map<string, Record<string, string>>;

interface Family {
  readonly id: string;
  readonly municipalityId: string;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly allowed: string | null;
  readonly target: string | null;
  readonly targetColumn: string | null;
}

/** Tables that point at the family, from near to far; by construction: from the foreign keys of the database. */
export async function tablesOfFamily(db: SpecDatabase): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `WITH RECURSIVE family AS (
       SELECT 'household'::regclass AS t, 0 AS far
       UNION SELECT c.conrelid::regclass, far + 1 FROM family JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = family.t AND c.conrelid <> c.confrelid WHERE far < 8)
     SELECT t::text AS name FROM family GROUP BY t ORDER BY max(far), 1`,
  );
  return rows.map(({ name }) => name);
}

const COLUMNS = `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
    (SELECT substring(string_agg(pg_get_constraintdef(k.oid), ' ') FROM a.attname || '[^'']*= ANY \\(\\(?ARRAY\\[(.*?)\\]') FROM pg_constraint k
      WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)) AS allowed,
    f.confrelid::regclass::text AS target, other.attname AS "targetColumn"
  FROM pg_attribute a
  LEFT JOIN pg_constraint f ON f.contype = 'f' AND f.conrelid = a.attrelid AND a.attnum = ANY (f.conkey) AND f.oid = (
    SELECT min(g.oid) FROM pg_constraint g WHERE g.contype = 'f' AND g.conrelid = a.attrelid AND a.attnum = ANY (g.conkey))
  LEFT JOIN pg_attribute other ON other.attrelid = f.confrelid AND other.attnum = f.confkey[array_position(f.conkey, a.attnum)]
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''`;

const valuesWith = (trace: string): Record<string, string> => ({
  text: `'${trace}'`, 'text[]': `'{${trace}}'`, 'uuid[]': `'{}'`, jsonb: `'{"said": "${trace}"}'`, bytea: `convert_to('${trace}', 'UTF8')`, date: `'${LONG_AGO}'`,
  'timestamp with time zone': `'${LONG_AGO}'`, 'time without time zone': `'10:00'`, boolean: 'true', integer: '1', smallint: '1', bigint: '1', uuid: 'gen_random_uuid()', xid8: 'pg_current_xact_id()',
});

/** Puts one row in every table that points at this family, each column filled. Past constraints: what counts is that it is there. */
export async function fillEverywhere(db: SpecDatabase, family: Family, trace = TRACE): Promise<string[]> {
  const tables = (await tablesOfFamily(db)).filter((name) => name !== 'household');
  const known: Known = new Map([['household', { id: family.id }]]);
  const superuser = new pg.Client({ connectionString: Object.assign(new URL(process.env['NAAST_TEST_SUPERUSER_URL'] ?? ''), { pathname: new URL(db.appUrl).pathname }).href });
  await superuser.connect();
  try {
    await superuser.query('SET session_replication_role = replica');
    // What a row of a family leans on and is of no family itself.
    await superuser.query(`INSERT INTO case_review (id, municipality_id, organised_by, planned_at, title, state) SELECT gen_random_uuid(), $1, id, now(), 'x', 'held' FROM app_user LIMIT 1`, [family.municipalityId]);
    for (const table of tables) await fillOne(db, superuser, table, known, family, trace);
  } finally {
    await superuser.end();
  }
  return tables;
}

async function fillOne(db: SpecDatabase, superuser: pg.Client, table: string, known: Known, family: Family, trace: string): Promise<void> {

  const checks = await db.query<{ name: string }>(`SELECT quote_ident(conname) AS name FROM pg_constraint WHERE contype = 'c' AND conrelid = $1::regclass`, [table]);
  const columns = await db.query<Column>(COLUMNS, [table]);
  const own: Record<string, string> = {};
  const values = columns.map((column) => {
    // A row that follows another of its table: there is no other of this family, and one of another family is not its own.
    const value = column.target === table ? 'NULL' : valueOf(column, known, family, trace);
    if (column.type === 'uuid' && !value.startsWith('(')) own[column.name] = value.replaceAll(`'`, '');
    return value;
  });
  for (const { name } of checks) await superuser.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await superuser.query(`INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${values.join(', ')})`);
  known.set(table, own);
}

function valueOf({ name, type, allowed, target, targetColumn }: Column, known: Known, family: Family, trace: string): string {
  if (name === 'municipality_id') return `'${family.municipalityId}'`;
  const pointed = target && targetColumn && known.get(target)?.[targetColumn];
  if (pointed) return `'${pointed}'`;
  if (target && targetColumn) return `(SELECT ${targetColumn} FROM ${target} LIMIT 1)`;
  // The last of the values that a CHECK allows: states are written in the order in which they follow each other.
  const last = allowed && /'([^']*)'::text$/.exec(allowed)?.[1];
  if (last && type === 'text') return `'${last}'`;
  if (last && type === 'text[]') return `'{${last}}'`;
  return type === 'uuid' ? `'${newId()}'` : (valuesWith(trace)[type] ?? `'${trace}'`);
}

/** Every table of every schema in which one of these stands, in whatever column; of bytes both the text and the hexadecimal form. */
export async function whereIs(db: SpecDatabase, ...wanted: readonly string[]): Promise<string[]> {
  const tables = await db.query<{ name: string }>(`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'r'
    AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AND c.relnamespace::regnamespace::text !~ '^pg_toast' ORDER BY 1`);
  const forms = wanted.flatMap((one) => [one, Buffer.from(one, 'utf8').toString('hex')]);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query(`SELECT FROM ${name} AS t WHERE EXISTS (SELECT FROM unnest($1::text[]) AS w WHERE position(w IN t::text) > 0) LIMIT 1`, [forms]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
