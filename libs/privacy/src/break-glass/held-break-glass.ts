import { DomainError } from '#kernel';
import type { Transaction } from '#platform';
import type { BreakGlassCase, BreakGlassTimes } from '../domain/break-glass/index.js';

/** A break-glass that this transaction has locked. */
export interface HeldBreakGlass extends BreakGlassCase, BreakGlassTimes {
  readonly id: string;
  readonly householdId: string;
  readonly version: number;
  readonly now: Date;
}

export const breakGlassNotFound = (): DomainError =>
  new DomainError('break-glass.not-found', 'Deze noodtoegang bestaat niet, of je mag hem niet zien.', { kind: 'not-found' });

// With the clock of the database, which also decides when the access is over.
const HOLD = `SELECT id, household_id AS "householdId", user_id AS "userId", municipality_id AS "municipalityId", ends_at AS "endsAt",
    ended_at AS "endedAt", reviewed_at AS "reviewedAt", version, access.of_my_team(household_id) AS "ofMyTeam", now() AS now
  FROM break_glass WHERE id = $1 FOR UPDATE`;

/** Throws `not-found` for what does not exist and for what the actor may not see. */
export async function holdBreakGlass(tx: Transaction, id: string): Promise<HeldBreakGlass> {
  const [held] = await tx.query<HeldBreakGlass>(HOLD, [id]);
  if (!held) throw breakGlassNotFound();
  return held;
}
