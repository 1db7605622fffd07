/** A part of the export. Its SQL names the columns one by one: what is not named does not go along. */
export interface ExportSection {
  readonly key: string;
  readonly title: string;
  /** What it is and why we have it, for the person. */
  readonly lead: string;
  /** AVG 20: given by the person, on consent. Everything else is for AVG 15 only. */
  readonly portable: boolean;
  /** `$1` the person's member ids, `$2` the households. One JSON object per row, keys in camelCase. */
  readonly sql: string;
}

export const memberIs = (column: string): string => `${column} = ANY ($1::uuid[])`;
export const householdIs = (column: string): string => `${column} = ANY ($2::uuid[])`;
export const select = (pairs: string, rest: string): string => `SELECT jsonb_build_object(${pairs}) AS item ${rest}`;
/** Both parameters in every statement: one that is not named has no type. */
export const both = 'AND $1::uuid[] IS NOT NULL AND $2::uuid[] IS NOT NULL';
