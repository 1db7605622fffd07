import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchError } from './launch-error.js';

const RETRY_MS = 100;

/** Fails with one clear line when someone else listens there, for longer than `patience` milliseconds. */
export async function requireFreePort(port: number, host: string, what: string, variable: string, patience = 0): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE' && patience > 0) {
      await pause(RETRY_MS);
      return requireFreePort(port, host, what, variable, patience - RETRY_MS);
    }
    if (code === 'EADDRINUSE') throw new LaunchError(`Poort ${port} (${what}) is al bezet. Stop het andere programma, of kies een andere poort: ${variable}=${port + 100} npm start`);
    if (code === 'EACCES') throw new LaunchError(`Poort ${port} (${what}) mag alleen root gebruiken. Kies een poort boven 1024 met ${variable}.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new LaunchError(`Het adres ${host} is niet van deze computer. Zet HOST goed.`);
    throw error;
  }
}

export function freePort(): Promise<number> {
  return listenOnce(0, '127.0.0.1');
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
