import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { faultOf, fill, needsVersion, nothingChanged, personOf, realIds, standOf } from '../support/attack.js';
import { badBodies, BROKEN } from '../support/bad-bodies.js';
import { committedDocument, type RouteOf, routesOf } from '../support/openapi.js';

const document = committedDocument();
const routes = routesOf(document).filter(({ operation }) => operation.requestBody?.content['application/json']);

let api: SpecApi;
let ids: Record<string, string>;
let asked = 0;

async function send({ path, verb, ...route }: RouteOf, body: unknown, headers: Record<string, string> = {}) {
  asked += 1;
  const person = personOf(api, { path, verb, ...route });
  return person.call(verb.toUpperCase() as 'POST', fill(path, ids), { body, headers, ...(needsVersion({ path, verb, ...route }) && { version: 1 }) });
}

beforeAll(async () => {
  api = await startApi();
  ids = await realIds(api);
});
afterAll(async () => {
  process.stdout.write(`bad bodies sent: ${asked}, to ${routes.length} routes\n`);
  await api.close();
});

describe.each(routes.map((route) => [route.name, route] as const))('%s', (_, route) => {
  it('refuses every wrong field, names it in Dutch, and writes nothing', async () => {
    const { schema, example } = route.operation.requestBody?.content['application/json'] ?? {};
    const before = await standOf(api);
    const faults: (string | undefined)[] = [];
    for (const { what, field, body } of badBodies(document, schema ?? {}, example)) faults.push(faultOf(what, await send(route, body), [400], field));
    expect(faults.filter(Boolean)).toEqual([]);
    await nothingChanged(api, before);
  });

  it('refuses what is no object of fields, and writes nothing', async () => {
    const before = await standOf(api);
    const faults: (string | undefined)[] = [];
    for (const [what, text, type] of BROKEN) faults.push(faultOf(what, await send(route, text, { 'content-type': type }), [400, 413, 415]));
    expect(faults.filter(Boolean)).toEqual([]);
    await nothingChanged(api, before);
  });
});
