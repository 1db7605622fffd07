import { generateKeyPair, randomBytes, type JsonWebKey } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LaunchError } from './launch-error.js';

/** Made once per installation on the embedded default; a real installation gets these from its own vault. */
export interface Secrets {
  superuserPassword: string;
  migratorPassword: string;
  appPassword: string;
  sessionSecret: string;
  /** Key ring `id:base64key`, newest first, as BSN_KEYS expects it. */
  bsnKeys: string;
  bsnIndexKey: string;
  oidcClientSecret: string;
  issuerCookieKey: string;
  issuerKey: JsonWebKey & { kid: string; use: string; alg: string };
}

const key = (bytes: number) => randomBytes(bytes).toString('base64url');
const base64Key = () => randomBytes(32).toString('base64');

/** Reads `secrets.json`, or makes it (0600). A secret that a newer version asks for is added. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'secrets.json');
  const known = await readSecrets(path);
  if (!known && (await exists(join(dataDir, 'postgres', 'PG_VERSION')))) throw new LaunchError(secretsLost(path));
  const secrets = { ...(await missing(known ?? {})), ...known } as Secrets;
  if (!known || Object.keys(secrets).length > Object.keys(known).length) await write(path, secrets);
  return secrets;
}

/** The same file for someone who only reads: undefined when this installation never started. */
export async function readSecrets(path: string): Promise<Partial<Secrets> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    throw new LaunchError(`Het bestand ${path} is beschadigd. Zet het terug uit de reservekopie.`);
  }
}

async function missing(known: Partial<Secrets>): Promise<Partial<Secrets>> {
  return {
    superuserPassword: key(24),
    migratorPassword: key(24),
    appPassword: key(24),
    sessionSecret: base64Key(),
    bsnKeys: `k1:${base64Key()}`,
    bsnIndexKey: base64Key(),
    oidcClientSecret: key(32),
    issuerCookieKey: key(32),
    ...(known.issuerKey ? {} : { issuerKey: await newSigningKey() }),
  };
}

async function newSigningKey(): Promise<Secrets['issuerKey']> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: key(8), use: 'sig', alg: 'RS256' };
}

async function write(path: string, secrets: Secrets): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

function secretsLost(path: string): string {
  return `Het bestand ${path} is weg, maar de database niet. Zet het terug uit de reservekopie, of verwijder de hele map om opnieuw te beginnen.`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
