import { DomainError, type Role } from '#kernel';
import type { Transaction } from '#platform';
import { canBeRegisseur, type HouseholdTeam } from './domain/index.js';

const ROLES_OF = `SELECT array_agg(r.role) AS roles FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active
  WHERE r.user_id = $1 AND r.municipality_id = $2`;

/** Throws `invalid` at this field when the person can't be regisseur of this family. */
export async function requireRegisseur(tx: Transaction, userId: string, household: HouseholdTeam, field: 'regisseurId' | 'successorId'): Promise<void> {
  const [found] = await tx.query<{ roles: Role[] | null }>(ROLES_OF, [userId, household.municipalityId]);
  const verdict = canBeRegisseur({ userId, municipalityId: household.municipalityId, roles: found?.roles ?? [] }, household);
  if (!verdict.allowed) {
    throw new DomainError('assignment.no-regisseur', verdict.message, { kind: 'invalid', fields: [{ name: field, message: verdict.message }] });
  }
}
