import { type LocalDate, localDateOf } from '#kernel';
import type { Outbox, Transaction } from '#platform';
import { expiresAt, remindAt, remindOn } from '../domain/index.js';

export type RunsOut = 'legal-basis' | 'secrecy-release';

/** The end of a record and the reminder before it, as rows that wait; both read the record anew when they ring. */
export async function setAlarms(tx: Transaction, outbox: Outbox, kind: RunsOut, id: string, validUntil: LocalDate): Promise<void> {
  const payload = { recordId: id };
  await outbox.add(tx, { kind: `${kind}.expire`, payload, runAt: expiresAt(validUntil), dedupeKey: `${kind}.expire:${id}` });
  const reminds = remindOn(validUntil, localDateOf(tx.now));
  if (reminds) await outbox.add(tx, { kind: `${kind}.expiring`, payload, runAt: remindAt(reminds), dedupeKey: `${kind}.expiring:${id}` });
}
