import { appendFile } from 'node:fs/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { describeError, LOGGER, sealAudit, Settings, systemActor, UnitOfWork } from '#platform';

const EVERY_MS = 5_000;

/** Seals the audit every few seconds and notes the seal outside the database, so that a cut-off tail shows. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sealing = this.sealing.then(() => this.seal());
    }, EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sealing;
    await this.seal();
  }

  private async seal(): Promise<void> {
    try {
      const seal = await this.work.run(systemActor('', 'audit.seal'), sealAudit);
      if (!seal) return;
      this.logger.info({ seal: seal.number, events: seal.eventCount, hash: seal.hash }, 'audit sealed');
      if (this.settings.AUDIT_ANCHOR_FILE) {
        await appendFile(this.settings.AUDIT_ANCHOR_FILE, `${JSON.stringify({ number: seal.number, hash: seal.hash })}\n`, { mode: 0o600 });
      }
    } catch (error) {
      this.logger.error(describeError(error), 'audit not sealed');
    }
  }
}
