import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../apps/naast/src/embedded-postgres.js';
import { FAST } from '../support/embedded-settings.js';

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
const cleanUp: (() => Promise<unknown>)[] = [];
let folder: string;
let running: EmbeddedPostgres | undefined;

async function temporaryFolder(mode = 0o755): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'naast-embedded-'));
  await chmod(made, mode);
  cleanUp.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function start(dataDir = join(folder, '.naast'), port = 0): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, port, settings: FAST });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

async function ask(superuserUrl: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  return client.query<{ answer: unknown }>(sql).then(({ rows }) => rows[0]?.answer).finally(() => client.end());
}

/** A launcher in a process of its own, as another user when asked. */
async function launcher(dataDir: string, port = 0, uid?: number) {
  const loader = new URL('../support/embedded-typescript.mjs', import.meta.url).href;
  const child: ChildProcess = fork('test/support/embedded-hold-postgres.ts', [dataDir, String(port)], {
    execArgv: ['--conditions=source', '--import', loader], ...(uid === undefined ? {} : { uid, gid: uid }), stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const told = await new Promise<{ pid: number; superuserUrl: string; error?: string }>((resolve) => child.once('message', (message) => resolve(message as never)));
  const end = (signal: NodeJS.Signals) => new Promise((resolve) => (child.once('exit', resolve), child.kill(signal)));
  return { ...told, end };
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await stat(`/proc/${pid}/cwd`).catch(() => undefined)); tries++) await pause(50);
}

afterEach(stop);
afterAll(async () => {
  for (const clean of cleanUp) await clean();
});

describe('the embedded PostgreSQL', () => {
  beforeAll(async () => {
    folder = await temporaryFolder();
  });

  it('starts from nothing and never runs as root', async () => {
    const { superuserUrl, pid } = await start();
    expect(await ask(superuserUrl, "SELECT current_setting('server_version_num')::int / 10000 AS answer")).toBe(18);
    expect(await ask(superuserUrl, "SELECT upper('coördinator é') || ' ' || pg_encoding_to_char(encoding) AS answer FROM pg_database WHERE datname = 'postgres'")).toBe('COÖRDINATOR É UTF8');
    if (process.platform === 'linux') expect((await stat(`/proc/${pid}`)).uid).not.toBe(0);
  });

  it('keeps its passwords to itself and takes nobody without one', async () => {
    const { superuserUrl } = await start();
    expect((await stat(join(folder, '.naast', 'secrets.json'))).mode & 0o077).toBe(0);
    await expect(ask(superuserUrl.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1 AS answer')).rejects.toThrow(/password/);
  });

  it('has its data again at the second start', async () => {
    const first = await start();
    await ask(first.superuserUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await stop();
    const second = await start();
    expect(await ask(second.superuserUrl, 'SELECT answer FROM kept')).toBe(42);
  });

  it('refuses a second start from the same folder and names the process that holds it', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir: join(folder, '.naast'), port: 0 })).rejects.toThrow(`Naast draait al met de map ${join(folder, '.naast')} (proces ${process.pid})`);
  });

  it('says which port is taken and what to set', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await expect(start(undefined, port)).rejects.toThrow(new RegExp(`^Poort ${port} \\(database\\) is al bezet.*PG_PORT=`));
    other.close();
  });

  it('does not start in production', async () => {
    process.env.NODE_ENV = 'production';
    await expect(start()).rejects.toThrow('De ingebouwde PostgreSQL start niet met NODE_ENV=production. Zet DATABASE_URL.');
    process.env.NODE_ENV = 'test';
  });

  it('says so when the secrets are lost and the database is not', async () => {
    const path = join(folder, '.naast', 'secrets.json');
    const kept = await readFile(path, 'utf8');
    await rm(path);
    await expect(start()).rejects.toThrow(/is weg, maar de database niet/);
    await writeFile(path, kept, { mode: 0o600 });
  });
});

describe('after kill -9 of the launcher', () => {
  it('the PostgreSQL it left behind is stopped, and a new one has the data', async () => {
    const dataDir = join(await temporaryFolder(), '.naast');
    const killed = await launcher(dataDir);
    await ask(killed.superuserUrl, 'CREATE TABLE kept AS SELECT 7 AS answer');
    await killed.end('SIGKILL');
    expect(await ask(killed.superuserUrl, 'SELECT answer FROM kept')).toBe(7);

    const { superuserUrl, pid } = await start(dataDir);
    expect(pid).not.toBe(killed.pid);
    await expect(stat(`/proc/${killed.pid}/cwd`)).rejects.toThrow();
    expect(await ask(superuserUrl, 'SELECT answer FROM kept')).toBe(7);
  });

  it('a stale pid file that names a living stranger does no harm', async () => {
    const dataDir = join(await temporaryFolder(), '.naast');
    const killed = await launcher(dataDir);
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const left = await readFile(pidFile, 'utf8');
    await killed.end('SIGKILL');
    process.kill(killed.pid, 'SIGINT');
    await untilGone(killed.pid);
    await writeFile(pidFile, left.replace(String(killed.pid), String(process.pid)));
    expect(await ask((await start(dataDir)).superuserUrl, 'SELECT 1 AS answer')).toBe(1);
  });
});

asRoot('as root', () => {
  it('in a folder that only root may enter, the server and its data live where user postgres can reach them', async () => {
    const dataDir = join(await temporaryFolder(0o700), 'clone', '.naast');
    await mkdir(dataDir, { recursive: true });
    const { superuserUrl, data } = await start(dataDir);
    cleanUp.push(() => rm(dirname(data), { recursive: true, force: true }));
    expect(data).toMatch(/^\/var\/lib\/naast\/[0-9a-f-]{36}\/postgres$/);
    expect(await readlink(join(dataDir, 'postgres'))).toBe(data);
    await ask(superuserUrl, 'CREATE TABLE kept AS SELECT 1 AS answer');
    await stop();
    expect(await ask((await start(dataDir)).superuserUrl, 'SELECT answer FROM kept')).toBe(1);
    await stop();

    await rm(dataDir, { recursive: true });
    const anew = await start(dataDir);
    cleanUp.push(() => rm(dirname(anew.data), { recursive: true, force: true }));
    expect(anew.data).not.toBe(data);
    await expect(ask(anew.superuserUrl, 'SELECT answer FROM kept')).rejects.toThrow(/does not exist/);
    await expect(stat(dirname(data))).rejects.toThrow();
  });

  it('data of an ordinary user stays theirs', async () => {
    const home = await temporaryFolder(0o777);
    const dataDir = join(home, '.naast');
    const nobody = 65534;
    const theirs = await launcher(dataDir, 0, nobody);
    if (theirs.error && /EACCES|permission/i.test(theirs.error)) return; // This checkout is closed to others.
    expect(theirs.error).toBeUndefined();
    await theirs.end('SIGTERM');
    const { pid } = await start(dataDir);
    expect((await stat(`/proc/${pid}`)).uid).toBe(nobody);
  });
});
