import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, NestLogger, Settings } from '#platform';
import { assertPlainJson } from './json-shape.js';
import { logRequests } from './request-log.js';
import { addSecurityHeaders } from './security-headers.js';
import { answerUnreadableUrl } from './unreadable-url.js';
import { createValidationPipe } from './validation.js';

export const API_VERSION = '1.0.0';
const JSON_LIMIT = 256 * 1024;
export const CSV_LIMIT = 2 * 1024 * 1024;

/** Builds the API, ready to listen. */
export async function createServer(module: Type | object, settings: Settings): Promise<NestFastifyApplication> {
  // The address that our own outermost proxy saw. With `true` the caller would write it, and it stands in the log.
  const trustProxy = settings.NODE_ENV === 'production' && ((_address: string, hop: number): boolean => hop < settings.TRUST_PROXY_HOPS);
  const adapter = new FastifyAdapter({ bodyLimit: JSON_LIMIT, genReqId: () => randomUUID(), trustProxy, routerOptions: { maxParamLength: 100 }, frameworkErrors: answerUnreadableUrl });
  const logger = createLogger(settings.LOG_LEVEL, 'api');
  const app = await NestFactory.create<NestFastifyApplication>(module as Type, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    // Only the types below: NestJS would also read forms, which any other site can send without asking.
    bodyParser: false,
  });
  await app.register(cookie, { secret: settings.SESSION_SECRET });
  await addSecurityHeaders(app, settings.PUBLIC_URL.startsWith('https:'));
  app.useBodyParser('application/json', { bodyLimit: JSON_LIMIT });
  app.useBodyParser('text/csv', { bodyLimit: CSV_LIMIT }, (_request, body: Buffer, done) => done(null, body));
  app.useGlobalPipes(createValidationPipe());
  app.enableShutdownHooks();
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  logRequests(fastify, logger);
  fastify.addHook('preValidation', async ({ body }) => {
    if (body !== undefined && !Buffer.isBuffer(body)) assertPlainJson(body);
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    // API design rule: the full version in every answer of the API.
    if (request.url.startsWith('/v1')) void reply.header('api-version', API_VERSION);
    // Personal data never stays behind in a shared cache.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  return app;
}
