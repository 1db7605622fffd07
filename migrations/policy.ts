/**
 * The sentences that return in the row-level policies. They are written out in each policy and not hidden in SQL functions:
 * PostgreSQL does not inline a function with a sub-select, and these run for every row that is read.
 */

/**
 * The actor has at least one reason in `household_access` to be in this dossier. It stands in nearly every policy and so
 * many times in the plan of a dossier: the fewer nodes the better, hence no sub-select around the setting here.
 */
export const involvedWith = (column: string): string =>
  `EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = ${OF_THE_TABLE}.${column})`;

/** As `involvedWith`, for who has a task in the family: break-glass reads and does nothing else. */
export const worksWith = (column: string): string =>
  `EXISTS (SELECT FROM household_access a WHERE a.user_id = access.user_id() AND a.household_id = ${OF_THE_TABLE}.${column} AND a.reason <> 'break-glass')`;

/**
 * Stands for the table of the policy. Inside a sub-select a bare column name is the sub-select's own column when it has one:
 * `a.household_id = household_id` would compare the access row with itself and open every dossier to who has one.
 */
const OF_THE_TABLE = ':table';

// No sub-selects around the settings: a dossier reads ten tables with some rows each, and there an extra plan node per policy
// costs more than asking the setting again for every row (measured: 0.05 of 0.6 ms).
export const role = (...roles: string[]): string => `access.has_role(${roles.map((name) => `'${name}'`).join(', ')})`;

export const itsMe = (column: string): string => `${column} = access.user_id()`;

export const myOrganisation = (column: string): string => `${column} = access.organisation()`;

/** Every household-bound table starts with these two: no row crosses a municipality, and jobs of the worker may work. */
export const municipalityWall = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY municipality_wall ON ${table} AS RESTRICTIVE
    USING (municipality_id = access.municipality());
  CREATE POLICY worker_jobs ON ${table} USING (access.is_system());
`;

/** Who these columns name is who acts (migration 17): a table with a column `…_by` has it, or a spec fails. */
export const inOnesOwnName = (table: string, ...columns: string[]): string => `
  CREATE TRIGGER in_ones_own_name BEFORE INSERT OR UPDATE OF ${columns.join(', ')} ON ${table} FOR EACH ROW
    EXECUTE FUNCTION access.in_ones_own_name(${columns.map((name) => `'${name}'`).join(', ')});`;

export type Command = 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** A permissive policy; several on one table are alternatives (OR). */
export function policy(table: string, name: string, command: Command, condition: string): string {
  const clause = command === 'INSERT' ? 'WITH CHECK' : 'USING';
  return `CREATE POLICY ${name} ON ${table} FOR ${command} ${clause} (${condition.replaceAll(OF_THE_TABLE, table)});\n`;
}

export function onlyForward(): Promise<void> {
  return Promise.reject(new Error('Naast only migrates forward; restore a backup instead.'));
}
