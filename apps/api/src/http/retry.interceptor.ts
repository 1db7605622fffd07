import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, of, type Observable, switchMap, tap } from 'rxjs';
import type { Actor, RetryKey } from '#kernel';
import { otherRequest, UnitOfWork } from '#platform';
import type { NaastRequest } from './request.js';

interface FirstAnswer {
  readonly request_hash: Buffer;
  readonly status: number | null;
  readonly body: string | null;
}

const FIND = { name: 'first-answer', text: 'SELECT request_hash, status, body FROM idempotency_key WHERE user_id = $1 AND key = $2' };

/**
 * A repeated POST gets the first answer, word for word. The key itself is claimed in the transaction of the write
 * (UnitOfWork), so also a repeat that arrives before the first answer was kept changes nothing twice.
 */
@Injectable()
export class RetryInterceptor implements NestInterceptor {
  constructor(private readonly work: UnitOfWork) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<NaastRequest>();
    const retry = actor?.retry;
    if (!actor || !retry) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.findFirst(actor, retry)).pipe(
      switchMap((first) => (first ? of(replay(reply, first)) : next.handle().pipe(switchMap((body) => from(this.keep(actor, retry, reply, body)))))),
      tap({ complete: () => void reply.header('idempotency-key', retry.key) }),
    );
  }

  private async findFirst(actor: Actor, retry: RetryKey): Promise<FirstAnswer | undefined> {
    const [first] = await this.work.read<FirstAnswer>(actor, FIND, [actor.userId, retry.key]);
    if (first && !first.request_hash.equals(Buffer.from(retry.requestHash))) throw otherRequest();
    return first?.body === null ? undefined : first;
  }

  private async keep(actor: Actor, retry: RetryKey, reply: FastifyReply, body: unknown): Promise<unknown> {
    await this.work.run({ ...actor, retry: undefined }, (tx) =>
      tx.query('UPDATE idempotency_key SET status = $3, body = $4 WHERE user_id = $1 AND key = $2', [
        actor.userId, retry.key, reply.statusCode, JSON.stringify(body ?? null),
      ]),
    );
    return body;
  }
}

function replay(reply: FastifyReply, first: FirstAnswer): unknown {
  void reply.status(first.status ?? 200).header('idempotent-replayed', 'true');
  return JSON.parse(first.body ?? 'null');
}
