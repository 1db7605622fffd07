import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Transaction } from '../database/transaction.js';

export interface OutboxEntry {
  /** Names the processor in the worker. */
  readonly kind: string;
  /** Ids only; the processor re-reads the state. */
  readonly payload: Readonly<Record<string, string>>;
  /** When it should happen; unset = as soon as the transaction stands. */
  readonly runAt?: Date;
  /** Adding the same thing twice is harmless. */
  readonly dedupeKey?: string;
}

/** What still has to happen: a row in the same transaction as its cause. The queue is only the alarm clock. */
@Injectable()
export class Outbox {
  async add(tx: Transaction, entry: OutboxEntry): Promise<void> {
    // Without a conflict target: naming the column would ask the right to read the outbox, which only the worker has.
    await tx.query(
      `INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [newId(), tx.actor.municipalityId, entry.kind, JSON.stringify(entry.payload), entry.runAt ?? tx.now, entry.dedupeKey ?? null],
    );
  }
}
