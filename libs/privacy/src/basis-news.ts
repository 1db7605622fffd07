import type { Transaction } from '#platform';

export interface BasisNotice {
  readonly userId: string;
  readonly kind: 'basis-withdrawn';
  readonly link: string;
  readonly cause: string;
}

/** Who hears that a basis was withdrawn: the family's regisseur and the substitute. */
export async function basisNews(tx: Transaction, basisId: string): Promise<BasisNotice[]> {
  const people = await tx.query<{ userId: string; householdId: string }>(
    `SELECT DISTINCT a.user_id AS "userId", b.household_id AS "householdId" FROM legal_basis b
     JOIN household_access a ON a.household_id = b.household_id AND a.reason IN ('regisseur', 'substitute')
       AND a.since <= now() AND (a.until IS NULL OR a.until > now())
     WHERE b.id = $1 AND b.state = 'withdrawn'`,
    [basisId],
  );
  return people.map(({ userId, householdId }) => ({
    userId, kind: 'basis-withdrawn', link: `/gezinnen/${householdId}`, cause: `basis-withdrawn:${basisId}`,
  }));
}
