import { displayName, type PersonName } from '#households';
import type { Transaction } from '#platform';

/**
 * Whom an export is about: one person, in every family of this municipality where they are known. Asked by somebody else for a
 * child: in the family of the request only, because the other one is of the other parent (AVG 15(4)) and may be hiding.
 */
export interface ExportScope {
  readonly memberIds: readonly string[];
  readonly householdIds: readonly string[];
  readonly caseNumbers: readonly string[];
  /** Words that point at other members of those families and not at the person. */
  readonly wordsOfOthers: readonly string[];
  readonly ownWords: readonly string[];
}

interface KnownMember extends PersonName {
  readonly id: string;
  readonly householdId: string;
  readonly caseNumber: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly own: boolean;
  readonly hasLeft: boolean;
}

// Both families of a child of divorced parents, by the person and not by the household. $2: only the family of the request.
const MEMBERS = `
  SELECT m.id, m.household_id AS "householdId", h.case_number AS "caseNumber", m.first_name AS "firstName", m.infix, m.last_name AS "lastName",
    m.phone, m.email, m.person_id = (SELECT person_id FROM household_member WHERE id = $1) AS own, m.left_on IS NOT NULL AS "hasLeft"
  FROM household_member m JOIN household h ON h.id = m.household_id
  WHERE m.household_id IN (SELECT o.household_id FROM household_member o
    WHERE o.id = $1 OR (NOT $2 AND o.person_id = (SELECT person_id FROM household_member WHERE id = $1)))
  ORDER BY h.case_number, m.id`;

const wordsOf = ({ firstName, infix, lastName, phone, email }: KnownMember): string[] => {
  const name = { firstName, infix, lastName };
  const surname = [infix, lastName].filter(Boolean).join(' ');
  return [displayName(name), surname, firstName, lastName, phone, email].filter((word): word is string => Boolean(word));
};

export async function scopeOf(tx: Transaction, { memberId, byRepresentative }: { memberId: string; byRepresentative: boolean }): Promise<ExportScope> {
  const members = await tx.query<KnownMember>(MEMBERS, [memberId, byRepresentative]);
  const own = members.filter((member) => member.own);
  const ownWords = own.flatMap(wordsOf);
  const mine = new Set(ownWords.map((word) => word.toLocaleLowerCase('nl')));
  const ofOthers = members.filter((member) => !member.own).flatMap(wordsOf).filter((word) => !mine.has(word.toLocaleLowerCase('nl')));
  return {
    memberIds: own.map(({ id }) => id),
    // Who left a family reads nothing of how it goes on, least of all where it lives now.
    householdIds: [...new Set(own.filter(({ hasLeft }) => !hasLeft).map(({ householdId }) => householdId))],
    caseNumbers: [...new Set(own.map(({ caseNumber }) => caseNumber))],
    // The longest first: a full name is blackened before the first name in it.
    wordsOfOthers: [...new Set(ofOthers)].sort((a, b) => b.length - a.length),
    ownWords,
  };
}
