import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { freePort } from '../../apps/naast/src/ports.js';
import { readRunning } from '../../apps/naast/src/running.js';

let folder: string;
let env: Record<string, string>;
const launched: Launch[] = [];

/** `npm start` without npm, on ports of its own. */
class Launch {
  said = '';
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(changed: Record<string, string> = {}) {
    launched.push(this);
    this.process = spawn(process.execPath, ['apps/naast/start.js'], { env: { ...env, ...changed }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout!, this.process.stderr!]) stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ended = new Promise((resolve) => this.process.once('close', (code) => resolve(code)));
  }

  async says(words: string | RegExp, seconds = 30): Promise<void> {
    for (let tries = seconds * 20; tries > 0 && !new RegExp(words).test(this.said); tries--) await pause(50);
    expect(this.said).toMatch(words);
  }

  stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }
}

async function healthy(): Promise<boolean> {
  return fetch(`http://localhost:${env.PORT}/health/ready`).then(({ ok }) => ok, () => false);
}

function demoToken(persona: string) {
  return spawnSync(process.execPath, ['apps/naast/start.js', 'demo-token', persona], { env, encoding: 'utf8' });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'naast-launcher-'));
  await chmod(folder, 0o755);
  const [PORT, OIDC_PORT, PG_PORT] = await Promise.all([freePort(), freePort(), freePort()]);
  env = { PATH: process.env.PATH!, NAAST_DATA: join(folder, '.naast'), PORT: `${PORT}`, OIDC_PORT: `${OIDC_PORT}`, PG_PORT: `${PG_PORT}` };
  // What is out of date is built here, once, and not while a test waits.
  spawnSync(process.execPath, ['apps/naast/start.js', 'cli', '--help'], { env });
}, 180_000);
afterEach(async () => {
  for (const launch of launched.splice(0)) if (launch.process.exitCode === null && launch.process.signalCode === null) await launch.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('serves the page, names the people of the demo, and stops in order on Ctrl-C', async () => {
    const naast = new Launch();
    await naast.says(/Naast draait op http:\/\/localhost:\d+ \(klaar in \d+,\d seconden\)/);
    expect(naast.said).toContain('Jelle Hoekstra');
    expect(await healthy()).toBe(true);
    expect(await naast.stop()).toBe(0);
    expect(await healthy()).toBe(false);
    expect(naast.said).not.toMatch(/\n\s+at /);
  });

  it('stops when npm is told to stop, though npm does not pass that on', async () => {
    const npm = spawn('npm', ['start'], { env: { ...env, HOME: folder }, stdio: 'ignore' });
    for (let tries = 300; tries > 0 && !(await healthy()); tries--) await pause(100);
    expect(await healthy()).toBe(true);
    npm.kill('SIGTERM');
    for (let tries = 100; tries > 0 && (await readRunning(env.NAAST_DATA!)); tries--) await pause(100);
    expect([await healthy(), await readRunning(env.NAAST_DATA!)]).toEqual([false, undefined]);
  });

  it('gives a token for curl while it runs, and one clear line when it does not', async () => {
    const naast = new Launch();
    await naast.says('Naast draait op');
    expect(decodeJwt(demoToken('gkb').stdout.trim())).toMatchObject({ sub: 'gkb', aud: 'naast-api', iss: `http://localhost:${env.OIDC_PORT}` });
    expect(demoToken('burgemeester').stderr).toMatch(/^De persona 'burgemeester' bestaat niet\. Kies uit: case-worker, .*\n$/);
    await naast.stop();
    expect(demoToken('gkb')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^Naast draait niet, .*npm start\n$/) });
  });

  it('refuses a second start from the same folder', async () => {
    const naast = new Launch();
    await naast.says('Naast draait op');
    const second = new Launch();
    expect(await second.ended).toBe(1);
    expect(second.said).toMatch(new RegExp(`^Naast draait al met de map .* \\(proces ${naast.process.pid}\\)\\. .*\n$`));
    expect(await healthy()).toBe(true);
  });

  it('runs again after kill -9, and starts a part again that was killed', async () => {
    const killed = new Launch();
    await killed.says('Naast draait op');
    await killed.stop('SIGKILL');
    const naast = new Launch();
    await naast.says('Naast draait op');
    const parts = await readFile(`/proc/${naast.process.pid}/task/${naast.process.pid}/children`, 'utf8').catch(() => '');
    for (const pid of parts.trim().split(' ').map(Number)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('apps/api')) process.kill(pid, 'SIGKILL');
    }
    if (process.platform === 'linux') await naast.says('De website is gestopt en start opnieuw.');
    for (let tries = 100; tries > 0 && !(await healthy()); tries--) await pause(100);
    expect(await healthy()).toBe(true);
    expect(await naast.stop('SIGTERM')).toBe(0);
  });

  it('says in one line which port is taken and what to set', async () => {
    const other = createServer().listen(Number(env.PORT), '127.0.0.1');
    const naast = new Launch();
    const code = await naast.ended;
    other.close();
    expect(code).toBe(1);
    expect(naast.said).toMatch(new RegExp(`^Poort ${env.PORT} \\(website\\) is al bezet\\. .*PORT=\\d+ npm start\n$`));
  });

  it.each([
    [{ PORT: 'drieduizend' }, /^PORT='drieduizend' is geen poortnummer.*\n$/],
    [{ DATABASE_URL: 'mysql://user:secret@host/db' }, /^DATABASE_URL is geen geldig adres\. (?!.*secret).*\n$/],
    [{ LOG_LEVEL: 'loud' }, /^Instelling klopt niet: LOG_LEVEL.*\n$/],
    [{ NODE_ENV: 'production' }, /^Met NODE_ENV=production start Naast geen ingebouwde onderdelen\. Zet nog: DATABASE_URL, .*\n$/],
  ])('says in one line what is wrong with %j', async (changed, line) => {
    const naast = new Launch(changed as Record<string, string>);
    expect(await naast.ended).toBe(1);
    expect(naast.said).toMatch(line);
  });
});
