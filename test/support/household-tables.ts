import type { SpecDatabase } from './database.js';

/** Who works where, and where they are signed in: read before there is an actor, and nothing of a family in it. */
export const STAFF_TABLES = ['organisation_municipality', 'session', 'team', 'user_role'];

const BOUND = `SELECT DISTINCT c.oid, c.relname AS name, c.relrowsecurity AS guarded
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND (c.relname = 'household' OR a.attname IN ('household_id', 'municipality_id')) AND c.relname <> ALL ($1)`;

/** Every table that is of a household or a municipality, from the catalogue. */
export async function boundTables(db: SpecDatabase): Promise<string[]> {
  const tables = await db.query<{ name: string }>(`SELECT name FROM (${BOUND}) t ORDER BY name`, [STAFF_TABLES]);
  return tables.map(({ name }) => name);
}

/** Those that row-level security does not guard, or where only the wall and the worker stand. */
export async function unguardedTables(db: SpecDatabase): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT name FROM (${BOUND}) t WHERE NOT guarded OR NOT EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polpermissive AND p.polname <> 'worker_jobs') ORDER BY name`,
    [STAFF_TABLES],
  );
  return tables.map(({ name }) => name);
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly checks: string | null;
}

const COLUMNS = `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
    (SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)) AS checks
  FROM pg_attribute a
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
    AND (a.attnotnull AND NOT a.atthasdef OR a.attname IN ('household_id', 'municipality_id'))`;

const BY_TYPE: Record<string, string> = {
  uuid: 'gen_random_uuid()', date: 'current_date', 'timestamp with time zone': 'now()', bytea: `'\\x00'`, jsonb: `'{}'`, boolean: 'true',
  integer: '1', smallint: '1', bigint: '1', 'text[]': `'{x}'`, 'uuid[]': `'{}'`, xid8: 'pg_current_xact_id()',
};

/** An INSERT of one row that fits the table, made of what the catalogue says of its columns. */
export async function anInsert(db: SpecDatabase, table: string, place: { household_id: string; municipality_id: string }): Promise<string> {
  const columns = await db.query<Column>(COLUMNS, [table]);
  const values = columns.map(({ name, type, checks }) => {
    if (name === 'household_id' || name === 'municipality_id') return `'${place[name]}'`;
    // The first of the values that a CHECK allows, such as a state.
    const allowed = checks && new RegExp(`\\b${name}\\b[^']*= ANY \\(\\(?ARRAY\\['([^']+)'`).exec(checks)?.[1];
    return allowed ? `'${allowed}'` : (BY_TYPE[type] ?? `'x'`);
  });
  return `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${values.join(', ')})`;
}
