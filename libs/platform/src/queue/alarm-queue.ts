import { createPostgresBackend, Queue, Worker, withBackend, type Processor } from 'bullmq';
import type { Settings } from '../config/settings.js';
import { QUEUE_SCHEMA } from '../database/migrate.js';

export const ALARM_QUEUE = 'naast-alarms';

/** What travels through the queue: the ids of an outbox row and its municipality, nothing else. */
export interface Alarm {
  readonly municipalityId: string;
  readonly outboxId: string;
}

type QueueSettings = Pick<Settings, 'DATABASE_URL' | 'REDIS_URL'>;

/** A finished or failed alarm leaves nothing behind: the outbox row is the record. */
const jobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

// BullMQ makes, and closes, its own connections. Null: an alarm waits for Redis to come back instead of failing.
const onRedis = (url: string) => ({ url, maxRetriesPerRequest: null });

const onPostgres = withBackend(createPostgresBackend);

/** The alarm clock on either backend; which one is configuration only (docs/decisions). */
export function openAlarmQueue(settings: QueueSettings): Queue<Alarm> {
  if (settings.REDIS_URL) {
    return new Queue<Alarm>(ALARM_QUEUE, { connection: onRedis(settings.REDIS_URL), defaultJobOptions: jobOptions });
  }
  return new onPostgres.Queue<Alarm>(ALARM_QUEUE, {
    connection: { connectionString: settings.DATABASE_URL, schema: QUEUE_SCHEMA },
    defaultJobOptions: jobOptions,
  }) as unknown as Queue<Alarm>;
}

export function openAlarmWorker(settings: QueueSettings, ring: Processor<Alarm>): Worker<Alarm> {
  const options = { concurrency: 8 };
  if (settings.REDIS_URL) {
    return new Worker<Alarm>(ALARM_QUEUE, ring, { ...options, connection: onRedis(settings.REDIS_URL) });
  }
  return new onPostgres.Worker<Alarm>(ALARM_QUEUE, ring, {
    ...options,
    connection: { connectionString: settings.DATABASE_URL, schema: QUEUE_SCHEMA },
  }) as unknown as Worker<Alarm>;
}
