import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createServer } from '../../apps/api/src/http/server.js';
import type { Clock, Settings } from '#platform';
import { freshDatabase, type SpecDatabase } from './database.js';
import { specSettings } from './settings.js';
import { tokenOf } from './tokens.js';

export interface Answer<Body = never> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Body;
  readonly text: string;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Sent as If-Match. */
  readonly version?: number;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One persona at the API, signed in with a real token of the real issuer. */
export interface Person {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read answers freely; the shape is what they assert
  call<Body = any>(method: Method, path: string, call?: Call): Promise<Answer<Body>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  get<Body = any>(path: string): Promise<Answer<Body>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  post<Body = any>(path: string, body?: unknown, call?: Call): Promise<Answer<Body>>;
}

export interface SpecApi {
  readonly app: NestFastifyApplication;
  readonly db: SpecDatabase;
  /** Where it listens: every spec speaks real HTTP. */
  readonly address: string;
  readonly settings: Settings;
  /** `undefined` = not signed in. */
  as(persona: string | undefined): Person;
  close(): Promise<void>;
}

export async function startApi(options: { clock?: Clock; settings?: Partial<Settings> } = {}): Promise<SpecApi> {
  const db = await freshDatabase();
  const settings = specSettings(db.appUrl, options.settings);
  const app = await createServer(ApiModule.forSettings(settings, options.clock), settings);
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  return {
    app,
    db,
    settings,
    as: (persona) => person(address, () => bearerOf(persona)),
    address,
    close: async () => {
      await app.close();
      await db.drop();
    },
  };
}

const bearerOf = async (persona: string | undefined): Promise<Record<string, string>> =>
  persona === undefined ? {} : { authorization: `Bearer ${await tokenOf(persona)}` };

/** Somebody at the API; `identify` gives the headers by which they are known. */
export function person(address: string, identify: () => Promise<Record<string, string>>): Person {
  const call = async <Body>(method: Method, path: string, { body, headers = {}, version }: Call = {}): Promise<Answer<Body>> => {
    const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(new URL(path, address), {
      method,
      redirect: 'manual',
      headers: {
        ...(await identify()),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(!isRaw && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: isRaw ? (body as string | undefined) : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: Object.fromEntries(response.headers), text, body: (isJson && text ? JSON.parse(text) : text) as Body };
  };
  return { call, get: (path) => call('GET', path), post: (path, body, more) => call('POST', path, { body, ...more }) } as Person;
}
