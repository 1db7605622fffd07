import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';

/** The request as the guard leaves it behind. */
export interface NaastRequest extends FastifyRequest {
  actor?: Actor;
}
