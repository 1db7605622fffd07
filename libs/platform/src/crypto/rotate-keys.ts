import type pg from 'pg';
import { BsnVault } from './bsn-vault.js';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.js';
import { SubjectVault } from './subject-vault.js';

/** Small, because a sealed file can be megabytes. */
const PAGE = 50;

interface SealedRow {
  readonly id: string;
  readonly sealed: Buffer;
  readonly index: Buffer | null;
}

type Vaults = Readonly<Record<SealedColumn['keys'], Pick<BsnVault, 'seal' | 'open' | 'isCurrent'>>>;

/** All vaults that stand on one ring. */
export const openVaults = (keyRing: string, indexKeys: string): Vaults => ({ bsn: new BsnVault(keyRing, indexKeys), subject: new SubjectVault(keyRing, indexKeys) });

/** How far one turn along one column is. `missed`: changed by somebody else between reading and writing. */
export interface RotationTurn {
  readonly table: string;
  readonly column: string;
  readonly looked: number;
  readonly renewed: number;
  readonly missed: number;
}
type Outcome = 'looked' | 'renewed' | 'missed';

/**
 * Seals everything anew with the newest keys, while Naast runs. Each row is one statement of its own that only fits the value
 * that was read: nobody waits for more than one row, nothing can deadlock, and a value that changed meanwhile is left to the
 * next turn. So it may stop at any moment and start again, also twice at once. It goes round until a whole turn finds nothing
 * old; from then on the old keys can go. Needs the owner of the tables. Throws when a value can't be opened with any key.
 */
export async function rotateKeys(owner: pg.ClientBase, vaults: Vaults, progress: (turn: RotationTurn) => void): Promise<void> {
  // Losing the last rows in a power cut only means that they are done again.
  await owner.query('SET synchronous_commit = off');
  for (let old = 1; old > 0; ) {
    old = 0;
    for (const place of SEALED_COLUMNS) {
      const { renewed, missed } = await turn(owner, vaults, place, progress);
      old += renewed + missed;
    }
  }
}

async function turn(owner: pg.ClientBase, vaults: Vaults, place: SealedColumn, progress: (turn: RotationTurn) => void): Promise<RotationTurn> {
  const { table, column, index } = place;
  const seen = { looked: 0, renewed: 0, missed: 0 };
  const page = (from: string) => `SELECT id::text, ${column} AS sealed, ${index ?? 'NULL::bytea'} AS index FROM ${table}
    WHERE ${column} IS NOT NULL ${from} ORDER BY ${table}.id LIMIT ${PAGE}`;
  let { rows } = await owner.query<SealedRow>(page(''));
  for (;;) {
    for (const row of rows) {
      const outcome = await renew(owner, vaults, place, row);
      seen.looked += 1;
      if (outcome !== 'looked') seen[outcome] += 1;
    }
    progress({ table, column, ...seen });
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return { table, column, ...seen };
    ({ rows } = await owner.query<SealedRow>(page('AND id > $1'), [last.id]));
  }
}

async function renew(owner: pg.ClientBase, vaults: Vaults, { table, column, keys, index }: SealedColumn, row: SealedRow): Promise<Outcome> {
  const vault = vaults[keys];
  const isCurrent = vault.isCurrent(row.sealed);
  if (isCurrent && !index) return 'looked';
  // An index does not say which key made it, so the number itself must tell.
  const anew = vault.seal(vault.open(row.sealed));
  if (isCurrent && row.index?.equals(anew.index)) return 'looked';
  const { rowCount } = await owner.query({
    name: `renew-${table}-${column}`,
    text: `UPDATE ${table} SET ${column} = $2${index ? `, ${index} = $4` : ''} WHERE id = $1 AND ${column} = $3`,
    values: [row.id, anew.sealed, row.sealed, ...(index ? [anew.index] : [])],
  });
  return rowCount ? 'renewed' : 'missed';
}
