import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type Answer, type SpecApi, startApi } from '../support/api.js';
import { faultOf, fill, needsVersion, nothingChanged, personOf, realIds, standOf } from '../support/attack.js';
import { committedDocument, type RouteOf, routesOf } from '../support/openapi.js';

const document = committedDocument();
const routes = routesOf(document).filter(({ path }) => path.includes('{'));
const NO_IDS = ['1', 'x', '0', '-1', 'null', 'undefined', '00000000-0000-0000-0000-00000000000g', "1' OR '1'='1", '%00', '%F0%28%8C%28', '..%2F..%2Fme', '%252e%252e', 'a'.repeat(90), 'a'.repeat(3_000), '*', '<script>'];

let api: SpecApi;

function send(route: RouteOf, path: string, more: { headers?: Record<string, string>; version?: number } = {}): Promise<Answer<unknown>> {
  const { example } = route.operation.requestBody?.content['application/json'] ?? {};
  return personOf(api, route).call(route.verb.toUpperCase() as 'POST', path, { body: example, ...(needsVersion(route) && { version: 1 }), ...more });
}

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe.each(routes.map((route) => [route.name, route] as const))('%s', (_, route) => {
  it('answers 404 to an id that does not exist, and writes nothing', async () => {
    const before = await standOf(api);
    expect(faultOf('unknown id', await send(route, fill(route.path)), [404])).toBeUndefined();
    await nothingChanged(api, before);
  });

  it('answers 404 to what is no id at all', async () => {
    const answers = await Promise.all(NO_IDS.map(async (id) => faultOf(id.slice(0, 40), await send(route, route.path.replace(/\{\w+\}/g, () => id)), [404])));
    expect(answers.filter(Boolean)).toEqual([]);
  });
});

describe('a thing that exists', () => {
  const versioned = routes.filter(needsVersion);
  let ids: Record<string, string>;
  beforeAll(async () => {
    ids = await realIds(api);
  });

  it.each(versioned.map((route) => [route.name, route] as const))('%s asks which version was read', async (_, route) => {
    const before = await standOf(api);
    for (const header of [undefined, '', '*', '1', '"x"', '"-1"', '"99999999999"', '"1", "2"']) {
      const headers: Record<string, string> = header === undefined ? {} : { 'if-match': header };
      expect(faultOf(`If-Match ${header}`, await send(route, fill(route.path, ids), { headers, version: undefined }), [428, 404])).toBeUndefined();
    }
    await nothingChanged(api, before);
  });

  it('belongs to its own family: under the address of another it does not exist', async () => {
    const nested = routes.filter(({ path }) => (path.match(/\{/g) ?? []).length > 1);
    expect(nested.length).toBeGreaterThan(2);
    for (const route of nested) expect(faultOf(route.name, await send(route, fill(route.path, { ...ids, assignments: newId() })), [404])).toBeUndefined();
  });
});
