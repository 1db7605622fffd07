import { prepareDatabase } from '#platform';
import { readDatabasePasswords } from '../environment.js';
import { BadUse, type Verb } from './verb.js';

export const prepareDatabaseVerb: Verb = {
  name: 'prepare-database',
  usage: 'prepare-database [naam]',
  does: 'maakt de rollen naast_migrator en naast_app, en de database',
  explains: `Voor een eigen PostgreSQL, één keer, door wie daar de baas is. Zet:
  SUPERUSER_DATABASE_URL  adres van de beheerder van PostgreSQL
  MIGRATOR_PASSWORD       wachtwoord voor naast_migrator
  APP_PASSWORD            wachtwoord voor naast_app
De database heet 'naast', of zoals u zegt. Mag vaker: zo verandert u ook een wachtwoord.`,
  async run({ args, say }) {
    const { superuserUrl, migratorPassword, appPassword } = readDatabasePasswords();
    if (!superuserUrl || !migratorPassword || !appPassword) {
      throw new BadUse('Zet SUPERUSER_DATABASE_URL, MIGRATOR_PASSWORD en APP_PASSWORD.');
    }
    const database = args[0] ?? 'naast';
    await prepareDatabase(superuserUrl, { migratorPassword, appPassword, database });
    say(`De database '${database}' en de rollen naast_migrator en naast_app zijn klaar.`);
  },
};
