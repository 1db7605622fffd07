import { type Actor, DomainError, type LocalDate } from '#kernel';
import { householdNotFound, type HouseholdState, isEnded } from '#households';
import type { Transaction } from '#platform';
import { involvementOf } from '#privacy';
import type { ContactFacts, ContactRelation } from '../domain/index.js';

interface Row {
  readonly municipalityId: string;
  readonly state: HouseholdState;
  readonly reportedOn: LocalDate;
  readonly reasons: readonly string[];
  readonly members: ContactFacts['members'];
}

// First the lock and then the facts, or they would be those of before the wait.
const LOCK = 'SELECT FROM household WHERE id = $1 FOR NO KEY UPDATE';
const FACTS = `SELECT h.municipality_id AS "municipalityId", h.state, h.reported_on AS "reportedOn",
    ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'leftOn', m.left_on)) FROM household_member m WHERE m.household_id = h.id), '[]') AS members
  FROM household h WHERE h.id = $1`;

export interface FamilyOfContact {
  readonly facts: ContactFacts;
  readonly relation: ContactRelation;
}

/** Holds the family for who is in its dossier. Throws `not-found`, or `conflict` when its case is over. */
export async function holdFamily(tx: Transaction, actor: Actor, householdId: string): Promise<FamilyOfContact> {
  await tx.query(LOCK, [householdId]);
  const [family] = await tx.query<Row>(FACTS, [householdId, actor.userId]);
  if (!family || family.reasons.length === 0) throw householdNotFound();
  if (isEnded(family.state)) throw new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });
  const { hasTask, asRegisseur } = involvementOf(family.reasons);
  const { municipalityId, reportedOn, members } = family;
  return { facts: { reportedOn, members }, relation: { municipalityId, hasTask, asRegisseur } };
}
