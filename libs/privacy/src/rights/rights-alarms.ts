import { type LocalDate, localDateOf } from '#kernel';
import type { Outbox, Transaction } from '#platform';
import { remindDaysOf, reminderDays } from '../domain/rights/index.js';

/** Eight or nine in the morning in Amsterdam. */
const morningOf = (day: LocalDate): Date => new Date(`${day}T07:00:00Z`);

/** Rows that ring before the last day. A term that moves gets new rows; the old ones find nothing to do. */
export async function planRightsAlarms(tx: Transaction, outbox: Outbox, requestId: string, answerBy: LocalDate): Promise<void> {
  const [municipality] = await tx.query<{ settings: unknown }>('SELECT settings FROM municipality WHERE id = $1', [tx.actor.municipalityId]);
  for (const day of reminderDays(answerBy, localDateOf(tx.now), remindDaysOf(municipality?.settings))) {
    await outbox.add(tx, {
      kind: 'rights-request.term-near', payload: { rightsRequestId: requestId, answerBy }, runAt: morningOf(day),
      dedupeKey: `rights-request.term-near:${requestId}:${answerBy}:${day}`,
    });
  }
}
