import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../apps/naast/src/ports.js';

const GIVE_UP_AFTER_MS = 60_000;

/** Seconds from `npm start` in a place where Naast never ran, until the first page answers. Built already. */
export async function startToPage(root: string): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'naast-bench-start-'));
  await chmod(dataDir, 0o755);
  const [port, pgPort, oidcPort] = [await freePort(), await freePort(), await freePort()];
  const env = { ...process.env, NAAST_DATA: dataDir, PORT: String(port), PG_PORT: String(pgPort), OIDC_PORT: String(oidcPort) };
  const started = performance.now();
  const naast = spawn(process.execPath, ['apps/naast/start.js'], { cwd: root, env, stdio: 'ignore' });
  const gone = once(naast, 'exit');
  try {
    while (!(await answers(`http://127.0.0.1:${port}/`))) {
      if (performance.now() - started > GIVE_UP_AFTER_MS || naast.exitCode !== null) throw new Error('npm start showed no page');
      await pause(25);
    }
    return (performance.now() - started) / 1000;
  } finally {
    naast.kill('SIGTERM');
    await gone;
    await rm(dataDir, { recursive: true, force: true });
  }
}

const answers = (url: string): Promise<boolean> => fetch(url).then(({ ok }) => ok, () => false);
