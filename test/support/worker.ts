import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import type { Clock, Settings } from '#platform';

export const startWorker = (settings: Settings, clock?: Clock): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(WorkerModule.forSettings(settings, clock), { logger: false, abortOnError: false });

// Wide: on a busy machine a PDF takes seconds. Only what never comes costs this long.
const PATIENCE_MS = 30_000;

/** Looks until something is there; fails with what it last saw. Used instead of sleeping. */
export async function eventually<T>(look: () => Promise<T>, isThere: (seen: T) => boolean, patienceMs = PATIENCE_MS): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > until) throw new Error(`never came; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
