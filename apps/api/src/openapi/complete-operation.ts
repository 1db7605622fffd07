import type { OpenAPIObject, OperationObject, ParameterObject, ResponseObject } from '@nestjs/swagger';
import { ROLES, type Role } from '#kernel';
import { isReference, wholeNumber } from './complete-schemas.js';
import { exampleOf } from './examples.js';
import { refuse } from './problems.js';
import type { Route } from './routes.js';
import { meaningOf } from './words.js';

export interface Operation {
  readonly path: string;
  readonly verb: string;
  readonly operation: OperationObject;
  readonly route: Route;
}

/** Says of one operation what holds for every operation of its kind: who, headers, refusals, examples. */
export function completeOperation({ path, verb, operation, route }: Operation, schemas: NonNullable<OpenAPIObject['components']>['schemas']): void {
  const isWrite = verb !== 'get';
  describe(operation, route);
  completeParameters(operation, path);
  if (verb === 'post' && path.startsWith('/v1/')) operation.parameters?.push(RETRY_KEY as ParameterObject);
  if (!route.isPublic) operation.security = [isWrite ? { session: [], csrf: [] } : { session: [] }, { bearer: [] }];
  else operation.security = [];
  addExample(operation);
  for (const [status, response] of Object.entries(operation.responses)) completeAnswer(status, response as ResponseObject, path, verb, schemas);
  for (const status of refusals(path, verb, operation, route)) operation.responses[status] = refuse(status);
}

const RETRY_KEY = { $ref: '#/components/parameters/Idempotency-Key' } as unknown;

function describe(operation: OperationObject, { controller, method, isPublic, roles }: Route): void {
  const text = operation.summary ?? '';
  const who = isPublic ? 'Also without signing in.' : everyone(roles) ? 'For everyone who is signed in.' : `For: ${roles?.join(', ')}.`;
  const feature = controller.replace(/Controller$/, '');
  operation.operationId = `${feature.charAt(0).toLowerCase()}${feature.slice(1)}.${method}`;
  operation.summary = /^.+?(?=[.?](?:\s|$))/.exec(text)?.[0] ?? text;
  operation.description = text && `${text} ${who}`;
  // For scripts and tests; what a role sees of it is up to the database.
  Object.assign(operation, { 'x-naast-roles': isPublic ? [] : [...(roles ?? [])] });
}

const everyone = (roles: readonly Role[] | undefined): boolean => roles?.length === ROLES.length;

function completeParameters(operation: OperationObject, path: string): void {
  operation.parameters ??= [];
  for (const parameter of operation.parameters as ParameterObject[]) {
    const schema = parameter.schema;
    if (!schema || isReference(schema)) continue;
    const { format, ...meaning } = meaningOf(parameter.name);
    wholeNumber(schema);
    if (schema.default !== undefined && parameter.in === 'query') parameter.required = false;
    if (format && schema.type === 'string' && !schema.enum) schema.format ??= format;
    parameter.description ??= meaning.description ?? (parameter.in === 'path' ? `Id of the ${ofWhat(path, parameter.name)}.` : undefined);
  }
}

/** `/households/{id}`: of the household. */
function ofWhat(path: string, parameter: string): string {
  const collection = new RegExp(`([a-z-]+)/\\{${parameter}\\}`).exec(path)?.[1] ?? '';
  if (collection === 'inbox') return 'message';
  return collection.replace(/bases$/, 'basis').replace(/canvases$/, 'canvas').replace(/(?<![ia])s$/, '').replaceAll('-', ' ');
}

function addExample(operation: OperationObject): void {
  if (!operation.requestBody || isReference(operation.requestBody)) return;
  operation.requestBody.required = true;
  for (const media of Object.values(operation.requestBody.content)) {
    const example = exampleOf(media.schema);
    if (example !== undefined) media.example = example;
  }
}

const SAYS: Record<string, string> = { 200: 'Done; this is how it stands now.', 201: 'Made.', 204: 'Done; there is nothing to tell.' };

function completeAnswer(status: string, response: ResponseObject, path: string, verb: string, schemas: NonNullable<OpenAPIObject['components']>['schemas']): void {
  response.description ||= (verb === 'get' ? 'What was asked for.' : SAYS[status]) ?? 'Done.';
  const headers: string[] = path.startsWith('/v1/') ? ['API-Version'] : [];
  const json = response.content?.['application/json'];
  const name = json?.schema && isReference(json.schema) ? json.schema.$ref.split('/').at(-1) : undefined;
  const schema = name ? schemas?.[name] : undefined;
  if (schema && !isReference(schema) && schema.properties?.['version']) headers.push('ETag');
  if (verb === 'post' && path.startsWith('/v1/')) headers.push('Idempotent-Replayed');
  const example = exampleOf(json?.schema);
  if (json && example !== undefined) json.example = example;
  if (headers.length > 0) response.headers = Object.fromEntries(headers.map((header) => [header, { $ref: `#/components/headers/${header}` }]));
}

/** Only what can happen: who asks nothing gets no 400, what has no version no 412. */
function refusals(path: string, verb: string, operation: OperationObject, { isPublic, roles }: Route): number[] {
  const parameters = operation.parameters as ParameterObject[];
  const takes = (place: string): boolean => parameters.some((parameter) => parameter.in === place);
  const versioned = parameters.some(({ name }) => name === 'If-Match');
  const isWrite = verb !== 'get';
  const body = operation.requestBody !== undefined;
  const applies: [number, boolean][] = [
    [400, body || takes('query') || verb === 'post'],
    [401, !isPublic],
    [403, !isPublic && (isWrite || !everyone(roles))],
    [404, takes('path')],
    [409, isWrite],
    [412, versioned],
    [413, body],
    [415, body],
    [422, isWrite],
    [428, versioned],
    [500, true],
    [503, path === '/health/ready'],
  ];
  return applies.filter(([, holds]) => holds).map(([status]) => status);
}
