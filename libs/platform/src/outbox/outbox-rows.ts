import type { Transaction } from '../database/transaction.js';

export interface DueRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly runAt: Date;
  readonly attempts: number;
}

/** Armed earlier than this and still not done: the alarm was lost, so it is set again. */
const LOST_AFTER = '30 seconds';

/**
 * Rows that the queue should ring soon. Takes each row once per arming, also with several workers. A wiped queue heals
 * itself here: what is past due and was armed a while ago is armed again.
 */
export function takeRowsToArm(tx: Transaction, horizonSeconds: number, limit: number): Promise<DueRow[]> {
  return tx.query<DueRow>(
    `UPDATE outbox SET armed_at = clock_timestamp() WHERE id IN (
       SELECT id FROM outbox
       WHERE done_at IS NULL AND run_at <= clock_timestamp() + make_interval(secs => $1)
         AND (armed_at IS NULL OR (armed_at < clock_timestamp() - interval '${LOST_AFTER}'
                                   AND run_at < clock_timestamp() - interval '${LOST_AFTER}'))
       ORDER BY run_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING id, municipality_id AS "municipalityId", run_at AS "runAt", attempts`,
    [horizonSeconds, limit],
  );
}

export interface OpenRow {
  readonly kind: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** Locks the row for this attempt; nothing when it was done before or another worker holds it. */
export async function lockOpenRow(tx: Transaction, id: string): Promise<OpenRow | undefined> {
  const [row] = await tx.query<OpenRow>(
    'SELECT kind, payload FROM outbox WHERE id = $1 AND done_at IS NULL FOR UPDATE SKIP LOCKED',
    [id],
  );
  return row;
}

export async function markDone(tx: Transaction, id: string): Promise<void> {
  await tx.query('UPDATE outbox SET done_at = clock_timestamp(), last_error = NULL WHERE id = $1', [id]);
}

/** Tries again later, ever slower, and never gives up: a reminder is not lost because a mail server was. */
export async function postpone(tx: Transaction, id: string, errorName: string): Promise<void> {
  await tx.query(
    `UPDATE outbox SET attempts = attempts + 1, last_error = $2, armed_at = NULL,
       run_at = clock_timestamp() + least(interval '1 hour', interval '2 seconds' * power(2, least(attempts, 11)))
     WHERE id = $1 AND done_at IS NULL`,
    [id, errorName],
  );
}

/** `naast rearm`: forget every arming; the relay sets them all again. Returns how many rows are open. */
export async function rearmAll(tx: Transaction): Promise<number> {
  const rows = await tx.query('UPDATE outbox SET armed_at = NULL WHERE done_at IS NULL RETURNING id');
  return rows.length;
}
