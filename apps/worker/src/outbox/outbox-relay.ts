import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { type Alarm, Clock, describeError, type DueRow, Listener, LOGGER, openAlarmQueue, openAlarmWorker, Settings, systemActor, takeRowsToArm, UnitOfWork } from '#platform';
import { OutboxRunner } from './outbox-runner.js';

/** Rows due within this time are handed to the queue; later ones wait as rows. */
const HORIZON_SECONDS = 120;
const LOOK_AGAIN_MS = 5_000;
const BATCH = 500;

/** Sets the alarm clock from the rows: at once when PostgreSQL says that there is something new, and every few seconds anyway. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly queue: Queue<Alarm>;
  private readonly worker: Worker<Alarm>;
  private readonly listener: Listener;
  private readonly timer: NodeJS.Timeout;
  private arming: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly runner: OutboxRunner,
    @Inject(LOGGER) private readonly logger: Logger,
    settings: Settings,
  ) {
    this.queue = openAlarmQueue(settings);
    this.worker = openAlarmWorker(settings, (job) => this.runner.run(job.data));
    // The queue may be away for a while: rows wait, and are armed again when it is back.
    this.queue.on('error', (error) => this.logger.warn(describeError(error), 'queue'));
    this.worker.on('error', (error) => this.logger.warn(describeError(error), 'queue worker'));
    this.listener = new Listener(settings.DATABASE_URL, 'outbox', () => this.arm());
    this.timer = setInterval(() => this.arm(), LOOK_AGAIN_MS);
  }

  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([this.queue.waitUntilReady(), this.worker.waitUntilReady(), this.listener.start()]);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.listener.stop();
    await this.arming;
    await this.worker.close();
    await this.queue.close();
  }

  private arm(): void {
    if (this.arming) {
      this.again = true;
      return;
    }
    this.again = false;
    this.arming = this.armAll()
      .catch((error: unknown) => this.logger.warn(describeError(error), 'arming'))
      .finally(() => {
        this.arming = undefined;
        if (this.again) this.arm();
      });
  }

  private async armAll(): Promise<void> {
    for (;;) {
      const rows = await this.work.run(systemActor('', 'outbox.arm'), (tx) => takeRowsToArm(tx, HORIZON_SECONDS, BATCH));
      if (rows.length > 0) await this.queue.addBulk(rows.map((row) => this.toJob(row)));
      if (rows.length < BATCH) return;
    }
  }

  private toJob({ id, municipalityId, runAt }: DueRow) {
    const now = this.clock.now().getTime();
    // A job id of its own per arming: BullMQ drops an id that it still knows, and a lost alarm must ring again.
    return {
      name: 'alarm',
      data: { outboxId: id, municipalityId },
      opts: { jobId: `${id}_${now}`, delay: Math.max(0, runAt.getTime() - now) },
    };
  }
}
