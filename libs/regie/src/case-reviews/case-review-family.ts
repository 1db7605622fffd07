import { type Actor, assertAllowed, DomainError, type FieldProblem, type LocalDate } from '#kernel';
import { householdNotFound, type HouseholdState, isEnded, type MemberRole } from '#households';
import type { Transaction } from '#platform';
import { involvementOf } from '#privacy';
import { type KnownFamily, mayBringIn, namesInText, type ReviewedMember } from '../domain/index.js';

type Member = KnownFamily['people'][number] & ReviewedMember & { readonly role: MemberRole; readonly present: boolean };

export interface FamilyOfReview extends KnownFamily {
  readonly people: readonly Member[];
}

interface Row extends FamilyOfReview {
  readonly municipalityId: string;
  readonly state: HouseholdState;
  readonly reasons: readonly string[];
}

const LOCK = 'SELECT FROM household WHERE id = $1 FOR NO KEY UPDATE';
const FACTS = `SELECT h.municipality_id AS "municipalityId", h.state, h.case_number AS "caseNumber", h.city, h.neighbourhood,
    ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons,
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name, 'birthDate', m.birth_date,
      'isRestricted', m.restricted_since IS NOT NULL, 'present', m.left_on IS NULL)) FROM household_member m WHERE m.household_id = h.id), '[]') AS people
  FROM household h WHERE h.id = $1`;

/** The family as its presenter knows it: what the texts are compared with. */
export async function holdFamilyOfReview(tx: Transaction, actor: Actor, householdId: string): Promise<FamilyOfReview> {
  await tx.query(LOCK, [householdId]);
  const [family] = await tx.query<Row>(FACTS, [householdId, actor.userId]);
  if (!family || family.reasons.length === 0) throw householdNotFound();
  assertAllowed(mayBringIn(actor, { municipalityId: family.municipalityId, hasTask: involvementOf(family.reasons).hasTask }), 'case-review.bring-in');
  if (isEnded(family.state)) throw new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });
  return family;
}

/** Throws `refused` when one of these texts tells which family it is. */
export function refuseNames(texts: Readonly<Record<string, string | null | undefined>>, family: KnownFamily): void {
  const problems: FieldProblem[] = Object.entries(texts).flatMap(([field, text]) => (text ? namesInText(field, text, family) : []));
  const [first] = problems;
  if (first) throw new DomainError('case-review.names', problems.length === 1 ? first.message : 'De tekst zegt wie het gezin is. Kijk wat eruit moet.', { kind: 'refused', fields: problems });
}

/** For a text before there is a family: whatever is personal in itself. */
export const NOBODY: KnownFamily & { readonly today?: LocalDate } = { people: [], caseNumber: '-', city: null, neighbourhood: null };
