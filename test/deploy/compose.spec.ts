import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { readSettings, Settings } from '#platform';
import { PERSONAS } from '../../apps/naast/src/personas.js';
import { newSecretsVerb } from '../../apps/naast/src/verbs/new-secrets.js';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  deploy?: { replicas: number };
  restart?: string;
  ports?: string[];
}

const text = (path: string) => readFileSync(path, 'utf8');
const services = (load(text('docker-compose.yml'), { schema: CORE_SCHEMA.withTags(mergeTag) }) as { services: Record<string, Service> }).services;
const example = envFile(text('deploy/env.example'));
const PARTS = ['api', 'worker'] as const;

function envFile(content: string): Record<string, string> {
  const lines = content.split('\n').filter((line) => /^\w+=/.test(line));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

async function newSecrets(): Promise<Record<string, string>> {
  let said = '';
  await newSecretsVerb.run({ settings: {} as never, args: [], say: (line) => (said = line) });
  return envFile(said);
}

/** As compose fills in `${NAME}`, `${NAME:-otherwise}` and `${NAME:?}`. */
function fillIn(value: string, values: Record<string, string>): string {
  return value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_all, name: string, kind?: string, otherwise = '') => {
    if (kind === '?' && !values[name]) throw new Error(`${name} is not set`);
    return values[name] || otherwise;
  });
}

describe('docker compose', () => {
  it('pins every image to a version', () => {
    for (const [name, { image }] of Object.entries(services)) expect([name, image]).toEqual([name, expect.stringMatching(/:v?\d+\.\d+[\w.-]*$/)]);
  });

  it('runs the API and the worker twice', () => {
    for (const part of PARTS) expect(services[part]?.deploy?.replicas).toBe(2);
  });

  it.each(PARTS)('gives the %s only variables that Naast knows, and all that it needs', async (part) => {
    const given = services[part]!.environment!;
    const known = new Set(getMetadataStorage().getTargetValidationMetadatas(Settings, '', false, false).map((rule) => rule.propertyName));
    expect(Object.keys(given).filter((name) => !known.has(name))).toEqual([]);
    const values = { ...example, ...(await newSecrets()) };
    const settings = readSettings(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, fillIn(String(value), values)])));
    expect(settings).toMatchObject({ NODE_ENV: 'production', OIDC_SUBJECT_CLAIM: 'preferred_username', PUBLIC_URL: 'http://naast.localhost:8080' });
  });

  it('uses no embedded part and keeps the passwords of the owner to the two one-shot services', () => {
    for (const part of PARTS) {
      expect(services[part]!.environment).toMatchObject({ DATABASE_URL: expect.stringContaining('naast_app'), OIDC_ISSUER: expect.any(String), REDIS_URL: expect.any(String) });
    }
    const withOwner = Object.entries(services).filter(([, { environment }]) => /MIGRATOR_|SUPERUSER_/.test(JSON.stringify(environment ?? {})));
    expect(withOwner.map(([name]) => name).sort()).toEqual(['database', 'migrate', 'prepare']);
    expect(services.migrate?.restart).toBe('no');
  });

  it('asks for nothing that the example file does not name', () => {
    const asked = [...text('docker-compose.yml').matchAll(/(?<!\$)\$\{(\w+)/g)].map((match) => match[1]!);
    const named = new Set([...text('deploy/env.example').matchAll(/^(?:# )?(\w+)=/gm)].map((match) => match[1]!));
    expect([...new Set(asked)].filter((name) => !named.has(name) && name !== 'LOG_LEVEL')).toEqual([]);
  });

  it('can be filled in with `naast new-secrets`', async () => {
    const empty = Object.keys(example).filter((name) => example[name] === '');
    expect(Object.keys(await newSecrets()).sort()).toEqual(empty.sort());
  });

  it('publishes ports on this computer only, unless told otherwise', () => {
    const published = Object.values(services).flatMap(({ ports }) => ports ?? []);
    expect(published.map((port) => fillIn(port, {})).every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
  });
});

describe('the demo realm of Keycloak', () => {
  const realm = JSON.parse(text('deploy/keycloak/realm.json')) as {
    realm: string;
    clients: { clientId: string; redirectUris: string[]; secret: string; attributes: Record<string, string>; protocolMappers: { config: Record<string, string> }[] }[];
    users: { username: string; firstName: string; lastName: string; email: string; credentials: { value: string }[] }[];
  };
  const client = realm.clients.find(({ clientId }) => clientId === example.OIDC_CLIENT_ID)!;

  it('is the issuer of the example file, and sends people back to where Naast expects them', () => {
    expect(example.OIDC_ISSUER).toMatch(new RegExp(`/realms/${realm.realm}$`));
    expect(client.redirectUris).toEqual(['${PUBLIC_URL}/sign-in/callback']);
    expect(client.attributes['post.logout.redirect.uris']).toBe('${PUBLIC_URL}/afgemeld');
    expect(client.attributes['pkce.code.challenge.method']).toBe('S256');
    expect(client.protocolMappers[0]?.config['included.custom.audience']).toBe(new Settings().OIDC_AUDIENCE);
  });

  it('knows the same people as the embedded issuer; if not: node deploy/keycloak/update-users.js', () => {
    expect(realm.users.map(({ username, firstName, lastName, email }) => [username, `${firstName} ${lastName}`, email])).toEqual(PERSONAS.map(({ key, name, email }) => [key, name, email]));
  });

  it('holds no secret', () => {
    expect([client.secret, ...realm.users.map(({ credentials }) => credentials[0]!.value)].every((value) => /^\$\{\w+\}$/.test(value))).toBe(true);
  });
});

describe('the image', () => {
  const dockerfile = text('Dockerfile');

  it('installs what the lock file says, runs as an ordinary user and tells whether it is well', () => {
    expect(dockerfile).toMatch(/^RUN npm ci$/m);
    expect(dockerfile.indexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nFROM'));
    expect(dockerfile).toMatch(/^HEALTHCHECK/m);
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1])).toEqual(['node:20.20-slim', 'node:20.20-slim']);
  });

  it('leaves secrets, data and the history out', () => {
    const ignored = text('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.naast', '.env', 'node_modules']));
  });
});
