import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase } from '#platform';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../apps/naast/src/embedded-postgres.js';
import { FAST } from '../support/embedded-settings.js';

let dataDir: string;
let postgres: EmbeddedPostgres;
let appUrl: string;
const lines: string[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'naast-log-'));
  postgres = await startEmbeddedPostgres({ dataDir, port: 0, settings: FAST, log: (line) => lines.push(line) });
  ({ appUrl } = await prepareDatabase(postgres.superuserUrl, { migratorPassword: 'm', appPassword: 'a', database: 'naast' }));
});
afterAll(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function failAs(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await expect(client.query(`SELECT $1::text::uuid`, [name])).rejects.toThrow(name);
  await client.end();
}

it('a name in a refused statement of the application does not reach the log of the database', async () => {
  await failAs(appUrl, 'Familie Van Geheim');
  // The superuser's does: proof that this log is the one that would have told.
  await failAs(postgres.superuserUrl, 'Familie Van Zichtbaar');
  const log = lines.join('\n');
  expect(log).toContain('Van Zichtbaar');
  expect(log).not.toContain('Van Geheim');
});
