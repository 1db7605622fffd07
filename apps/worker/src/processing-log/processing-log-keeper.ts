import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { describeError, LOGGER, Settings, SubjectVault, systemActor, UnitOfWork } from '#platform';
import { exportNext, workSealIntoLog } from '#privacy';
import { type Collector, openCollector } from './otlp.js';

const EVERY_MS = 5_000;
const MOST = 500;

/** Makes the processing log from what the audit has sealed, and hands it to the municipality's collector when there is one. */
@Injectable()
export class ProcessingLogKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopping = false;
  private readonly collector: Collector | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: SubjectVault,
    settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { OTLP_ENDPOINT: url, OTLP_HEADERS: headers, PUBLIC_URL: home } = settings;
    this.collector = url ? openCollector(url, toHeaders(headers), new URL('/v1/processing-activities/', home).href) : undefined;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.working = this.working.then(() => this.keepUp());
    }, EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.working;
    await this.collector?.close();
  }

  /** Everything that is sealed and not in the log yet; then everything that is in the log and not exported yet. */
  async keepUp(): Promise<void> {
    await this.attempt('processing log not made', () => this.repeat(() => this.work.run(systemActor('', 'processing-log'), (tx) => workSealIntoLog(tx, this.vault)), 0));
    const { collector } = this;
    if (collector) await this.attempt('processing log not exported', () => this.repeat(() => this.work.run(systemActor('', 'processing-log'), (tx) => exportNext(tx, collector.send, MOST)), MOST));
  }

  /** Goes on as long as there was a full portion. */
  private async repeat(once: () => Promise<number | undefined>, full: number): Promise<void> {
    for (let done = await once(); done !== undefined && done >= full && !this.stopping; done = await once());
  }

  /** What failed is tried again in a few seconds; the mark has not moved. */
  private async attempt(what: string, doIt: () => Promise<void>): Promise<void> {
    await doIt().catch((error: unknown) => this.logger.error(describeError(error), what));
  }
}

const toHeaders = (text = ''): Record<string, string> =>
  Object.fromEntries(text.split(',').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
