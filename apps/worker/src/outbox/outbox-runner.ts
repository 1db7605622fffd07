import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { type Alarm, describeError, lockOpenRow, LOGGER, markDone, postpone, systemActor, takePurpose, UnitOfWork } from '#platform';
import { OUTBOX_HANDLERS, type OutboxHandler } from './outbox-handler.js';

/** The alarm rang for one row: do it and mark it done, or put it off and try again later. */
@Injectable()
export class OutboxRunner {
  private readonly handlers: ReadonlyMap<string, OutboxHandler>;

  constructor(
    private readonly work: UnitOfWork,
    @Inject(OUTBOX_HANDLERS) handlers: OutboxHandler[],
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.handlers = new Map(handlers.flatMap((handler) => handler.kinds.map((kind) => [kind, handler] as const)));
  }

  async run({ outboxId, municipalityId }: Alarm): Promise<void> {
    const actor = systemActor(municipalityId, 'outbox.run');
    try {
      await this.work.run(actor, async (tx) => {
        const row = await lockOpenRow(tx, outboxId);
        if (!row) return;
        const handler = this.handlers.get(row.kind);
        if (!handler) throw new UnknownKind(row.kind);
        await takePurpose(tx, row.kind);
        await handler.handle(tx, row);
        await markDone(tx, outboxId);
      });
    } catch (error) {
      this.logger.error({ outboxId, ...describeError(error) }, 'outbox row put off');
      await this.work.run(actor, (tx) => postpone(tx, outboxId, describeError(error).name));
    }
  }
}

class UnknownKind extends Error {
  override readonly name = 'UnknownKind';
}
