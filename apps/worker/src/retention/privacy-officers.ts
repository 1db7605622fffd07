import type { Transaction } from '#platform';

/** Who guards the records of the municipality in which this job works. */
export async function privacyOfficers(tx: Transaction): Promise<string[]> {
  const people = await tx.query<{ id: string }>(
    `SELECT u.id FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active WHERE r.role = 'privacy-officer' AND r.municipality_id = $1 ORDER BY u.id`,
    [tx.actor.municipalityId],
  );
  return people.map(({ id }) => id);
}
