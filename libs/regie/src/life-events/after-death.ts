import type { LocalDate } from '#kernel';
import type { Transaction } from '#platform';

const LEAVE = `UPDATE household_member SET left_on = $2, left_reason = 'deceased', version = version + 1 WHERE id = $1 AND left_on IS NULL`;
const COME_BACK = `UPDATE household_member SET left_on = NULL, left_reason = NULL, version = version + 1 WHERE id = $1 AND left_reason = 'deceased' AND left_on = $2`;
const MOVE = `UPDATE household_member SET left_on = $2, version = version + 1 WHERE id = $1 AND left_reason = 'deceased' AND left_on = $3`;

// Whatever Naast reminds of that is about this person: no birthday, no record that runs out.
const SILENCE = `UPDATE reminder SET state = 'cancelled', version = version + 1 WHERE household_id = $1 AND origin = 'system' AND state IN ('scheduled', 'fired')
  AND subject_id IN (
    SELECT id FROM birthday_review WHERE member_id = $2 UNION ALL SELECT id FROM legal_basis WHERE member_id = $2
    UNION ALL SELECT id FROM secrecy_release WHERE member_id = $2 UNION ALL SELECT id FROM help_agreement WHERE member_id = $2)`;

const OTHER_EVENTS = `SELECT id FROM life_event WHERE member_id = $1 AND id <> $2 AND state <> 'withdrawn' ORDER BY id FOR UPDATE`;

/** The person is no member of the family any more from that day, and nothing reminds of them as if they were. */
export async function letGo(tx: Transaction, householdId: string, memberId: string, on: LocalDate): Promise<void> {
  await tx.query(LEAVE, [memberId, on]);
  await tx.query(SILENCE, [householdId, memberId]);
}

/** It was written down by mistake. */
export const comeBack = (tx: Transaction, memberId: string, on: LocalDate): Promise<unknown> => tx.query(COME_BACK, [memberId, on]);

export const moveDay = (tx: Transaction, memberId: string, from: LocalDate, to: LocalDate): Promise<unknown> => tx.query(MOVE, [memberId, to, from]);

/** What else was started or proposed about this person: it has no meaning any more. */
export async function otherEventsOf(tx: Transaction, memberId: string, deathId: string): Promise<string[]> {
  const events = await tx.query<{ id: string }>(OTHER_EVENTS, [memberId, deathId]);
  return events.map(({ id }) => id);
}
