import type { Transaction } from '#platform';
import { auditedAction, findAuditedAction } from '../../domain/processing-log/activities.js';
import type { ExportScope } from './scope.js';

/** Newest first; who wants more asks "wie zag mijn dossier". */
const MOST = 2_000;

interface Line {
  readonly at: Date;
  readonly action: string;
  readonly organisation: string | null;
}

// A line about one person or one referral counts only when it is about this person; a line about the family counts for all in it.
const LOOKS = `
  SELECT e.at, e.action, o.name AS organisation FROM audit_event e LEFT JOIN organisation o ON o.id = e.organisation_id
  WHERE e.household_id = ANY ($2::uuid[]) AND e.user_id IS NOT NULL
    AND (e.details->>'memberId' IS NULL OR e.details->>'memberId' = ANY ($1::text[]))
    AND (e.subject_kind <> 'referral' OR EXISTS (SELECT FROM referral_share s WHERE s.referral_id = e.subject_id AND s.member_id::text = ANY ($1::text[])))
    AND (e.subject_kind <> 'legal-basis' OR EXISTS (SELECT FROM legal_basis b WHERE b.id = e.subject_id AND b.member_id::text = ANY ($1::text[])))
  ORDER BY e.id DESC LIMIT ${MOST}`;

/** Who looked at or shared the data of this person: the organisation and what it did, not which employee (AVG 15(1)(c), C-579/21). */
export async function looksAt(tx: Transaction, { memberIds, householdIds }: ExportScope): Promise<Record<string, unknown>[]> {
  const lines = await tx.query<Line>(LOOKS, [memberIds, householdIds]);
  return lines.flatMap(({ at, action, organisation }) => {
    const { says } = findAuditedAction(action) ?? auditedAction(action);
    return says === undefined ? [] : [{ at: at.toISOString(), organisation, what: says }];
  });
}
