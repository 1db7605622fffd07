import { execFile } from 'node:child_process';
import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { LaunchError } from '../launch-error.js';

const run = promisify(execFile);

/** The account that PostgreSQL runs as; undefined means: as whoever started us. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of the data that is there,
 * else as user `postgres`, who is made when missing.
 */
export async function serverAccount(dataPath: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataPath).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await find('postgres')) ?? (await create('postgres'));
}

async function find(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)));
    return { uid: uid!, gid: gid! };
  } catch {
    return undefined;
  }
}

async function create(name: string): Promise<Account> {
  try {
    await run('groupadd', ['--system', '--force', name]);
    await run('useradd', ['--system', '--gid', name, '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  } catch {
    // Checked below: what counts is whether the account is there now.
  }
  const made = await find(name);
  if (made) return made;
  throw new LaunchError(`PostgreSQL draait niet als root en de gebruiker '${name}' kon niet worden gemaakt. Start Naast als gewone gebruiker.`);
}

/** May this account read the file, and pass every folder above it? Looks at the mode bits only. */
export async function canReach(account: Account | undefined, path: string): Promise<boolean> {
  if (!account) return true;
  const own = await stat(path).catch(() => undefined);
  if (own && !permits(own, account, own.isDirectory() ? 0o5 : 0o4)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const above = await stat(folder).catch(() => undefined);
    if (above && !permits(above, account, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function permits(file: { uid: number; gid: number; mode: number }, account: Account, wanted: number): boolean {
  const shift = file.uid === account.uid ? 6 : file.gid === account.gid ? 3 : 0;
  return ((file.mode >> shift) & wanted) === wanted;
}

export async function isLink(path: string): Promise<boolean> {
  return lstat(path).then((found) => found.isSymbolicLink(), () => false);
}

