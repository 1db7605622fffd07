import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import openapiTS from 'openapi-typescript';
import { type SpecApi, startApi } from '../support/api.js';
import { committedDocument, generatedDocument, lookUp, type RouteOf, routesOf, type SchemaOf } from '../support/openapi.js';

const document = committedDocument();
const routes = routesOf(document);
const faults = (look: (route: RouteOf) => boolean): string[] => routes.filter((route) => !look(route)).map(({ name }) => name);

/** Types that need no words: the form says it all. */
const speaksForItself = (field: SchemaOf): boolean =>
  Boolean(field.description ?? field.enum ?? field.$ref ?? field.allOf ?? field.format) ||
  ['boolean', 'integer'].includes(field.type ?? '') || Boolean(field.maxLength) ||
  (field.type === 'array' && field.items !== undefined && speaksForItself(field.items));

describe('the document of the API', () => {
  it('is what the source says today (npm run openapi)', async () => {
    expect(await generatedDocument()).toBe(await readFile(new URL('../../openapi.json', import.meta.url), 'utf8'));
  }, 60_000);

  it('two shapes never share a name: the second would stand in the document for the first', async () => {
    const source = new URL('../../apps/api/src/', import.meta.url);
    const files = (await readdir(source, { recursive: true })).filter((name) => /\.(request|response)\.ts$/.test(name));
    const names = (await Promise.all(files.map((name) => readFile(new URL(name, source), 'utf8')))).flatMap((text) => [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('says what it is, whose it is and under which licence', () => {
    expect(document.openapi).toMatch(/^3\./);
    expect(document.info).toMatchObject({ title: 'Naast API', version: '1.0.0', license: { name: 'EUPL-1.2' }, contact: { name: 'Naast', url: expect.any(String), email: expect.any(String) } });
    expect(document.servers).toEqual([expect.objectContaining({ url: '/' })]);
  });

  it('is valid: a client can be made of it', async () => {
    expect((await openapiTS(document as never)).length).toBeGreaterThan(0);
  });

  it('has kebab-case paths under /v1, without a slash at the end', () => {
    const fits = /^(\/health|\/v1)(\/[a-z][a-z0-9]*(-[a-z0-9]+)*|\/\{[a-zA-Z]+\})+(\.(csv|json|pdf))?$/;
    expect(faults(({ path }) => fits.test(path))).toEqual([]);
  });

  it('asks no person, name or number of a person in a URL', () => {
    const ofPersons = /bsn|name$|member|person|birth|phone|email|address|postcode/i;
    const allowed = new Set(['fileName']);
    expect(faults(({ operation }) => operation.parameters.every((one) => one.in !== 'query' || allowed.has(one.name) || !ofPersons.test(one.name)))).toEqual([]);
    expect(faults(({ operation }) => operation.parameters.every((one) => one.in !== 'path' || one.schema.format === 'uuid' || one.name === 'code'))).toEqual([]);
  });

  it('gives each operation an own name, a tag that exists, a summary, a description and its refusals', () => {
    const tags = new Set(document.tags.map(({ name }) => name));
    expect(new Set(routes.map(({ operation }) => operation.operationId)).size).toBe(routes.length);
    expect(faults(({ operation }) => operation.tags?.length === 1 && tags.has(operation.tags[0] ?? ''))).toEqual([]);
    expect(faults(({ operation }) => Boolean(operation.summary && operation.description))).toEqual([]);
    const refuses = ({ path, operation }: RouteOf) => path.startsWith('/health') || Object.keys(operation.responses).some((status) => status.startsWith('4'));
    expect(faults(refuses)).toEqual([]);
    expect(faults(({ operation }) => '500' in operation.responses)).toEqual([]);
  });

  it('answers every refusal as one Problem, in Dutch', () => {
    for (const answer of Object.values(document.components.responses)) {
      expect(answer.content['application/problem+json']).toMatchObject({ schema: { $ref: '#/components/schemas/Problem' }, example: { title: expect.any(String), detail: expect.any(String) } });
    }
  });

  it('knows the shape of every body that goes in or comes out', () => {
    const shaped = (schema: SchemaOf | undefined): boolean => schema !== undefined && isShaped(schema);
    const isShaped = (schema: SchemaOf): boolean => {
      const found = lookUp(document, schema);
      if (found.type === 'array') return shaped(found.items);
      return found.type === 'object' ? Object.keys(found.properties ?? {}).length > 0 : found.type !== undefined || found.enum !== undefined;
    };
    const media = (content: Record<string, { schema?: SchemaOf }> = {}) => Object.values(content).every(({ schema }) => shaped(schema));
    expect(faults(({ operation }) => media(operation.requestBody?.content))).toEqual([]);
    expect(faults(({ operation }) => Object.entries(operation.responses).every(([status, { $ref, content }]) => $ref !== undefined || status === '204' || (content !== undefined && media(content))))).toEqual([]);
    const open = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).filter(([, field]) => !isShaped(field)).map(([field]) => `${name}.${field}`));
    expect(open).toEqual([]);
  });

  it('describes every field that does not speak for itself', () => {
    const silent = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).filter(([, field]) => !speaksForItself(field)).map(([field]) => `${name}.${field}`));
    expect(silent).toEqual([]);
  });

  it('says of no identifier that it is a UUID when it has another form', () => {
    const form = { type: 'string', description: expect.any(String) };
    expect(document.components.schemas['ProcessingLineResponse']?.properties).toMatchObject({
      traceId: { ...form, pattern: '^[0-9a-f]{32}$' }, spanId: { ...form, pattern: '^[0-9a-f]{16}$' },
    });
    const both = JSON.stringify(document).match(/"format":"uuid","pattern"|"pattern":"[^"]*","format":"uuid"/g);
    expect(both).toBeNull();
  });

  it('limits every text and list that goes in', () => {
    const inputs = new Set<string>();
    const collect = (schema: SchemaOf): void => {
      if (schema.$ref) inputs.add(schema.$ref.split('/').at(-1) ?? '');
      const found = lookUp(document, schema);
      for (const field of [...Object.values(found.properties ?? {}), ...(found.items ? [found.items] : [])]) collect(field);
    };
    for (const { operation } of routes) for (const { schema } of Object.values(operation.requestBody?.content ?? {})) if (schema) collect(schema);
    const isLimited = (field: SchemaOf): boolean => {
      if (field.type === 'string') return Boolean(field.maxLength ?? field.enum ?? field.format ?? field.pattern);
      return field.type !== 'array' || Boolean(field.maxItems ?? field.items?.enum);
    };
    const endless = [...inputs].flatMap((name) =>
      Object.entries(document.components.schemas[name]?.properties ?? {}).filter(([, field]) => !isLimited(field)).map(([field]) => `${name}.${field}`));
    expect(endless).toEqual([]);
  });

  it('has an example of every body, with the fields of that body', () => {
    const wrong = routes.flatMap(({ name, operation }) => Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { schema, example }]) => {
      if (!schema || type === 'text/csv') return example ? [] : [name];
      const { properties = {}, required = [] } = lookUp(document, schema);
      const fields = Object.keys((example ?? {}) as object);
      const isComplete = required.every((field) => fields.includes(field)) && fields.every((field) => field in properties);
      return example && isComplete ? [] : [`${name}: ${fields.join()}`];
    }));
    expect(wrong).toEqual([]);
  });
});

describe('the document at the API', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('can be read by everyone, from every site', async () => {
    const answer = await api.as(undefined).get('/v1/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*', 'api-version': '1.0.0' });
    expect(answer.body).toEqual(document);
  });
});
