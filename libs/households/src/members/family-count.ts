import type { Transaction } from '#platform';
import { type Belonging, familyCount } from '../domain/index.js';
import type { HeldFamily } from './held-family.js';

const COUNT = 'UPDATE household SET member_count = $2, child_count = $3, version = version + 1 WHERE id = $1';

/** Lists show how many people a family has; who left does not count. */
export async function recount(tx: Transaction, { id, registeredOn }: HeldFamily, members: readonly Belonging[]): Promise<void> {
  const { memberCount, childCount } = familyCount(members, registeredOn);
  await tx.query(COUNT, [id, memberCount, childCount]);
}
