import { Injectable } from '@nestjs/common';
import type { Mover, RunningAbout } from '#households';
import type { Transaction } from '#platform';

const TABLES = ['legal_basis', 'secrecy_release', 'help_agreement'] as const;
const LEFT = 'left-household';

const FLAG = (table: string): string => `UPDATE ${table} SET review_due_on = $2, review_reason = '${LEFT}', version = version + 1
  WHERE member_id = $1 AND state IN ('proposed', 'active') RETURNING id`;
const UNFLAG = (table: string): string => `UPDATE ${table} SET review_due_on = NULL, review_reason = NULL, version = version + 1
  WHERE member_id = $1 AND state IN ('proposed', 'active') AND review_reason = '${LEFT}' RETURNING id`;
const REFERRALS = `SELECT count(DISTINCT r.id)::int AS referrals FROM referral r JOIN referral_share s ON s.referral_id = r.id
  WHERE s.member_id = $1 AND r.household_id = $2 AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')`;

/**
 * What runs about somebody who leaves a family. Nothing is withdrawn by it: a consent is of the person, and a duty of law may stay.
 * Somebody looks at each again; until then the doors to partners are closed, because the person is not in the family (migration 23).
 */
@Injectable()
export class MoverRecords {
  whoLeft = (tx: Transaction, mover: Mover): Promise<RunningAbout> => this.mark(tx, mover, FLAG, [mover.memberId, mover.on]);

  whoReturned = (tx: Transaction, mover: Mover): Promise<RunningAbout> => this.mark(tx, mover, UNFLAG, [mover.memberId]);

  private async mark(tx: Transaction, { memberId, householdId }: Mover, statement: (table: string) => string, values: unknown[]): Promise<RunningAbout> {
    let records = 0;
    for (const table of TABLES) records += (await tx.query(statement(table), values)).length;
    const [running] = await tx.query<{ referrals: number }>(REFERRALS, [memberId, householdId]);
    return { records, referrals: running?.referrals ?? 0 };
  }
}
