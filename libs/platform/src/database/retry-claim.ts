import { DomainError, type Actor, type RetryKey } from '#kernel';
import type { Transaction } from './transaction.js';

interface Claimed {
  readonly request_hash: Buffer;
  readonly result: unknown;
}

export const otherRequest = (): DomainError =>
  new DomainError('retry.other-request', 'Deze Idempotency-Key is al gebruikt voor een ander verzoek.', { kind: 'refused' });

/**
 * Claims the key inside the transaction of the write. A twin request waits here for the first one's commit and then
 * gets its result, so two clicks make one change.
 */
export async function claimRetry(tx: Transaction, actor: Actor, retry: RetryKey): Promise<{ replayed: unknown } | undefined> {
  const claimed = await tx.query(
    `INSERT INTO idempotency_key (user_id, key, request_hash) VALUES ($1, $2, $3)
     ON CONFLICT (user_id, key) DO NOTHING RETURNING key`,
    [actor.userId, retry.key, Buffer.from(retry.requestHash)],
  );
  if (claimed.length > 0) return undefined;
  const [first] = await tx.query<Claimed>('SELECT request_hash, result FROM idempotency_key WHERE user_id = $1 AND key = $2', [
    actor.userId,
    retry.key,
  ]);
  if (!first || !first.request_hash.equals(Buffer.from(retry.requestHash))) throw otherRequest();
  return { replayed: first.result };
}

export async function keepResult(tx: Transaction, actor: Actor, retry: RetryKey, result: unknown): Promise<void> {
  await tx.query('UPDATE idempotency_key SET result = $3 WHERE user_id = $1 AND key = $2', [
    actor.userId,
    retry.key,
    JSON.stringify(result ?? null),
  ]);
}
