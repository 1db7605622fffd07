import { refuseOnConstraint, type Transaction } from '#platform';
import type { HeldRequest } from './rights-request.row.js';

const RESTRICTED = 'De verwerking van gegevens van dit gezinslid is beperkt. Er kan nu niets nieuws gedeeld worden (AVG 18).';
refuseOnConstraint('nothing_new_while_restricted', 'member.restricted', RESTRICTED, 'refused');

/** Everywhere the same person is known in this municipality. */
const SAME_PERSON = 'person_id = (SELECT m.person_id FROM household_member m WHERE m.id = $1)';

/** AVG 18: kept, and shown to nobody outside from now on. Answers the members it holds for. */
export async function restrict(tx: Transaction, { memberId }: HeldRequest, reason: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE household_member SET restricted_since = coalesce(restricted_since, $2), restriction_reason = coalesce(restriction_reason, $3), version = version + 1
     WHERE ${SAME_PERSON} RETURNING id`,
    [memberId, tx.now, reason],
  );
  return rows.map(({ id }) => id);
}

/** Ends it, unless another request of the same person still asks for it. */
export async function liftRestriction(tx: Transaction, { id, memberId }: HeldRequest): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE household_member SET restricted_since = NULL, restriction_reason = NULL, version = version + 1
     WHERE ${SAME_PERSON} AND restricted_since IS NOT NULL AND NOT EXISTS (
       SELECT FROM rights_request q JOIN household_member o ON o.id = q.member_id
       WHERE o.person_id = household_member.person_id AND q.id <> $2 AND q.kind = 'restriction'
         AND q.state IN ('granted', 'partly-granted', 'carried-out') AND q.restriction_lifted_on IS NULL)
     RETURNING id`,
    [memberId, id],
  );
  return rows.map((row) => row.id);
}
