import { migrate } from '#platform';
import { migrations } from '../../../../migrations/index.js';

/** Brings the database up to date; says which migrations ran. */
export function migrateAll(migratorUrl: string): Promise<string[]> {
  return migrate(migratorUrl, migrations);
}
