import { createHash } from 'node:crypto';
import { mkdir, realpath, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { LaunchError } from './launch-error.js';

/** Another process runs Naast from this folder. */
export class AlreadyRunning extends LaunchError {}

/**
 * One running Naast per data folder. The lock is a listening socket, not a file:
 * the system lets go of it when the process dies, however it dies.
 */
export async function lockDataDirectory(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const address = await lockAddress(dataDir);
  const server = await listen(address).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    const holder = await askHolder(address);
    if (holder) throw new AlreadyRunning(`Naast draait al met de map ${dataDir} (proces ${holder}). Stop dat proces eerst, of kies een andere map met NAAST_DATA.`);
    await unlink(address);
    return listen(address);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function lockAddress(dataDir: string): Promise<string> {
  const folder = await realpath(dataDir);
  // Linux knows sockets without a file; elsewhere a file that may be left behind.
  if (process.platform !== 'linux') return join(folder, 'lock');
  return `\0naast-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((asker) => asker.on('error', () => undefined).end(String(process.pid)));
    server.once('error', reject);
    server.listen({ path: address }, () => resolve(server.unref()));
  });
}

function askHolder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ path: address });
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(answer || 'onbekend'));
  });
}
