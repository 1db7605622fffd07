import { DomainError } from '#kernel';
import type { Transaction } from '#platform';
import { closedInText, type PersonInText, type TextReader } from '../domain/index.js';

const PEOPLE = `SELECT m.id AS "memberId", m.first_name AS "firstName", m.infix, m.last_name AS "lastName", m.phone, m.email
  FROM household_member m WHERE m.household_id = $1`;

/** Throws `refused` when a text that others read tells of a member what the gate keeps closed for one of them. */
export async function refuseClosedInText(
  tx: Transaction, householdId: string, { field, text }: { readonly field: string; readonly text: string }, readers: readonly TextReader[],
): Promise<void> {
  const problems = closedInText(field, text, await tx.query<PersonInText>(PEOPLE, [householdId]), readers);
  const [first] = problems;
  if (first) throw new DomainError('sharing.text', first.message, { kind: 'refused', fields: problems });
}
