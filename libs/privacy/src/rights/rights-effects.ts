import type { Transaction } from '#platform';
import type { RightsKind } from '../domain/rights/index.js';
import { restrict } from './restriction.js';
import type { HeldRequest } from './rights-request.row.js';

/** AVG 21: the municipality may no longer lean on its task for this person; consent and a legal duty are other grounds. */
const INVALIDATE = `UPDATE legal_basis SET state = 'invalid', version = version + 1
  WHERE member_id = $1 AND type = 'statutory-task' AND state IN ('proposed', 'active') RETURNING id`;

/** What a granted request changes at once; answers how many records. Access, correction and erasure are done afterwards. */
export async function takeEffect(tx: Transaction, request: HeldRequest, reasons: string): Promise<number> {
  if (request.kind === 'restriction') return (await restrict(tx, request, reasons)).length;
  if (request.kind !== 'objection') return 0;
  return (await tx.query(INVALIDATE, [request.memberId])).length;
}

/** How it shows that what was granted is really done; nothing to ask where it works at once or is somebody's own deed. */
const SHOWN_BY: Readonly<Record<RightsKind, string | null>> = {
  access: `SELECT FROM rights_export WHERE rights_request_id = $1 AND downloads > 0`,
  portability: `SELECT FROM rights_export WHERE rights_request_id = $1 AND downloads > 0`,
  rectification: `SELECT FROM member_history WHERE rights_request_id = $1`,
  restriction: null,
  objection: null,
  // Handed over to the destruction list, or done by hand: the note of who carries it out says which (decision 0016).
  erasure: null,
};

export async function effectIsThere(tx: Transaction, { id, kind }: HeldRequest): Promise<boolean> {
  const sql = SHOWN_BY[kind];
  return sql === null || (await tx.query(`${sql} LIMIT 1`, [id])).length > 0;
}
