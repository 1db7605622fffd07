import { randomBytes } from 'node:crypto';
import type { Verb } from './verb.js';

const PASSWORDS = ['SUPERUSER_PASSWORD', 'MIGRATOR_PASSWORD', 'APP_PASSWORD', 'QUEUE_PASSWORD', 'OIDC_CLIENT_SECRET', 'SIGN_IN_DB_PASSWORD', 'SIGN_IN_ADMIN_PASSWORD', 'DEMO_PASSWORD'];

const key = () => randomBytes(32).toString('base64');

export const newSecretsVerb: Verb = {
  name: 'new-secrets',
  usage: 'new-secrets',
  does: 'drukt nieuwe wachtwoorden en sleutels af, voor een .env-bestand',
  explains: 'Er wordt niets bewaard. Zet de regels in .env en bewaar BSN_KEYS en BSN_INDEX_KEY ook op een andere, veilige plek.',
  async run({ say }) {
    // No signs that mean something in an address or a shell.
    const passwords = PASSWORDS.map((name) => `${name}=${randomBytes(24).toString('hex')}`);
    say([...passwords, `SESSION_SECRET=${key()}`, `BSN_KEYS=k1:${key()}`, `BSN_INDEX_KEY=${key()}`].join('\n'));
  },
};
