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
      -- Not ON ALL SEQUENCES: those that BullMQ made are naast_app's own, and naming them here is refused.
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences WHERE schemaname = '${QUEUE_SCHEMA}' AND sequenceowner = current_user
        LOOP EXECUTE format('GRANT USAGE, SELECT, UPDATE ON SEQUENCE %s TO naast_app', name); END LOOP;
      END $$;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO naast_app;
    `);
  } finally {
    await client.end();
  }
}
