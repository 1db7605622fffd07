import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { describeError, LOGGER, systemActor, UnitOfWork } from '#platform';

const EVERY_MS = 15 * 60_000;

/** What has no meaning any more: kept answers of old requests, ended sessions. Outbox rows that are done stay for 30 days to look back. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async tidy(): Promise<void> {
    try {
      await this.work.run(systemActor(''), async (tx) => {
        await tx.query(`DELETE FROM idempotency_key WHERE created_at < $1::timestamptz - interval '24 hours'`, [tx.now]);
        await tx.query('DELETE FROM session WHERE expires_at < $1', [tx.now]);
        await tx.query(`DELETE FROM outbox WHERE done_at < $1::timestamptz - interval '30 days'`, [tx.now]);
      });
    } catch (error) {
      this.logger.error(describeError(error), 'housekeeping');
    }
  }
}
