import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '#platform';
import { startEmbeddedPostgres } from '../../apps/naast/src/embedded-postgres.js';
import { FAST } from './embedded-settings.js';

export interface TestDatabase extends Awaited<ReturnType<typeof prepareDatabase>> {
  superuserUrl: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own in a temporary folder, with the roles and an empty database `naast`. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'naast-test-'));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, port: 0, settings: FAST });
  const urls = await prepareDatabase(postgres.superuserUrl, { migratorPassword: 'migrator', appPassword: 'app', database: 'naast' });
  const stop = async () => {
    await postgres.stop();
    if (postgres.data !== join(dataDir, 'postgres')) await rm(join(postgres.data, '..'), { recursive: true });
    await rm(dataDir, { recursive: true });
  };
  return { ...urls, superuserUrl: postgres.superuserUrl, stop };
}
