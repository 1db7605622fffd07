import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { LaunchError } from '../launch-error.js';

/**
 * After `kill -9` of the launcher its PostgreSQL runs on. The caller holds the lock of this folder, so a
 * server that still serves it has lost its owner: stop it as `pg_ctl stop -m fast` would.
 */
export async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (!(await serves(pid, data))) {
    // Stale, and PostgreSQL would be misled if the number now belongs to another process.
    await rm(pidFile, { force: true });
    return;
  }
  for (const [signal, seconds] of [['SIGINT', 15], ['SIGQUIT', 5], ['SIGKILL', 5]] as const) {
    process.kill(pid, signal);
    if (await gone(pid, seconds)) return;
  }
  throw new LaunchError(`Een oude PostgreSQL (proces ${pid}) wil niet stoppen. Beëindig dat proces en start Naast opnieuw.`);
}

/** Is this process a PostgreSQL server that works in this folder? */
async function serves(pid: number, data: string): Promise<boolean> {
  if (!(await alive(pid))) return false;
  const folder = await realpath(data);
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(folder);
}

async function gone(pid: number, seconds: number): Promise<boolean> {
  for (let tries = seconds * 20; tries > 0; tries--) {
    if (!(await alive(pid))) return true;
    await pause(50);
  }
  return !(await alive(pid));
}

async function alive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // In a container without an init process a dead server stays behind as a zombie.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(status);
}
