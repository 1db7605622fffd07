import { prepareDatabase } from '#platform';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import type { LaunchSettings } from '../environment.js';
import { AlreadyRunning } from '../instance-lock.js';
import { LaunchError } from '../launch-error.js';
import { readRunning } from '../running.js';
import type { Secrets } from '../secrets.js';

export interface Database {
  appUrl: string;
  migratorUrl: string;
  /** Set for the embedded one. */
  pgPort?: number;
  ended?: Promise<string>;
  stop(): Promise<void>;
}

const NAME = 'naast';

/** The database that was given, or else the embedded one, with its roles made. */
export async function openDatabase(settings: LaunchSettings, secrets: Secrets, log: (line: string) => void): Promise<Database> {
  if (settings.databaseUrl) return given(settings);
  const postgres = await startEmbeddedPostgres({ dataDir: settings.dataDir, port: settings.pgPort, log });
  try {
    const urls = await prepareDatabase(postgres.superuserUrl, { ...secrets, database: NAME });
    return { ...urls, pgPort: postgres.port, ended: postgres.ended, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** For a command beside a running Naast: its database, or one started for this command only. */
export async function borrowDatabase(settings: LaunchSettings, secrets: Secrets): Promise<Database> {
  return openDatabase(settings, secrets, () => undefined).catch(async (error: unknown) => {
    const running = error instanceof AlreadyRunning ? await readRunning(settings.dataDir) : undefined;
    if (!running?.pgPort) throw error;
    const url = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${running.pgPort}/${NAME}`;
    return { appUrl: url('naast_app', secrets.appPassword), migratorUrl: url('naast_migrator', secrets.migratorPassword), stop: async () => undefined };
  });
}

function given({ databaseUrl, migratorUrl }: LaunchSettings): Database {
  if (!migratorUrl) throw new LaunchError('DATABASE_URL is gezet, maar MIGRATOR_DATABASE_URL niet. Die is nodig om de tabellen bij te werken.');
  return { appUrl: databaseUrl!, migratorUrl, stop: async () => undefined };
}
