import { type LocalDate, newId } from '#kernel';
import { familyCount, LEAVING_REASONS } from '#households';
import type { Transaction } from '#platform';
import type { HeldFamily } from '../held-family.js';

const LEAVE = `UPDATE household_member SET left_on = $2, left_reason = 'deceased', version = version + 1 WHERE id = $1 AND left_on IS NULL RETURNING id`;
const COME_BACK = `UPDATE household_member SET left_on = NULL, left_reason = NULL, version = version + 1 WHERE id = $1 AND left_reason = 'deceased' AND left_on = $2 RETURNING id`;
const MOVE = `UPDATE household_member SET left_on = $2, version = version + 1 WHERE id = $1 AND left_reason = 'deceased' AND left_on = $3 RETURNING id`;
const HISTORY = `INSERT INTO member_history (id, household_id, municipality_id, member_id, field, old_value, new_value, reason, changed_by, changed_at)
  VALUES ($1, $2, $3, $4, 'leftOn', $5, $6, $7, $8, $9)`;
const COUNT = 'UPDATE household SET member_count = $2, child_count = $3, version = version + 1 WHERE id = $1';

// Whatever Naast reminds of that is about this person: no birthday, no record that runs out.
const SILENCE = `UPDATE reminder SET state = 'cancelled', version = version + 1 WHERE household_id = $1 AND origin = 'system' AND state IN ('scheduled', 'fired')
  AND subject_id IN (
    SELECT id FROM birthday_review WHERE member_id = $2 UNION ALL SELECT id FROM legal_basis WHERE member_id = $2
    UNION ALL SELECT id FROM secrecy_release WHERE member_id = $2 UNION ALL SELECT id FROM help_agreement WHERE member_id = $2)`;

const OTHER_EVENTS = `SELECT id FROM life_event WHERE member_id = $1 AND id <> $2 AND state <> 'withdrawn' ORDER BY id FOR UPDATE`;

/** The person is no member of the family any more from that day, and nothing reminds of them as if they were. */
export async function letGo(tx: Transaction, family: HeldFamily, memberId: string, on: LocalDate): Promise<void> {
  const left = await tx.query(LEAVE, [memberId, on]);
  if (left.length > 0) await keep(tx, family, memberId, null, on);
  await tx.query(SILENCE, [family.id, memberId]);
}

/** It was written down by mistake. */
export async function comeBack(tx: Transaction, family: HeldFamily, memberId: string, on: LocalDate): Promise<void> {
  const back = await tx.query(COME_BACK, [memberId, on]);
  if (back.length > 0) await keep(tx, family, memberId, on, null);
}

export async function moveDay(tx: Transaction, family: HeldFamily, memberId: string, from: LocalDate, to: LocalDate): Promise<void> {
  const moved = from === to ? [] : await tx.query(MOVE, [memberId, to, from]);
  if (moved.length > 0) await keep(tx, family, memberId, from, to);
}

/** What else was started or proposed about this person: it has no meaning any more. */
export async function otherEventsOf(tx: Transaction, memberId: string, deathId: string): Promise<string[]> {
  const events = await tx.query<{ id: string }>(OTHER_EVENTS, [memberId, deathId]);
  return events.map(({ id }) => id);
}

/** As when somebody leaves in another way: what it was stays readable, and lists count who is there. */
async function keep(tx: Transaction, family: HeldFamily, memberId: string, from: LocalDate | null, to: LocalDate | null): Promise<void> {
  await tx.query(HISTORY, [newId(), family.id, family.municipalityId, memberId, from, to, LEAVING_REASONS.deceased, tx.actor.userId, tx.now]);
  const members = family.members.map((member) => (member.id === memberId ? { ...member, leftOn: to } : member));
  const { memberCount, childCount } = familyCount(members, family.registeredOn);
  await tx.query(COUNT, [family.id, memberCount, childCount]);
}
