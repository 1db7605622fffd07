import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EmbeddedIssuer } from '../../apps/naast/src/embedded-issuer.js';
import { CLIENT_ID, PERSONA_GRANT } from '../../apps/naast/src/issuer/names.js';
import { freePort } from '../../apps/naast/src/ports.js';
import type { Secrets } from '../../apps/naast/src/secrets.js';
import type { RecordedStatement } from './recording.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const API = at('../../dist/apps/api/src/main.js');

export interface Api {
  readonly url: string;
  readonly pid: number;
  /** What it sent to the database since it started; only when recording. */
  readonly statements: RecordedStatement[];
  stop(): Promise<void>;
}

/** The API as it is built, in its own process, as `npm start` runs it; quiet as in production. */
export async function startApi(appUrl: string, issuer: EmbeddedIssuer, secrets: Secrets, execArgv: string[] = []): Promise<Api> {
  const port = await freePort();
  const env = {
    ...process.env, DATABASE_URL: appUrl, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: `http://localhost:${port}`, LOG_LEVEL: 'warn',
    OIDC_ISSUER: issuer.issuer, OIDC_CLIENT_ID: issuer.clientId, OIDC_CLIENT_SECRET: issuer.clientSecret,
    SESSION_SECRET: secrets.sessionSecret, BSN_KEYS: secrets.bsnKeys, BSN_INDEX_KEY: secrets.bsnIndexKey,
  };
  const child = fork(API, { env, execArgv: ['--enable-source-maps', ...execArgv] });
  const statements: RecordedStatement[] = [];
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => (message === 'ready' ? resolve() : statements.push(message as RecordedStatement)));
    child.once('exit', (code) => reject(new Error(`the API did not start (exit ${code})`)));
  });
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, statements, stop: () => stop(child) };
}

export const recorder = (): string[] => ['--import', at('./recorder.mjs')];

export const withoutGate = (): string[] => ['--import', at('./without-gate.mjs')];

export async function startBare(ownerUrl: string, appUrl: string, accept: readonly RecordedStatement[]): Promise<{ url: string; stop(): Promise<void> }> {
  const child = fork(at('./bare-server.ts'), { execArgv: ['--conditions=source', '--no-warnings', '--import', at('../support/embedded-typescript.mjs')] });
  child.send({ ownerUrl, appUrl, accept });
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

export async function tokenOf({ issuer, clientSecret }: EmbeddedIssuer, persona: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${encodeURIComponent(clientSecret)}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: PERSONA_GRANT, persona }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`no token for ${persona}`);
  return token;
}

/** Memory that a process really holds, in MB; Linux only. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}
