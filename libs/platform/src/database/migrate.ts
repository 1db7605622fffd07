import { runMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

export const QUEUE_SCHEMA = 'bullmq';

/** Brings tables, policies and the queue's own schema up to date. Only the migrator role may. Returns what it ran. */
export async function migrate(migratorUrl: string, migrations: DataSourceOptions['migrations']): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', url: migratorUrl, migrations, migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    await migrateQueue(migratorUrl);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

async function migrateQueue(migratorUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`
      -- CREATE: BullMQ makes one sequence per queue at first use. It holds ids of outbox rows only.
      GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO naast_app;
      GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO naast_app;
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO naast_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO naast_app;
    `);
  } finally {
    await client.end();
  }
}
