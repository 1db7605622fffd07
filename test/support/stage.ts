import pg from 'pg';
import { loadPeople } from '../../apps/naast/src/demo/people.js';
import { startEmbeddedIssuer } from '../../apps/naast/src/embedded-issuer.js';
import { migrateAll } from '../../apps/naast/src/launch/migrations.js';
import { loadSecrets } from '../../apps/naast/src/secrets.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestDatabase } from './embedded-database.js';

/**
 * One stage for all suites, in a process of its own: PostgreSQL with a migrated and peopled template database, and the
 * embedded issuer. Every spec file copies the template in some 50 ms.
 */
const PUBLIC_URL = 'http://localhost:3000';

const database = await startTestDatabase();
await migrateAll(database.migratorUrl);
const client = new pg.Client({ connectionString: database.migratorUrl });
await client.connect();
await loadPeople(client);
await client.end();
const secretsDir = await mkdtemp(join(tmpdir(), 'naast-issuer-'));
const issuer = await startEmbeddedIssuer({ port: 0, publicUrl: PUBLIC_URL, secrets: await loadSecrets(secretsDir) });

process.send?.({
  NAAST_TEST_SUPERUSER_URL: database.superuserUrl,
  NAAST_TEST_APP_URL: database.appUrl,
  NAAST_TEST_MIGRATOR_URL: database.migratorUrl,
  NAAST_TEST_ISSUER: issuer.issuer,
  NAAST_TEST_CLIENT_SECRET: issuer.clientSecret,
});

async function close(): Promise<void> {
  await issuer.stop();
  await database.stop();
  await rm(secretsDir, { recursive: true });
  process.exit(0);
}
process.once('message', () => void close());
process.once('disconnect', () => void close());
// Stopped together with the suites: PostgreSQL is in a group of its own and would stay.
process.once('SIGTERM', () => void close());
