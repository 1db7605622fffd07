import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemType, sentenceOf, titleOf } from './problem.js';

/** Fastify refuses an address that it can't decode before any route or filter: what can't be read doesn't exist. */
export function answerUnreadableUrl(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = { type: problemType('http.404'), title: titleOf(404), status: 404, detail: sentenceOf(404), instance: `urn:naast:request:${request.id}` };
  void reply.status(404).header('content-type', 'application/problem+json').header('cache-control', 'no-store').send(JSON.stringify(problem));
}
