import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError, type Actor } from '#kernel';
import type { NaastRequest } from './request.js';

/** The person behind this request, as the guard established it. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<NaastRequest>();
  if (!actor) throw new DomainError('actor.missing', 'Log eerst in.', { kind: 'forbidden' });
  return actor;
});
