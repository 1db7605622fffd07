import { spawn } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskFull, LaunchError, saysDiskFull } from '../launch-error.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { Place } from './place.js';

export const SUPERUSER = 'postgres';

/** Makes the cluster when there is none. Half-made work of an earlier try is thrown away. */
export async function ensureCluster(binaries: Binaries, place: Place, password: string): Promise<void> {
  const version = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) return refuseOtherVersion(version.trim(), binaries.version, place.data);
  const half = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  try {
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await giveTo(place.account, half, passwordFile);
    await initdb(binaries.initdb, place.account, half, passwordFile);
    await rename(half, place.data);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** UTF-8 that sorts by code point and knows upper from lower case in every language, the same on each system. */
function initdb(command: string, account: Account | undefined, data: string, passwordFile: string): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, [`--pgdata=${data}`, ...access, ...locale, '--no-instructions'], { ...account, cwd: dirname(data), env: { LC_ALL: 'C' } });
    child.stdout.resume();
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => reject(cannotSpawn(error)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new LaunchError(explain(said)))));
  });
}

export function cannotSpawn(error: Error): LaunchError {
  return new LaunchError(`PostgreSQL kon niet worden gestart (${error.message}). Start Naast als gewone gebruiker, of zet DATABASE_URL naar een eigen PostgreSQL.`);
}

/** What PostgreSQL said last, as one line for a person. */
export function explain(said: string): string {
  if (saysDiskFull(said)) return diskFull();
  const lines = said.trim().split('\n');
  const worst = lines.filter((line) => /FATAL|PANIC|error:|could not/.test(line));
  return `De database kon niet starten. PostgreSQL zegt: ${(worst.at(-1) ?? lines.at(-1) ?? 'niets').trim()}`;
}

function refuseOtherVersion(data: string, ours: string, folder: string): void {
  if (data === ours.split('.')[0]) return;
  throw new LaunchError(`De gegevens in ${folder} zijn van PostgreSQL ${data}, deze Naast heeft PostgreSQL ${ours}. Zie docs/operations.md, Bijwerken.`);
}

async function giveTo(account: Account | undefined, ...paths: string[]): Promise<void> {
  if (account) await Promise.all(paths.map((path) => chown(path, account.uid, account.gid)));
}
