import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LaunchError } from '../launch-error.js';
import { type Account, canReach, isLink, serverAccount } from './account.js';
import { stopLeftover } from './leftover.js';

/** Where PostgreSQL keeps its data, and as whom it does so. */
export interface Place {
  data: string;
  account: Account | undefined;
}

/** Outside the clone, for a clone in a folder that only root may enter. */
export const REACHABLE = '/var/lib/naast';

/**
 * The data lives in `<dataDir>/postgres`. When user `postgres` can't get there, that name is a link to
 * `/var/lib/naast/<instance>/postgres`; the instance is named in `<dataDir>`, so that removing it starts anew.
 */
export async function choosePlace(dataDir: string): Promise<Place> {
  const inside = join(dataDir, 'postgres');
  const account = await serverAccount(inside);
  if (!account) return { data: (await isLink(inside)) ? await realpath(inside) : inside, account };
  if (!(await isLink(inside)) && (await canReach(account, inside))) return { data: inside, account };
  return { data: await outside(dataDir, inside), account };
}

async function outside(dataDir: string, inside: string): Promise<string> {
  const id = await instanceId(dataDir);
  const data = join(REACHABLE, id, 'postgres');
  await forgetEarlier(dataDir, id);
  await mkdir(dirname(data), { recursive: true, mode: 0o755 });
  await Promise.all([chmod(REACHABLE, 0o755), chmod(dirname(data), 0o755)]);
  await writeFile(join(dirname(data), 'origin'), dataDir);
  if (await isLink(inside)) await rm(inside);
  else if (await stat(inside).catch(() => undefined)) await moveOut(inside, data);
  await symlink(data, inside);
  return data;
}

async function instanceId(dataDir: string): Promise<string> {
  const path = join(dataDir, 'instance-id');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (/^[0-9a-f-]{36}$/.test(known.trim())) return known.trim();
  const id = randomUUID();
  await writeFile(path, `${id}\n`);
  return id;
}

/** The folder was closed to `postgres` after the data was made in it. */
async function moveOut(inside: string, data: string): Promise<void> {
  await stopLeftover(inside);
  await rename(inside, data).catch(() => {
    throw new LaunchError(`De gebruiker van PostgreSQL kan niet meer bij ${inside}. Verplaats die map zelf naar ${data}.`);
  });
}

/** Data of an earlier instance of this very folder, left behind by `rm -rf .naast`. */
async function forgetEarlier(dataDir: string, id: string): Promise<void> {
  for (const other of await readdir(REACHABLE).catch(() => [])) {
    const origin = await readFile(join(REACHABLE, other, 'origin'), 'utf8').catch(() => undefined);
    if (other === id || origin !== dataDir) continue;
    await stopLeftover(join(REACHABLE, other, 'postgres'));
    await rm(join(REACHABLE, other), { recursive: true, force: true });
  }
}
