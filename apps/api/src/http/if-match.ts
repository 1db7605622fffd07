import { createParamDecorator, HttpException, type ExecutionContext } from '@nestjs/common';
import type { NaastRequest } from './request.js';

const VERSION = /^(?:W\/)?"(\d{1,9})"$/;

/** RFC 6585: says that the version is missing instead of overwriting somebody else's work. */
export class PreconditionRequired extends HttpException {
  constructor() {
    super('Stuur de versie mee die je hebt gelezen (If-Match), zodat niemands werk wordt overschreven.', 428);
  }
}

/** The version the caller has read. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<NaastRequest>().headers['if-match'];
  const version = VERSION.exec(header ?? '')?.[1];
  if (version === undefined) throw new PreconditionRequired();
  return Number(version);
});
