import { DomainError, type LocalDate } from '#kernel';
import { householdNotFound, type HouseholdState, type MemberRole } from '#households';
import type { Transaction } from '#platform';
import { involvementOf } from '#privacy';
import type { FamilyRelation } from './domain/index.js';

export interface HeldMember {
  readonly id: string;
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
  readonly leftOn: LocalDate | null;
}

/** What measuring and life events need to know of a family. */
export interface HeldFamily {
  readonly id: string;
  readonly state: HouseholdState;
  readonly reportedOn: LocalDate;
  /** The day on which it came in: who was a child then is counted as one. */
  readonly registeredOn: LocalDate;
  readonly municipalityId: string;
  readonly settings: unknown;
  readonly members: readonly HeldMember[];
  /** Why the actor is in this dossier. */
  readonly reasons: readonly string[];
}

const LOCK = 'SELECT FROM household WHERE id = $1 FOR NO KEY UPDATE';
const FACTS = `SELECT h.id, h.state, h.reported_on AS "reportedOn", (h.created_at AT TIME ZONE 'Europe/Amsterdam')::date AS "registeredOn", h.municipality_id AS "municipalityId",
    (SELECT m.settings FROM municipality m WHERE m.id = h.municipality_id) AS settings,
    ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'birthDate', m.birth_date, 'leftOn', m.left_on) ORDER BY m.birth_date, m.id)
      FROM household_member m WHERE m.household_id = h.id), '[]') AS members
  FROM household h WHERE h.id = $1`;

/** First the lock, then the facts. Throws `not-found` for who has no reason to be in this dossier. */
export async function holdFamily(tx: Transaction, householdId: string): Promise<HeldFamily> {
  const [held] = await tx.query(LOCK, [householdId]);
  if (!held) throw householdNotFound();
  const [family] = await tx.query<HeldFamily>(FACTS, [householdId, tx.actor.userId]);
  if (!family || family.reasons.length === 0) throw householdNotFound();
  return family;
}

export const relationOf = ({ municipalityId, reasons }: Pick<HeldFamily, 'municipalityId' | 'reasons'>): FamilyRelation => ({ municipalityId, ...involvementOf(reasons) });

const UNKNOWN_MEMBER = 'Dit gezinslid hoort niet bij dit gezin.';

/** Throws `invalid`, in the same words for a stranger as for somebody of another household. */
export function requireMemberOf({ members }: Pick<HeldFamily, 'members'>, memberId: string): HeldMember {
  const member = members.find(({ id }) => id === memberId);
  if (member) return member;
  throw new DomainError('regie.member', UNKNOWN_MEMBER, { kind: 'invalid', fields: [{ name: 'memberId', message: UNKNOWN_MEMBER }] });
}
