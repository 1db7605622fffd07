import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, type Role, ROLES } from '#kernel';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createServer } from '../../apps/api/src/http/server.js';
import { listRoutes, type Route } from '../../apps/api/src/openapi/routes.js';
import { type Person, person } from '../support/api.js';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import { specSettings } from '../support/settings.js';
import { aPerson, type MadePerson } from './support/people.js';

/** What somebody forgets one day: a route without a mark. */
@Controller('v1/forgotten')
class ForgottenController {
  @Get()
  read(): { secret: string } {
    return { secret: 'of a family' };
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

const PUBLIC = ['GET /*', 'GET /health/live', 'GET /health/ready', 'GET /sign-in', 'GET /sign-in/callback', 'GET /v1/openapi.json'];

let app: NestFastifyApplication;
let db: SpecDatabase;
let address: string;
let routes: Route[];
/** What Fastify really listens to, whoever registered it. */
const listensTo = new Set<string>();
/** Who plays a made-up combination of roles. */
const players = new Map<string, MadePerson>();
let nobody: MadePerson;

const nameOf = ({ verb, path }: Pick<Route, 'verb' | 'path'>): string => `${verb} ${path}`;
const isForgotten = (route: Route): boolean => route.controller === ForgottenController.name;
const closed = (): Route[] => routes.filter(({ isPublic }) => !isPublic);
const othersThan = (roles: readonly Role[] = []): Role[] => ROLES.filter((role) => !roles.includes(role));

async function knock(route: Route, who: Person = person(address, () => Promise.resolve({}))): Promise<{ status: number; type: string | undefined; problem: { status?: number; title?: string; type?: string } }> {
  const { status, headers, body } = await who.call(route.verb as 'GET', route.path.replace(/:\w+/g, newId));
  const type = headers['content-type'];
  return { status, type, problem: type?.includes('json') ? (body as object) : {} };
}

/** Every combination "all roles but those of this route" gets somebody who has exactly these. */
async function castPlayers(): Promise<void> {
  const cast = (roles: readonly Role[]): Promise<MadePerson> =>
    aPerson({ db, address }, 'WIJ Groningen', roles.map((role) => ({ role, municipality: 'Groningen' })), 'Groningen');
  nobody = await cast([]);
  for (const { roles } of closed()) {
    const others = othersThan(roles);
    if (others.length > 0 && !players.has(others.join())) players.set(others.join(), await cast(others));
  }
}

beforeAll(async () => {
  db = await freshDatabase();
  const settings = specSettings(db.appUrl);
  app = await createServer({ module: ForgottenModule, imports: [ApiModule.forSettings(settings)] }, settings);
  app.getHttpAdapter().getInstance().addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) if (verb !== 'HEAD') listensTo.add(`${verb} ${url.startsWith('/') ? url : `/${url}`}`);
  });
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
  routes = listRoutes(app);
  await castPlayers();
});

afterAll(async () => {
  await app.close();
  await db.drop();
});

describe('who may use a route', () => {
  it('is known for every route there is: no route comes in by another way', () => {
    expect([...listensTo].sort()).toEqual(routes.map(nameOf).sort());
    process.stdout.write(`routes checked: ${routes.length}, of which ${PUBLIC.length} without signing in\n`);
  });

  it('is written on every route', () => {
    const unmarked = routes.filter((route) => !route.isPublic && route.roles === undefined && !isForgotten(route));
    expect(unmarked.map(nameOf)).toEqual([]);
    expect(routes.filter(({ roles }) => roles?.length === 0).map(nameOf)).toEqual([]);
  });

  it('is everyone for these routes only', () => {
    expect(routes.filter(({ isPublic }) => isPublic).map(nameOf).sort()).toEqual(PUBLIC);
  });

  it('is nobody for a route that somebody forgot to mark', async () => {
    const forgotten = routes.find(isForgotten);
    const everything = players.get(ROLES.join());
    expect(forgotten && (await knock(forgotten)).status).toBe(401);
    expect(forgotten && everything && (await knock(forgotten, everything)).status).toBe(403);
  });
});

describe('at every route that is not public', () => {
  it('who is not signed in gets 401, as a problem in Dutch', async () => {
    for (const route of closed()) {
      expect({ route: nameOf(route), ...(await knock(route)) }).toMatchObject({
        route: nameOf(route), status: 401, type: expect.stringContaining('application/problem+json'), problem: { status: 401, title: 'Je bent niet ingelogd' },
      });
    }
  });

  it('who has every role but those of the route gets 403', async () => {
    for (const route of closed()) {
      const player = players.get(othersThan(route.roles).join());
      if (!player) continue;
      expect({ route: nameOf(route), ...(await knock(route, player)) }).toMatchObject({
        route: nameOf(route), status: 403, type: expect.stringContaining('application/problem+json'), problem: { status: 403, type: 'urn:naast:problem:actor.role' },
      });
    }
  });

  it('who has no role at all is nobody', async () => {
    for (const route of closed()) expect({ route: nameOf(route), status: (await knock(route, nobody)).status }).toEqual({ route: nameOf(route), status: 401 });
  });
});
