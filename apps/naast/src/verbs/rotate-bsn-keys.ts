import pg from 'pg';
import { openVaults, rotateKeys, type RotationTurn } from '#platform';
import { LaunchError } from '../launch-error.js';
import { type Verb, withDatabase } from './verb.js';

const SAY_EVERY = 5_000;

export const rotateBsnKeysVerb: Verb = {
  name: 'rotate-bsn-keys',
  usage: 'rotate-bsn-keys',
  does: 'verzegelt elk BSN opnieuw met de nieuwste sleutel, terwijl Naast draait',
  explains: `Zet eerst de nieuwe sleutel vooraan in BSN_KEYS (en, als u die ook wisselt, in BSN_INDEX_KEY), met de oude erachter,
en herstart de API en de herinneraar. Geef daarna deze opdracht. Hij mag stoppen en opnieuw beginnen.
Als hij klaar is, mogen de oude sleutels weg.`,
  async run({ settings, say }) {
    await withDatabase(settings, async ({ migratorUrl }, env) => {
      const { BSN_KEYS: keys, BSN_INDEX_KEY: indexKeys } = env;
      if (!keys || !indexKeys) throw new LaunchError('Zet BSN_KEYS en BSN_INDEX_KEY.');
      const owner = new pg.Client({ connectionString: migratorUrl });
      await owner.connect();
      try {
        await rotateKeys(owner, openVaults(keys, indexKeys), (turn) => {
          if (turn.looked % SAY_EVERY === 0) say(lineOf(turn));
        });
      } finally {
        await owner.end();
      }
      say('Alles is met de nieuwste sleutel verzegeld. De oude sleutels mogen weg.');
    });
  },
};

const lineOf = ({ table, column, looked, renewed }: RotationTurn): string => `${table}.${column}: ${looked} bekeken, ${renewed} opnieuw verzegeld`;
