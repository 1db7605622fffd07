import { DomainError, type LocalDate } from '#kernel';
import type { Transaction } from '#platform';
import type { RightsRelation } from '../domain/rights/index.js';

/** The person a request is about, as far as recording it needs. */
export interface RightsSubject extends RightsRelation {
  readonly householdId: string;
  readonly caseNumber: string;
  readonly birthDate: LocalDate;
}

const SUBJECT = `SELECT household_id AS "householdId", municipality_id AS "municipalityId", case_number AS "caseNumber",
    birth_date AS "birthDate", works_on_it AS "actorWorksOnIt" FROM access.rights_subject($1)`;

export const memberNotFound = (): DomainError =>
  new DomainError('member.not-found', 'Dit gezinslid bestaat niet, of je mag het niet zien.', { kind: 'not-found' });

/** Throws `not-found` for a stranger, for another municipality and for somebody the actor has nothing to do with. */
export async function getRightsSubject(tx: Transaction, memberId: string): Promise<RightsSubject> {
  const [subject] = await tx.query<RightsSubject>(SUBJECT, [memberId]);
  if (!subject) throw memberNotFound();
  return subject;
}
