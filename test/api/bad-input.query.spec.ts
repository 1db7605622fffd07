import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { faultOf, fill, nothingChanged, personOf, standOf } from '../support/attack.js';
import { committedDocument, type ParameterOf, routesOf } from '../support/openapi.js';

const routes = routesOf(committedDocument()).filter(({ operation, verb }) => verb === 'get' && operation.parameters.some(({ in: place }) => place === 'query'));
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const CURSORS = ['x', '%00', encode([]), encode([1, 2, 3, 4, 5, 6, 7]), encode([null]), encode({ a: 1 }), encode('x'), encode([{}]), encode(['x', 'x']), encode(['2026-01-01', "'; DROP TABLE household"]), encode([1e300, 'x']), encode([['x'], []]), 'a'.repeat(401)];

function badValues({ name, schema }: ParameterOf): string[] {
  if (name === 'cursor') return CURSORS;
  if (schema.enum) return ['bestaat-niet', '', 'constructor', '%00'];
  if (schema.type === 'boolean') return ['misschien', '1', '%00'];
  return schema.type === 'integer' ? ['0', '-1', '101', '1.5', 'x', '1e9', '9007199254740993', 'NaN', 'Infinity', '%00', '0x10x'] : ['%00', 'a'.repeat(1_000)];
}

let api: SpecApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe.each(routes.map((route) => [route.name, route] as const))('%s', (_, route) => {
  const parameters = route.operation.parameters.filter(({ in: place }) => place === 'query');
  /** What must be there, so that only the one wrong thing is wrong. */
  const rest = (name: string): string => parameters.filter((one) => one.required && one.name !== name).map((one) => `&${one.name}=${String(one.schema.enum?.[0])}`).join('');
  const ask = (query: string) => personOf(api, route).get(`${fill(route.path)}?${query}`);

  it.each(parameters.map((parameter) => [parameter.name, parameter] as const))('refuses a wrong %s and names it', async (name, parameter) => {
    const faults = await Promise.all(badValues(parameter).map(async (value) => faultOf(`${name}=${value.slice(0, 60)}`, await ask(`${name}=${value}${rest(name)}`), [400], name)));
    expect(faults.filter(Boolean)).toEqual([]);
    const twice = await ask(`${name}=2&${name}=3${rest(name)}`);
    expect(faultOf(`${name} twice`, twice, [400], name)).toBeUndefined();
  });

  it('refuses a question it does not know', async () => {
    expect(faultOf('unknown', await ask(`bsn=999990019${rest('')}`), [400], 'bsn')).toBeUndefined();
  });
});

describe('an export of reported families', () => {
  const QUERY = '/v1/intake-imports?fileName=aanmeldingen.csv&safetyChecked=true';
  const demo = readFileSync(new URL('../../demo/aanmeldingen.csv', import.meta.url));
  const CASES: [what: string, path: string, body: Uint8Array | string, type: string, expected: number[]][] = [
    ['no file name', '/v1/intake-imports?safetyChecked=true', demo, 'text/csv', [400]],
    ['a file name without end', `/v1/intake-imports?safetyChecked=true&fileName=${'a'.repeat(300)}`, demo, 'text/csv', [400]],
    ['a NUL in the file name', '/v1/intake-imports?safetyChecked=true&fileName=a%00b', demo, 'text/csv', [400]],
    ['nobody looked at the safety', '/v1/intake-imports?fileName=a.csv', demo, 'text/csv', [400]],
    ['an unknown question', `${QUERY}&force=true`, demo, 'text/csv', [400]],
    ['nothing', QUERY, '', 'text/csv', [400]],
    ['JSON', QUERY, '{}', 'application/json', [400, 415]],
    ['an archive', QUERY, 'PK', 'application/zip', [415]],
    ['3 MB', QUERY, Buffer.alloc(3 * 1024 * 1024, 'a;'), 'text/csv', [413]],
    ['only NULs', QUERY, Buffer.alloc(1_000), 'text/csv', [400, 422]],
    ['a picture', QUERY, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0xfd]), 'text/csv', [400, 422]],
    ['columns of something else', QUERY, 'a;b;c\r\n1;2;3\r\n', 'text/csv', [400, 422]],
    ['a quote that never ends', QUERY, 'Aanmeldnummer;Achternaam\r\n"A26-1;Bouzid\r\n'.repeat(3), 'text/csv', [400, 422]],
    ['UTF-16', QUERY, Buffer.from('Aanmeldnummer;Achternaam\r\nA26-1;Bouzid\r\n', 'utf16le'), 'text/csv', [400, 422]],
  ];

  it.each(CASES)('refuses %s and takes nothing in', async (what, path, body, type, expected) => {
    const before = await standOf(api);
    expect(faultOf(what, await api.as('case-worker').call('POST', path, { body, headers: { 'content-type': type } }), expected)).toBeUndefined();
    await nothingChanged(api, before);
  });
});

describe('an Idempotency-Key', () => {
  it.each(['', 'a'.repeat(101), 'met spatie', 'é', '<x>'])('is refused when it is "%s"', async (key) => {
    const answer = await api.as('team-lead').post('/v1/households', {}, { headers: { 'idempotency-key': encodeURI(key) === key ? key : 'a b' } });
    expect(faultOf(key, answer, [400])).toBeUndefined();
  });
});
