import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, ROLES } from '#kernel';
import { type Answer, type SpecApi, startApi } from '../support/api.js';
import { faultOf, needsVersion, standOf } from '../support/attack.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { committedDocument, type RouteOf, routesOf } from '../support/openapi.js';
import { pathIds, TABLE_OF_COLLECTION } from './support/kinds.js';
import { aPerson, type MadePerson } from './support/people.js';
import { type RowMaker, rowMaker } from './support/rows.js';

/** Two families side by side: neither is under the other, and who may compare them is asked of both (decision 28). */
const BESIDE = 'merge-candidates';

/** Every route in whose path a second id stands after the first: a record of a family, or a part of a record. */
const nested = routesOf(committedDocument()).filter((route) => pathIds(route).length > 1 && pathIds(route)[1]?.[0] !== BESIDE);

/** What gets past the first doors: versions 1, the example of the document. */
const bodyOf = ({ operation }: RouteOf): unknown => operation.requestBody?.content['application/json']?.example;

const said = ({ body }: Answer<unknown>): object => ({ ...(body as object), instance: '' });

describe('a record of family B under the address of family A', () => {
  let api: SpecApi;
  let rows: RowMaker;
  let a: HouseholdFixture;
  let b: HouseholdFixture;
  /** In the dossier of A only; and in both: who may see B must still not find it under A. */
  let inA: MadePerson;
  let inBoth: MadePerson;

  beforeAll(async () => {
    api = await startApi();
    const posts = ROLES.map((role) => ({ role, municipality: 'Groningen', team: 'WIJ Noord' }));
    [inA, inBoth] = [await aPerson(api, 'WIJ Groningen', posts), await aPerson(api, 'WIJ Groningen', posts)];
    [a, b] = [await aHousehold(api.db, { regisseur: `made-${inA.id}` }), await aHousehold(api.db, { regisseur: `made-${inBoth.id}` })];
    rows = await rowMaker(api.db);
    await api.db.query(
      `INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES ($1, $2, $3, 'substitute')`, [inBoth.id, a.id, a.municipalityId]);
  });
  afterAll(async () => {
    await rows.close();
    await api.close();
  });

  /** The address with A first and, last of all, a record of B. */
  async function addressOf(route: RouteOf, outer: HouseholdFixture, inner: HouseholdFixture): Promise<string> {
    const ids = pathIds(route);
    const [first = ['', ''], second = ['', '']] = ids;
    const parentOf = new Map<HouseholdFixture, string>();
    for (const family of new Set([outer, inner])) parentOf.set(family, await idOf(family, first[0]));
    const id = await idOf(inner, second[0], { [TABLE_OF_COLLECTION[first[0]] ?? '']: parentOf.get(inner) ?? '' });
    return route.path.replace(`{${first[1]}}`, parentOf.get(outer) ?? '').replace(`{${second[1]}}`, id);
  }

  const idOf = async (family: HouseholdFixture, collection: string, parents: Record<string, string> = {}): Promise<string> => {
    if (collection === 'households') return family.id;
    if (collection === 'members') return Object.values(family.members)[0] ?? '';
    return rows.rowOf(family, TABLE_OF_COLLECTION[collection] ?? '', parents);
  };

  const send = (person: MadePerson, route: RouteOf, path: string): Promise<Answer<unknown>> =>
    person.call(route.verb.toUpperCase() as 'GET', path, { body: bodyOf(route), ...(needsVersion(route) && { version: 1 }) });

  it('is known for every route: a collection that has no table here fails', () => {
    expect(nested.length).toBeGreaterThan(2);
    expect(nested.filter((route) => pathIds(route).length > 2).map(({ name }) => name)).toEqual([]);
    expect(nested.flatMap(pathIds).map(([collection]) => collection).filter((collection) => !(collection in TABLE_OF_COLLECTION))).toEqual([]);
    process.stdout.write(`nested routes attacked: ${nested.length}\n`);
  });

  it.each(nested.map((route) => [route.name, route] as const))('does not exist: %s', async (_, route) => {
    const path = await addressOf(route, a, b);
    const before = await standOf(api);
    const unknown = path.replace(/[^/]+(?=(\/[a-z.-]+)*$)/, newId());
    const [nothing, other, both] = [await send(inA, route, unknown), await send(inA, route, path), await send(inBoth, route, path)];
    expect([faultOf('in A only', other, [404]), faultOf('in both', both, [404])]).toEqual([undefined, undefined]);
    expect(said(other)).toEqual(said(nothing));
    expect(await standOf(api)).toEqual(before);
  });

  it.each(nested.map((route) => [route.name, route] as const))('is there under its own address, so that the test above means something: %s', async (_, route) => {
    const path = await addressOf(route, b, b);
    const [answer, nothing] = [await send(inBoth, route, path), await send(inBoth, route, path.replace(/[^/]+(?=(\/[a-z.-]+)*$)/, newId()))];
    // Its state may not fit the step that is asked; that is another answer than "it is not there".
    expect(said(answer)).not.toEqual(said(nothing));
    expect(answer.status).toBeLessThan(500);
  });
});
