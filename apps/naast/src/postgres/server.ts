import { type ChildProcess, spawn } from 'node:child_process';
import { LaunchError } from '../launch-error.js';
import type { Binaries } from './binaries.js';
import { cannotSpawn, explain } from './cluster.js';
import type { Place } from './place.js';

export interface ServerOptions {
  port: number;
  log: (line: string) => void;
  /** Extra settings; tests turn `fsync` off. */
  settings?: Record<string, string>;
}

export interface Server {
  pid: number;
  /** Settles when the server ends, with its last words; also when we stopped it. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const READY_WITHIN = 60_000;

/** Small enough for a laptop; only reachable over loopback, not over a socket file. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  logging_collector: 'off',
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Starts the server and waits until it takes connections. */
export async function startServer(binaries: Binaries, place: Place, options: ServerOptions): Promise<Server> {
  const settings = { ...SETTINGS, port: String(options.port), ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Its own process group: Ctrl-C in the terminal reaches us, and we stop it last.
  const child = spawn(binaries.postgres, ['-D', place.data, ...flags], {
    ...place.account, cwd: place.data, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { LC_ALL: 'C' },
  });
  const stopOnExit = () => void child.kill('SIGINT');
  process.once('exit', stopOnExit);
  const ended = lastWords(child, options.log).finally(() => process.off('exit', stopOnExit));
  await becomesReady(child, ended);
  return { pid: child.pid!, ended, stop: () => stop(child, ended) };
}

function lastWords(child: ChildProcess, log: (line: string) => void): Promise<string> {
  let tail: string[] = [];
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = chunk.split('\n').filter(Boolean);
    tail = [...tail, ...lines].slice(-20);
    lines.forEach(log);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(cannotSpawn(error).message));
    child.once('close', () => resolve(explain(tail.join('\n'))));
  });
}

function becomesReady(child: ChildProcess, ended: Promise<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGQUIT');
      reject(new LaunchError('De database was na een minuut nog niet klaar. Probeer het opnieuw.'));
    }, READY_WITHIN);
    const listen = (chunk: string) => {
      if (!chunk.includes('database system is ready to accept connections')) return;
      clearTimeout(late);
      child.stderr!.off('data', listen);
      resolve();
    };
    child.stderr!.on('data', listen);
    void ended.then((words) => {
      clearTimeout(late);
      reject(new LaunchError(words));
    });
  });
}

/** Fast shutdown; harder when it takes too long. */
async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  const timers = [setTimeout(() => child.kill('SIGQUIT'), 15_000), setTimeout(() => child.kill('SIGKILL'), 20_000)];
  child.kill('SIGINT');
  await ended;
  timers.forEach(clearTimeout);
}
