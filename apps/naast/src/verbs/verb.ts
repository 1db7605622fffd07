import type { LaunchSettings } from '../environment.js';
import { borrowDatabase, type Database } from '../launch/database.js';
import { partsEnvironment } from '../launch/parts-environment.js';
import { loadSecrets } from '../secrets.js';

/** One thing that administration can do. */
export interface Verb {
  name: string;
  usage: string;
  /** One line for the list. */
  does: string;
  /** A few lines for `--help`. */
  explains: string;
  run(context: VerbContext): Promise<void>;
}

export interface VerbContext {
  settings: LaunchSettings;
  args: string[];
  say(text: string): void;
}

/** The verb was called in a way it does not know; the answer names the right way. */
export class BadUse extends Error {}

/** The database of this installation, running or not, and the environment that the services read. */
export async function withDatabase<T>(settings: LaunchSettings, work: (database: Database, env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const secrets = await loadSecrets(settings.dataDir);
  const database = await borrowDatabase(settings, secrets);
  try {
    return await work(database, partsEnvironment(settings, secrets, database.appUrl));
  } finally {
    await database.stop();
  }
}
