import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { localDateOf } from '#kernel';
import { describeError, LOGGER, Outbox, systemActor, UnitOfWork } from '#platform';
import { RETENTION_RULES, RetentionSweep } from '#privacy';
import { ContactDraftsService } from '#regie';

const EVERY_MS = 15 * 60_000;
const RETRY_KEY_DAYS = RETENTION_RULES['retry-key'].term?.count ?? 1;

/**
 * What has no meaning any more: kept answers of old requests, ended sessions, and per municipality what is older than its rules
 * of retention; also drafts that nobody finished. Families go by a destruction list only; each month it is asked whether there is something for one.
 */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly sweeping: RetentionSweep,
    private readonly drafts: ContactDraftsService,
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
      const municipalities = await this.work.run(systemActor('', 'housekeeping'), async (tx) => {
        await tx.query('DELETE FROM idempotency_key WHERE created_at < $1::timestamptz - make_interval(days => $2)', [tx.now, RETRY_KEY_DAYS]);
        await tx.query('DELETE FROM session WHERE expires_at < $1', [tx.now]);
        await tx.query('SELECT access.forget_ended_access()');
        return tx.query<{ id: string }>('SELECT id FROM municipality ORDER BY id');
      });
      for (const { id } of municipalities) await this.tidyMunicipality(id);
    } catch (error) {
      this.logger.error(describeError(error), 'housekeeping');
    }
  }

  private tidyMunicipality(id: string): Promise<void> {
    return this.work.run(systemActor(id, 'housekeeping'), async (tx) => {
      await this.sweeping.sweep(tx);
      await this.drafts.forgetOld(tx);
      const month = localDateOf(tx.now).slice(0, 7);
      await this.outbox.add(tx, { kind: 'retention.month', payload: { month }, dedupeKey: `retention-month:${id}:${month}` });
    });
  }
}
