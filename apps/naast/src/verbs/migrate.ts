import { LaunchError } from '../launch-error.js';
import { migrateAll } from '../launch/migrations.js';
import { type Verb, withDatabase } from './verb.js';

export const migrateVerb: Verb = {
  name: 'migrate',
  usage: 'migrate',
  does: 'werkt de tabellen bij naar deze versie',
  explains: 'Gebruikt MIGRATOR_DATABASE_URL, of de ingebouwde database als die niet is gezet.\nMag vaker: wat al is bijgewerkt, blijft zoals het is.',
  async run({ settings, say }) {
    const ran = settings.migratorUrl ? await migrateAll(settings.migratorUrl) : await onInstallation(settings);
    say(ran.length === 0 ? 'De tabellen waren al bijgewerkt.' : `Bijgewerkt: ${ran.join(', ')}.`);
  },
};

function onInstallation(settings: Parameters<typeof withDatabase>[0]): Promise<string[]> {
  if (settings.databaseUrl) throw new LaunchError('Zet MIGRATOR_DATABASE_URL: alleen die rol mag de tabellen bijwerken.');
  return withDatabase(settings, (database) => migrateAll(database.migratorUrl));
}
