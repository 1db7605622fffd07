import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type HeaderObject, type OpenAPIObject, type OperationObject, type ParameterObject, SwaggerModule } from '@nestjs/swagger';
import { Settings } from '#platform';
import { ApiModule } from '../api.module.js';
import { API_VERSION } from '../http/server.js';
import { completeOperation } from './complete-operation.js';
import { completeSchemas } from './complete-schemas.js';
import { writePluginMetadata } from './plugin-metadata.js';
import { problemResponses, problemSchemas } from './problems.js';
import { listRoutes } from './routes.js';
import { sorted } from './sorted.js';
import { TAGS } from './tags.js';
import { Warnings } from './warnings.js';

/** The whole document of the API. Nothing runs: no database, no issuer, only the routes and what they say about themselves. */
export async function buildDocument(root: string): Promise<OpenAPIObject> {
  const { default: metadata } = (await import(pathToFileURL(await writePluginMetadata(root)).href)) as { default: () => Promise<Record<string, never>> };
  await SwaggerModule.loadPluginMetadata(metadata);
  const warnings = new Warnings();
  const app = await NestFactory.create(ApiModule.forSettings(new Settings()), new FastifyAdapter(), { preview: true, logger: warnings, abortOnError: false });
  const document = SwaggerModule.createDocument(app, outline(), { operationIdFactory: (controller, method) => `${controller}.${method}` });
  warnings.refuse();
  const schemas = { ...document.components?.schemas, ...problemSchemas };
  completeSchemas(schemas);
  document.components = { ...document.components, schemas, responses: problemResponses, headers: HEADERS, parameters: PARAMETERS };
  const routes = new Map(listRoutes(app).map((route) => [`${route.controller}.${route.method}`, route]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [verb, operation] of Object.entries(item as Record<string, OperationObject>)) {
      const route = routes.get(operation.operationId ?? '');
      if (!route) throw new Error(`${verb} ${path}: no handler`);
      completeOperation({ path, verb, operation, route }, schemas);
    }
  }
  return sorted(document);
}

function outline(): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Naast API')
    .setDescription('Samenwerken rond een gezin met één vaste regisseur: wachtlijst, grondslagen, warme overdracht, doorbraken en het fonds. Elke weigering is een problem+json in het Nederlands.')
    .setVersion(API_VERSION)
    .setContact('Naast', 'https://naast.example', 'api@naast.example')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('/')
    .addSecurity('session', { type: 'apiKey', in: 'cookie', name: '__Host-naast', description: 'Session cookie of a browser after signing in at /sign-in; over plain HTTP (development) it is called `naast`.' })
    .addSecurity('csrf', { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: '`csrfToken` of GET /v1/me; every write with the session cookie needs it.' })
    .addSecurity('bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of the municipality’s issuer, for scripts and partner systems.' });
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  return builder.build();
}

const HEADERS: Record<string, HeaderObject> = {
  'API-Version': { description: 'Full version of the API.', schema: { type: 'string', example: API_VERSION } },
  ETag: { description: 'Version of what was read; comes back as `If-Match`.', schema: { type: 'string', example: '"3"' } },
  'Idempotent-Replayed': { description: '`true` when this is the first answer again.', schema: { type: 'string', enum: ['true'] } },
};

const PARAMETERS: Record<string, ParameterObject> = {
  'Idempotency-Key': {
    name: 'Idempotency-Key', in: 'header', required: false,
    description: 'Made up by the caller, another for each new request. A repeat with the same key gets the first answer and changes nothing twice.',
    schema: { type: 'string', pattern: '^[\\w.:-]{1,100}$', example: '5c1f7c1e-6a54-4a29-8f0e-0f1b6f1c2d3e' },
  },
};
