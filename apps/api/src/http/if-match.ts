import { createParamDecorator, HttpException, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { NaastRequest } from './request.js';

const VERSION = /^(?:W\/)?"(\d{1,9})"$/;

/** RFC 6585: says that the version is missing instead of overwriting somebody else's work. */
export class PreconditionRequired extends HttpException {
  constructor() {
    super('Stuur de versie mee die je hebt gelezen (If-Match), zodat niemands werk wordt overschreven.', 428);
  }
}

/** A route that asks the version says so in the API's document. */
const documented: ParameterDecorator = (target, key) => {
  const handler = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  const schema = { type: 'string', pattern: '^(W/)?"\\d{1,9}"$', example: '"3"' } as const;
  if (key !== undefined && handler) ApiHeader({ name: 'If-Match', required: true, description: 'The version you read, between quotes.', schema })(target, key, handler);
};

/** The version the caller has read. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<NaastRequest>().headers['if-match'];
  const version = VERSION.exec(header ?? '')?.[1];
  if (version === undefined) throw new PreconditionRequired();
  return Number(version);
}, [documented]);
