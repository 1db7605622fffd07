import { loadDemoOnce } from '../demo/load-once.js';
import { childEnvironment } from '../environment.js';
import { LaunchError } from '../launch-error.js';
import { type Verb, withDatabase } from './verb.js';

export const seedVerb: Verb = {
  name: 'seed',
  usage: 'seed',
  does: 'laadt de voorbeeldgemeente in een lege database',
  explains: 'Alle mensen erin zijn verzonnen. Gebruikt MIGRATOR_DATABASE_URL, of de ingebouwde database als die niet is gezet.\nWerk eerst de tabellen bij met: npm run naast -- migrate',
  async run({ settings, say }) {
    const loaded = settings.migratorUrl ? await onGiven(settings.migratorUrl) : await onInstallation(settings);
    if (!loaded) throw new LaunchError('Er staan al gegevens in de database. De voorbeeldgemeente is niet geladen.');
    say('De voorbeeldgemeente is geladen.');
  },
};

const keysIn = (env: NodeJS.ProcessEnv) => ({ bsnKeys: env['BSN_KEYS'], bsnIndexKey: env['BSN_INDEX_KEY'] });

const onGiven = (migratorUrl: string): Promise<boolean> => loadDemoOnce(migratorUrl, keysIn(childEnvironment({})));

function onInstallation(settings: Parameters<typeof withDatabase>[0]): Promise<boolean> {
  if (settings.databaseUrl) throw new LaunchError('Zet MIGRATOR_DATABASE_URL: alleen die rol mag de voorbeeldgemeente laden.');
  return withDatabase(settings, (database, env) => loadDemoOnce(database.migratorUrl, keysIn(env)));
}
