import { join } from 'node:path';
import { readEnvironment } from './environment.js';
import { CLIENT_ID, PERSONA_GRANT } from './issuer/names.js';
import { LaunchError } from './launch-error.js';
import { findPersona, PERSONAS } from './personas.js';
import { readRunning } from './running.js';
import { readSecrets } from './secrets.js';

/** `npm run --silent demo:token -- <persona>`: asks the running issuer for a token and prints it. */
export async function demoToken(key: string | undefined): Promise<string> {
  if (!key || !findPersona(key)) throw new LaunchError(unknown(key));
  const { dataDir, oidcPort } = readEnvironment();
  const running = await readRunning(dataDir);
  const secrets = await readSecrets(join(dataDir, 'secrets.json'));
  if (!secrets?.oidcClientSecret) throw new LaunchError(notRunning());
  return ask(running?.issuer ?? `http://localhost:${oidcPort}`, secrets.oidcClientSecret, key);
}

async function ask(issuer: string, secret: string, persona: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${encodeURIComponent(secret)}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: PERSONA_GRANT, persona }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => {
    throw new LaunchError(notRunning());
  });
  const body = (await answer.json().catch(() => ({}))) as { access_token?: string; error?: string };
  if (body.access_token) return body.access_token;
  throw new LaunchError(`De inlogdienst op ${issuer} gaf geen token (${body.error ?? answer.status}). Draait daar deze installatie van Naast?`);
}

function unknown(key: string | undefined): string {
  const start = key ? `De persona '${key}' bestaat niet.` : 'Noem een persona.';
  return `${start} Kies uit: ${PERSONAS.map((one) => one.key).join(', ')}.`;
}

function notRunning(): string {
  return 'Naast draait niet, of gebruikt een eigen inlogdienst. Start Naast eerst met: npm start';
}

export async function main([key]: string[]): Promise<void> {
  process.stdout.write(`${await demoToken(key)}\n`);
}
