import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { localDateOf } from '#kernel';
import { describeError, LOGGER, systemActor, UnitOfWork } from '#platform';

const EVERY_MS = 15 * 60_000;

/** What every municipality does once a day. */
const DAILY = `{records.sweep,waiting-list.count,life-events.sweep}`;

// One row per municipality, day and kind, whoever asks and however often; a worker that stood still asks when it starts.
const PLAN = `INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key)
  SELECT gen_random_uuid(), m.id, k, jsonb_build_object('day', $1::text), $2, k || ':' || m.id || ':' || $1::text
  FROM municipality m CROSS JOIN unnest('${DAILY}'::text[]) AS k
  ON CONFLICT DO NOTHING`;

/** Sees to it that every day of every municipality gets its sweep of records and the count of its waiting list. */
@Injectable()
export class RecordsCalendar implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => void this.plan(), EVERY_MS);
    await this.plan();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async plan(): Promise<void> {
    try {
      await this.work.run(systemActor('', 'records.calendar'), (tx) => tx.query(PLAN, [localDateOf(tx.now), tx.now]));
    } catch (error) {
      this.logger.error(describeError(error), 'records calendar');
    }
  }
}
