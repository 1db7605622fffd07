import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#kernel';
import { listRoutes, type Route } from '../../apps/api/src/openapi/routes.js';
import { ENTRIES, routeOf } from './matrix/entries.js';
import { CELLS_PER_ROUTE, playRoute } from './matrix/play.js';
import { RELATIONS } from './matrix/relations.js';
import { readOpens } from './matrix/vocabulary.js';
import { startWorld, type World } from './matrix/world.js';

const nameOf = ({ verb, path }: Route): string => `${verb} ${path.replace(/:(\w+)/g, '{$1}')}`;

let world: World;
let routes: Map<string, Route>;

beforeAll(async () => {
  world = await startWorld();
  routes = new Map(listRoutes(world.api.app).filter(({ isPublic }) => !isPublic).map((route) => [nameOf(route), route]));
});
afterAll(() => world.close());

describe('the matrix of who gets in: every route, every role, every relation', () => {
  it('has an entry for every route, and a route for every entry', () => {
    expect([...new Set(Object.keys(ENTRIES).map(routeOf))].toSorted()).toEqual([...routes.keys()].toSorted());
    const size = `${Object.keys(ENTRIES).length} lines for ${routes.size} routes × ${ROLES.length} roles × ${RELATIONS.length} relations, and who is not signed in`;
    process.stdout.write(`access matrix: ${size} = ${Object.keys(ENTRIES).length * CELLS_PER_ROUTE} answers\n`);
  });

  it('opens each route for somebody, and for no role that its mark refuses', () => {
    for (const [name, { opens }] of Object.entries(ENTRIES)) {
      const marked = routes.get(routeOf(name))?.roles ?? [];
      const opened = [...readOpens(opens).keys()];
      expect({ name, unmarked: opened.filter((role) => !marked.includes(role)), nobody: opened.length === 0 }).toEqual({ name, unmarked: [], nobody: false });
    }
  });

  it('notices a door that somebody leaves open, in the database or in the mark of a route', async () => {
    const play = async (name: string, more: Partial<Route> = {}): Promise<string[]> => {
      const [route, entry] = [routes.get(name), ENTRIES[name]];
      if (!route || !entry) throw new Error(name);
      return playRoute(world, { ...route, ...more }, entry);
    };
    await world.api.db.query('CREATE POLICY left_open ON canvas FOR SELECT USING (true)');
    expect((await play('GET /v1/canvases/{id}')).join()).toMatch(/regisseur \(colleague\) → expected 404: 200/);
    await world.api.db.query('DROP POLICY left_open ON canvas');
    expect(await play('GET /v1/canvases/{id}')).toEqual([]);
    // As if the mark named one role more than the guard lets in.
    expect((await play('GET /v1/canvases/{id}', { roles: ['regisseur', 'case-worker'] })).join()).toMatch(/case-worker \(own\) → expected 404: 403/);
  });

  it.each(Object.entries(ENTRIES))('%s', async (name, entry) => {
    const route = routes.get(routeOf(name));
    expect(route).toBeDefined();
    expect(route && (await playRoute(world, route, entry))).toEqual([]);
  });

  it('is closed at every route for whoever signed out, with the cookie they kept', async () => {
    for (const [relation, player] of Object.entries(world.cast['team-lead'])) {
      // The own one came with a token of the issuer, which has an end of its own.
      if (relation === 'own') continue;
      for (const path of ['/v1/me', '/v1/households', `/v1/households/${world.home.id}`]) expect((await player.get(path)).status).toBe(401);
    }
  });
});
