import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface SchemaOf {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  enum?: unknown[];
  pattern?: string;
  nullable?: boolean;
  properties?: Record<string, SchemaOf>;
  required?: string[];
  items?: SchemaOf;
  allOf?: SchemaOf[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  example?: unknown;
}

export interface ParameterOf {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: SchemaOf;
  description?: string;
}

interface MediaOf {
  schema?: SchemaOf;
  example?: unknown;
}

export interface OperationOf {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters: (ParameterOf & { $ref?: string })[];
  requestBody?: { content: Record<string, MediaOf> };
  responses: Record<string, { $ref?: string; content?: Record<string, MediaOf>; headers?: object }>;
  'x-naast-roles': string[];
}

export interface Document {
  openapi: string;
  info: { title: string; version: string; contact: object; license: { name: string } };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OperationOf>>;
  components: { schemas: Record<string, SchemaOf>; responses: Record<string, { content: Record<string, MediaOf> }>; parameters: Record<string, ParameterOf> };
}

export interface RouteOf {
  readonly name: string;
  readonly path: string;
  readonly verb: string;
  readonly operation: OperationOf;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The document as it is committed. */
export const committedDocument = (): Document => JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8')) as Document;

/** The document as the source says today, made in a process of its own as `npm run openapi` does. */
export async function generatedDocument(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'naast-openapi-'));
  const target = join(folder, 'openapi.json');
  const hooks = join(ROOT, 'test/support/embedded-typescript.mjs');
  await promisify(execFile)(process.execPath, ['--conditions=source', '--no-warnings', '--import', hooks, 'apps/api/src/openapi/write.ts', target], { cwd: ROOT });
  const text = await readFile(target, 'utf8');
  await rm(folder, { recursive: true });
  return text;
}

export const routesOf = (document: Document): RouteOf[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => ({ name: `${verb.toUpperCase()} ${path}`, path, verb, operation })),
  );

/** What a schema is, with its references looked up. */
export function lookUp(document: Document, schema: SchemaOf): SchemaOf {
  const inner = schema.allOf?.length === 1 ? schema.allOf[0] : undefined;
  if (inner) return { ...lookUp(document, inner), ...(schema.nullable && { nullable: true }) };
  const found = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  if (!found) throw new Error(`${schema.$ref} is nowhere`);
  return found;
}
