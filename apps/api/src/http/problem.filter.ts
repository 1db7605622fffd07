import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { isDomainError } from '#kernel';
import { describeError, LOGGER } from '#platform';
import { type Problem, problemType, sentenceOf, STATUS_OF_KIND, titleOf, toFields } from './problem.js';
import type { NaastRequest } from './request.js';
import { InvalidInput } from './validation.js';

/** The only place that knows which refusal has which status. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<NaastRequest>();
    const problem = { ...toProblem(error), instance: `urn:naast:request:${request.id}` };
    if (problem.status >= 500) this.logger.error({ requestId: request.id, ...describeError(error) }, 'request failed');
    const reply = http.getResponse<FastifyReply>();
    void reply.status(problem.status).header('content-type', 'application/problem+json').header('cache-control', 'no-store').send(problem);
  }
}

function toProblem(error: unknown): Problem {
  if (isDomainError(error)) {
    const status = STATUS_OF_KIND[error.kind];
    return withFields({ type: problemType(error.code), title: titleOf(status), status, detail: error.message }, toFields(error.fields));
  }
  if (error instanceof InvalidInput) {
    return withFields({ type: problemType('input.invalid'), title: titleOf(400), status: 400, detail: error.message }, error.fields);
  }
  const status = statusOf(error);
  // Only our own exceptions speak Dutch; a library's text can be English and can quote what was sent.
  const detail = error instanceof HttpException && status === 428 ? error.message : sentenceOf(status);
  return { type: problemType(`http.${status}`), title: titleOf(status), status, detail };
}

const withFields = (problem: Problem, errors: { field: string; message: string }[]): Problem =>
  errors.length > 0 ? { ...problem, errors } : problem;

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify refuses before NestJS sees the request: broken JSON, too large, an unknown content type.
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
