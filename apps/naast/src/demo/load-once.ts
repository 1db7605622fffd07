import pg from 'pg';
import { BsnVault, Clock } from '#platform';
import { isEmpty, loadDemo } from './load-demo.js';

interface Keys {
  readonly bsnKeys?: string;
  readonly bsnIndexKey?: string;
}

/** Loads the demo municipality into a database without any; says whether it did. */
export async function loadDemoOnce(migratorUrl: string, { bsnKeys, bsnIndexKey }: Keys): Promise<boolean> {
  const db = new pg.Client({ connectionString: migratorUrl });
  await db.connect();
  try {
    if (!(await isEmpty(db))) return false;
    await loadDemo(db, new Clock().now(), bsnKeys && bsnIndexKey ? new BsnVault(bsnKeys, bsnIndexKey) : undefined);
    return true;
  } finally {
    await db.end();
  }
}
