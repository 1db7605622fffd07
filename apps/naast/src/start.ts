import { fileURLToPath } from 'node:url';
import { readSettings } from '#platform';
import { loadDemoOnce } from './demo/load-once.js';
import { type EmbeddedIssuer, startEmbeddedIssuer } from './embedded-issuer.js';
import { type LaunchSettings, readEnvironment, requireAllInProduction, startedByNpm } from './environment.js';
import { asOneLine } from './launch-error.js';
import { banner } from './launch/banner.js';
import { Child } from './launch/child.js';
import { type Database, openDatabase } from './launch/database.js';
import { LogFile } from './launch/log-file.js';
import { migrateAll } from './launch/migrations.js';
import { partsEnvironment } from './launch/parts-environment.js';
import { Shutdown, stopOnSignals } from './launch/shutdown.js';
import { requireFreePort } from './ports.js';
import { readRunning, writeRunning } from './running.js';
import { loadSecrets, type Secrets } from './secrets.js';

const AFTER_A_CRASH_MS = 10_000;

/** `npm start`: database, sign-in, API and worker on the embedded default, or on what the environment names. */
export async function main(args: string[]): Promise<void> {
  const settings = readEnvironment();
  requireAllInProduction();
  const shutdown = new Shutdown();
  stopOnSignals(shutdown, startedByNpm());
  // When the terminal is closed there is nobody left to tell, but still work to stop in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    await launch(settings, shutdown, args.includes('--logs'));
  } catch (error) {
    if (shutdown.begun) return shutdown.run();
    process.stderr.write(`${asOneLine(error)}\n`);
    await shutdown.run();
    process.exit(1);
  }
}

async function launch(settings: LaunchSettings, shutdown: Shutdown, inherit: boolean): Promise<void> {
  const secrets = await loadSecrets(settings.dataDir);
  const giveUp = (line: string) => void stopBecause(line, shutdown);
  const database = await startDatabase(settings, secrets, shutdown, giveUp);
  // The parts of a launcher that was killed may still be on their way out.
  const patience = (await readRunning(settings.dataDir)) ? AFTER_A_CRASH_MS : 0;
  await requireFreePort(settings.port, settings.host, 'website', 'PORT', patience);
  const issuer = await startIssuer(settings, secrets, shutdown, patience);
  const env = partsEnvironment(settings, secrets, database.appUrl, issuer);
  readSettings(env);
  await migrateAll(database.migratorUrl);
  // The demo's people sign in with the embedded issuer only.
  if (issuer) await loadDemoOnce(database.migratorUrl, secrets);
  await startParts(settings, env, shutdown, { inherit, giveUp });
  const forget = await writeRunning(settings.dataDir, { pid: process.pid, address: settings.publicUrl, issuer: issuer?.issuer, pgPort: database.pgPort });
  shutdown.add('De lijst van wat draait', forget);
  // process.uptime: from the moment the person pressed Enter, a build included.
  process.stdout.write(banner(settings.publicUrl, process.uptime(), issuer !== undefined));
}

async function startDatabase(settings: LaunchSettings, secrets: Secrets, shutdown: Shutdown, giveUp: (line: string) => void): Promise<Database> {
  const log = await LogFile.open(settings.dataDir, 'postgres');
  const database = await openDatabase(settings, secrets, log.write);
  shutdown.add('De database', () => database.stop());
  void database.ended?.then((words) => shutdown.begun || giveUp(words));
  return database;
}

async function startIssuer(settings: LaunchSettings, secrets: Secrets, shutdown: Shutdown, patience: number): Promise<EmbeddedIssuer | undefined> {
  if (settings.oidcIssuer) return undefined;
  const issuer = await startEmbeddedIssuer({ port: settings.oidcPort, publicUrl: settings.publicUrl, secrets, patience });
  shutdown.add('De inlogdienst', () => issuer.stop());
  return issuer;
}

async function startParts(settings: LaunchSettings, env: NodeJS.ProcessEnv, shutdown: Shutdown, options: { inherit: boolean; giveUp: (line: string) => void }): Promise<void> {
  const parts = [['api', 'De website'], ['worker', 'De herinneraar']] as const;
  const children = await Promise.all(
    parts.map(async ([part, name]) => {
      const script = fileURLToPath(new URL(`../../${part}/src/main.js`, import.meta.url));
      return new Child({ name, script, env, log: await LogFile.open(settings.dataDir, part), ...options });
    }),
  );
  process.once('exit', () => children.forEach((child) => child.killNow()));
  shutdown.add('De website en de herinneraar', () => Promise.all(children.map((child) => child.stop())));
  await Promise.all(children.map((child) => child.start()));
}

async function stopBecause(line: string, shutdown: Shutdown): Promise<void> {
  process.stderr.write(`${line}\nNaast stopt.\n`);
  await shutdown.run();
  process.exit(1);
}
