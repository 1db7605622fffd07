import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import type { Answer } from '../support/api.js';
import { ENTRIES, routeOf } from './matrix/entries.js';
import { strangersTo } from './matrix/strangers.js';
import type { Ask, Entry } from './matrix/vocabulary.js';
import { startWorld, type World } from './matrix/world.js';
import { isUuid } from './support/kinds.js';
import { statementsOf } from './support/statements.js';

const things = Object.entries(ENTRIES).filter(([name, { shows, closed }]) => !shows && !closed && routeOf(name).includes('{'));

/** What says which request it was, or when; all else has to be the same. */
const PER_REQUEST = ['date', 'content-length', 'idempotency-key', 'keep-alive', 'connection'];

const same = ({ status, headers, body }: Answer<unknown>): unknown => ({
  status, body: { ...(body as object), instance: '' },
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !PER_REQUEST.includes(name))),
});

/** The same request about something that does not exist: every id in the path is new. */
const ofNothing = ({ path, ...ask }: Ask): Ask => ({ ...ask, path: path.split('/').map((part) => (isUuid(part.split('?')[0]) ? newId() : part)).join('/') });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('what exists and what does not sound the same to who may not see it', () => {
  it.each(things)('in every word and header, with and without a version: %s', async (name, entry) => {
    const [verb] = routeOf(name).split(' ');
    const asked = await entry.ask(world);
    const variants: Partial<Ask>[] = verb === 'GET' ? [{}] : [{ version: undefined }, { version: 1 }, { version: 99 }, { headers: { 'idempotency-key': `k-${newId()}` } }];
    for (const [who, person] of strangersTo(world, entry)) {
      for (const variant of variants) {
        const call = async ({ path, ...ask }: Ask): Promise<unknown> => ({ who, ...(same(await person.call(verb as 'GET', path, { ...ask, ...variant })) as object) });
        expect(await call(asked)).toEqual(await call(ofNothing(asked)));
      }
    }
  });

  // Milliseconds on a busy machine prove nothing either way. What an answer costs is the statements that it asks of the
  // database and the work after them; when these are the same in number, kind and order, what is left is whether an index
  // finds a row: microseconds, under the noise of any network.
  it.each(things)('and cost the same statements: %s', async (name, entry) => {
    const [verb] = routeOf(name).split(' ');
    const asked = await entry.ask(world);
    for (const [who, person] of strangersTo(world, entry)) {
      const cost = ({ path, ...ask }: Ask) => statementsOf(() => person.call(verb as 'GET', path, ask));
      // A new connection prepares, and the guard looks up anew who it is, every now and then. A difference that is there stays.
      let costs: string[][] = [];
      for (let look = 0; look < 4 && JSON.stringify(costs[0]) !== JSON.stringify(costs[1] ?? 'not looked yet'); look += 1) costs = [await cost(asked), await cost(ofNothing(asked))];
      expect({ who, statements: costs[0] }).toEqual({ who, statements: costs[1] });
    }
  });

  it('also when only the head is asked', async () => {
    const { path } = await (ENTRIES['GET /v1/households/{id}'] as Entry).ask(world);
    for (const [, person] of strangersTo(world, ENTRIES['GET /v1/households/{id}'] as Entry)) {
      const head = async (asked: string) => same({ ...(await person.call('HEAD' as 'GET', asked)), body: {} as never });
      expect(await head(path)).toEqual(await head(`/v1/households/${newId()}`));
    }
  });
});
