// Starts and stops the whole product as `npm start` does: every part embedded, on ports and in a folder of its own.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const READY = /Naast draait op/;
const START_MS = 240_000; // A first build included.
const STOP_MS = 30_000;

/** Answers where it listens, and how to stop it: that has to go in order, as after Ctrl-C. */
export async function startProduct() {
  const folder = await mkdtemp(join(tmpdir(), 'naast-browser-'));
  await chmod(folder, 0o755);
  const [port, oidcPort, pgPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const address = `http://localhost:${port}`;
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NAAST_DATA: join(folder, '.naast'), PORT: `${port}`, OIDC_PORT: `${oidcPort}`, PG_PORT: `${pgPort}`, PUBLIC_URL: address };
  const child = spawn(process.execPath, ['apps/naast/start.js'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = () => stopInOrder(child, ended, folder);
  await ready(child, ended).catch(async (error) => {
    await stop().catch(() => undefined);
    throw error;
  });
  return { address, stop };
}

function ready(child, ended) {
  return new Promise((resolve, reject) => {
    let said = '';
    const giveUp = (why) => reject(new Error(`Naast did not start: ${why}\n${said}`));
    const timer = setTimeout(giveUp, START_MS, `not ready after ${START_MS / 1000} s`);
    const hear = (chunk) => {
      said += chunk;
      if (READY.test(said)) resolve(clearTimeout(timer));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => giveUp(`it ended with ${code}`));
  });
}

async function stopInOrder(child, ended, folder) {
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  const code = await ended;
  clearTimeout(timer);
  await rm(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`Naast did not stop in order: it ended with ${code}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
