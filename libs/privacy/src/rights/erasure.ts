import { DomainError, formatLocalDate, type LocalDate, localDateOf } from '#kernel';
import type { Transaction } from '#platform';
import type { HeldRequest } from './rights-request.row.js';

/**
 * AVG 17(3)(b): as long as the law asks to keep the dossier, erasing all of it can't be granted. When it may go, the granted
 * and completed request puts it on the next destruction list (decision 16): destroying has its own approval and four eyes.
 */
export async function refuseWhileKept(tx: Transaction, { householdId }: HeldRequest): Promise<void> {
  const [row] = await tx.query<{ on: LocalDate | null }>('SELECT access.may_be_erased_on($1) AS on', [householdId]);
  const on = row?.on ?? null;
  if (on !== null && on <= localDateOf(tx.now)) return;
  const until = on === null ? 'zolang de hulp loopt' : `tot ${formatLocalDate(on)}`;
  const message = `De wet vraagt dat we dit dossier bewaren, ${until}. Wijs af (AVG 17, derde lid), of wijs voor een deel toe.`;
  throw new DomainError('rights-request.must-be-kept', message, { kind: 'refused', fields: [{ name: 'outcome', message }] });
}
