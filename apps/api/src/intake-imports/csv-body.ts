import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { NaastRequest } from '../http/request.js';

/** The bytes of an uploaded CSV file; how they are encoded is for the reader to find out. */
export const CsvBody = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<NaastRequest>();
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  const message = Buffer.isBuffer(body) ? 'Dit bestand is leeg.' : 'Stuur het bestand zelf, als text/csv.';
  throw new DomainError('intake-import.no-file', message, { kind: 'invalid', fields: [{ name: 'file', message }] });
});
