import { newId } from '#kernel';
import type { Transaction } from '#platform';

export type ChangedField = 'role' | 'leftOn' | 'livesElsewhere' | 'protectedAddress' | 'phone' | 'email';

export interface MemberChange {
  readonly field: ChangedField;
  readonly from: string | null;
  readonly to: string | null;
}

const LINE = `INSERT INTO member_history (id, household_id, municipality_id, member_id, field, old_value, new_value, reason, changed_by, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** What it was stays readable, beside what was corrected; what did not change leaves no line. */
export async function keepHistory(tx: Transaction, householdId: string, memberId: string, changes: readonly MemberChange[], reason: string): Promise<void> {
  for (const { field, from, to } of changes.filter((change) => change.from !== change.to)) {
    await tx.query(LINE, [newId(), householdId, tx.actor.municipalityId, memberId, field, from, to, reason, tx.actor.userId, tx.now]);
  }
}
