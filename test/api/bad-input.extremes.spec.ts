import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { needsVersion, personOf } from '../support/attack.js';
import { extremeBodies } from '../support/bad-bodies.js';
import { committedDocument, lookUp, type RouteOf, routesOf } from '../support/openapi.js';
import { type Target, targetOf } from '../support/targets.js';

const document = committedDocument();
const routes = routesOf(document).filter(({ operation }) => operation.requestBody?.content['application/json']);

let api: SpecApi;
let taken = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  process.stdout.write(`extreme values that were taken: ${taken}\n`);
  await api.close();
});

/** The body, about something that exists. */
function aboutTarget(body: unknown, { body: ids }: Target, route: RouteOf): unknown {
  const { properties = {} } = lookUp(document, route.operation.requestBody?.content['application/json']?.schema ?? {});
  return { ...(body as object), ...Object.fromEntries(Object.entries(ids).filter(([name]) => name in properties)) };
}

describe.each(routes.map((route) => [route.name, route] as const))('%s', (_, route) => {
  it('breaks on no value, however strange, and answers in a form we know', async () => {
    const { schema, example } = route.operation.requestBody?.content['application/json'] ?? {};
    let target = await targetOf(api, route);
    const faults: string[] = [];
    for (const { what, body } of extremeBodies(document, schema ?? {}, example)) {
      const answer = await personOf(api, route).call(route.verb.toUpperCase() as 'POST', target.path, { body: aboutTarget(body, target, route), ...(needsVersion(route) && { version: target.version }) });
      const isKnown = answer.status < 400 || answer.headers['content-type']?.includes('application/problem+json');
      if (answer.status >= 500 || !isKnown) faults.push(`${what} → ${answer.status} ${answer.text.slice(0, 120)}`);
      if (answer.status < 300) {
        taken += 1;
        target = await nextTarget(target, answer.headers['etag']);
      }
    }
    expect(faults).toEqual([]);
    // What was taken can be read again.
    const subject = target.path.split('/').slice(0, 4).join('/');
    expect((await personOf(api, route).get(subject)).status).toBeLessThan(500);

    /** What was moved on is no longer in the state that this route asks; what was written anew only has another version. */
    async function nextTarget(last: Target, etag = ''): Promise<Target> {
      if (!needsVersion(route)) return last;
      return route.verb === 'put' ? { ...last, version: Number(etag.replaceAll('"', '')) } : targetOf(api, route);
    }
  });
});
