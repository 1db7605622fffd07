import { resolve } from 'node:path';
import { LaunchError } from './launch-error.js';

/** What the launcher itself needs to know; the rest of the environment is checked by the platform. */
export interface LaunchSettings {
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string;
  pgPort: number;
  oidcPort: number;
  databaseUrl: string | undefined;
  migratorUrl: string | undefined;
  oidcIssuer: string | undefined;
}

/** The only place of the launcher that reads the environment. An empty variable counts as unset. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): LaunchSettings {
  const port = portOf(env, 'PORT', 3000);
  const settings: LaunchSettings = {
    dataDir: resolve(env.NAAST_DATA || '.naast'),
    host: env.HOST || '127.0.0.1',
    port,
    publicUrl: urlOf(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    pgPort: portOf(env, 'PG_PORT', 3002),
    oidcPort: portOf(env, 'OIDC_PORT', 3001),
    databaseUrl: urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    migratorUrl: urlOf(env, 'MIGRATOR_DATABASE_URL', ['postgres:', 'postgresql:']),
    oidcIssuer: urlOf(env, 'OIDC_ISSUER', ['http:', 'https:']),
  };
  refuseSamePort(settings);
  return settings;
}

export function runsInProduction(): boolean {
  return process.env.NODE_ENV === 'production';
}

export function startedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** The environment of a child: ours, with what the launcher made filled in where it is unset. */
export function childEnvironment(made: Record<string, string>, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  return { ...made, ...given };
}

function portOf(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name];
  if (!text) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new LaunchError(`${name}='${text}' is geen poortnummer. Kies een getal van 1 tot en met 65535.`);
}

function urlOf(env: NodeJS.ProcessEnv, name: string, protocols: string[]): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  // The value is not repeated: an address of a database holds a password.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new LaunchError(`${name} is geen geldig adres. Het begint met ${protocols.map((one) => `${one}//`).join(' of ')}.`);
  }
  return text.replace(/\/$/, '');
}

function refuseSamePort({ port, pgPort, oidcPort, databaseUrl, oidcIssuer }: LaunchSettings): void {
  const used = { PORT: port, ...(databaseUrl ? {} : { PG_PORT: pgPort }), ...(oidcIssuer ? {} : { OIDC_PORT: oidcPort }) };
  const names = Object.keys(used);
  if (new Set(Object.values(used)).size < names.length) throw new LaunchError(`${names.join(', ')} moeten verschillende poorten zijn.`);
}

const NEEDED_IN_PRODUCTION = ['DATABASE_URL', 'MIGRATOR_DATABASE_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL', 'SESSION_SECRET', 'BSN_KEYS', 'BSN_INDEX_KEY'];

/** With NODE_ENV=production nothing is made up: no database, no sign-in, no keys. */
export function requireAllInProduction(env: NodeJS.ProcessEnv = process.env): void {
  if (env.NODE_ENV !== 'production') return;
  const unset = NEEDED_IN_PRODUCTION.filter((name) => !env[name]);
  if (unset.length === 0) return;
  throw new LaunchError(`Met NODE_ENV=production start Naast geen ingebouwde onderdelen. Zet nog: ${unset.join(', ')}.`);
}

/** For `naast prepare-database` only; nothing that keeps running knows these. */
export function readDatabasePasswords(env: NodeJS.ProcessEnv = process.env) {
  return { superuserUrl: urlOf(env, 'SUPERUSER_DATABASE_URL', ['postgres:', 'postgresql:']), migratorPassword: env.MIGRATOR_PASSWORD, appPassword: env.APP_PASSWORD };
}
