import pg from 'pg';
import { newId } from '#kernel';
import type { SpecDatabase } from '../../support/database.js';
import { anInsert, boundTables } from '../../support/household-tables.js';
import type { HouseholdFixture } from '../../support/households.js';

interface Pointer {
  readonly column: string;
  readonly target: string;
}

const POINTERS = `SELECT a.attname AS column, c.confrelid::regclass::text AS target FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.conrelid = $1::regclass AND cardinality(c.conkey) = 1`;

/** Makes a row in any table of a household, made of what the catalogue says of it: also of a table that came yesterday. */
export interface RowMaker {
  /** Answers the id of the new row, which is of this family and points at what is there; at `parents` by their table. */
  rowOf(family: Pick<HouseholdFixture, 'id' | 'municipalityId'>, table: string, parents?: Readonly<Record<string, string>>): Promise<string>;
  /** From here on what may be there once is, as the application counts on. Fails when two rows are alike. */
  onceAgain(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Past triggers and CHECKs: what is tested is whose a row is, not whether it makes sense. The database is the spec's own, and
 * its CHECKs are gone after this.
 */
export async function rowMaker(db: SpecDatabase): Promise<RowMaker> {
  const superuser = new pg.Client({ connectionString: Object.assign(new URL(process.env['NAAST_TEST_SUPERUSER_URL'] ?? ''), { pathname: new URL(db.appUrl).pathname }).href });
  await superuser.connect();
  await superuser.query('SET session_replication_role = replica');

  // Asked while the CHECKs still say which values there are.
  const inserts = new Map<string, string>();
  for (const table of await boundTables(db)) inserts.set(table, await anInsert(db, table, { household_id: '{family}', municipality_id: '{municipality}' }));
  const once = await withoutChecks(db);

  const rowOf = async (family: Pick<HouseholdFixture, 'id' | 'municipalityId'>, table: string, parents: Readonly<Record<string, string>> = {}): Promise<string> => {
    const id = newId();
    const insert = (inserts.get(table) ?? '').replaceAll('{family}', family.id).replaceAll('{municipality}', family.municipalityId);
    const returned = await superuser.query<{ key: string }>(`${insert} RETURNING ctid::text AS key`);
    const at = returned.rows[0]?.key ?? '';
    const pointers = await db.query<Pointer>(POINTERS, [table]);
    const sets = pointers.filter(({ column }) => column !== 'household_id' && column !== 'municipality_id').map(({ column, target }) => `${column} = coalesce(${parents[target] ? `'${parents[target]}'` : `(${anyOf(target, family)})`}, ${column})`);
    const { rows } = await superuser.query<{ id: string }>(
      `UPDATE ${table} SET ${[`id = '${id}'`, ...sets].join(', ')} WHERE ctid = '${at}' RETURNING id`);
    return rows[0]?.id ?? '';
  };
  const onceAgain = async (): Promise<void> => {
    for (const restore of once) await db.query(restore);
  };
  return { rowOf, onceAgain, close: () => superuser.end() };
}

const anyOf = (target: string, family: Pick<HouseholdFixture, 'id' | 'municipalityId'>): string => {
  if (target === 'household_member') return `SELECT id FROM household_member WHERE household_id = '${family.id}' LIMIT 1`;
  if (target === 'app_user') return `SELECT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id WHERE r.municipality_id = '${family.municipalityId}' ORDER BY u.id LIMIT 1`;
  return target === 'organisation'
    ? `SELECT organisation_id FROM organisation_municipality WHERE municipality_id = '${family.municipalityId}' LIMIT 1`
    : `SELECT id FROM ${target} LIMIT 1`;
};

/** Also without what is there once only: two rows made here are alike. Answers how to put that back. */
async function withoutChecks(db: SpecDatabase): Promise<string[]> {
  const dropped = await db.query<{ drop: string; restore: string | null }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       CASE contype WHEN 'u' THEN format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) END AS restore
     FROM pg_constraint k WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'u')
       -- What another table points at holds an id, and is never alike.
       AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = k.conindid AND f.confrelid = k.conrelid)
     UNION ALL SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`);
  for (const { drop } of dropped) await db.query(drop);
  return dropped.flatMap(({ restore }) => restore ?? []);
}
