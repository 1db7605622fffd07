import type { Transaction } from '#platform';

/** Who must hear what happens to the records of a family: its regisseur and substitute, and without a regisseur the team lead. */
export async function whoHears(tx: Transaction, householdId: string): Promise<string[]> {
  const people = await tx.query<{ userId: string }>(
    `WITH near AS (SELECT DISTINCT a.user_id, a.reason FROM household_access a
       WHERE a.household_id = $1 AND a.reason IN ('regisseur', 'substitute') AND a.since <= now() AND (a.until IS NULL OR a.until > now()))
     SELECT DISTINCT user_id AS "userId" FROM near
     UNION
     SELECT r.user_id FROM household h JOIN user_role r ON r.team_id = h.team_id AND r.municipality_id = h.municipality_id AND r.role = 'team-lead'
     JOIN app_user u ON u.id = r.user_id AND u.active
     WHERE h.id = $1 AND NOT EXISTS (SELECT FROM near WHERE reason = 'regisseur')`,
    [householdId],
  );
  return people.map(({ userId }) => userId);
}

/** Families of which a basis leans on this rule and waits for review. */
export async function familiesToReview(tx: Transaction, code: string): Promise<string[]> {
  const families = await tx.query<{ id: string }>(
    `SELECT DISTINCT household_id AS id FROM legal_basis WHERE municipality_id = $1 AND catalogue_code = $2 AND state IN ('proposed', 'active') AND review_reason = 'rule-off'`,
    [tx.actor.municipalityId, code],
  );
  return families.map(({ id }) => id);
}

/** The family of a record that somebody ended, for the link. */
export async function familyOf(tx: Transaction, table: 'legal_basis' | 'secrecy_release' | 'help_agreement', id: string): Promise<string | null> {
  const [record] = await tx.query<{ householdId: string }>(`SELECT household_id AS "householdId" FROM ${table} WHERE id = $1`, [id]);
  return record?.householdId ?? null;
}
