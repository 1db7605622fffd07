import type { OpenRow, Transaction } from '#platform';

export const OUTBOX_HANDLERS = Symbol('outbox-handlers');

/**
 * What must happen for one kind of outbox row. Runs in the transaction that also marks the row done, so an effect in our own
 * database happens exactly once; it re-reads the state, because between the cause and the alarm anything can have changed.
 */
export interface OutboxHandler {
  readonly kinds: readonly string[];
  handle(tx: Transaction, row: OpenRow): Promise<void>;
}
