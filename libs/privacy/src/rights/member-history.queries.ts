import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { UnitOfWork } from '#platform';
import type { CorrectableField } from '../domain/rights/index.js';
import { memberNotFound } from './rights-subject.js';

export interface HistoryLine {
  readonly id: string;
  readonly field: CorrectableField;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly reason: string;
  readonly rightsRequestId: string | null;
  readonly by: string;
  readonly at: string;
}

export interface MemberHistory {
  readonly memberId: string;
  readonly items: readonly HistoryLine[];
  /** What the person has to say about what was not corrected. */
  readonly ownStatements: readonly { readonly rightsRequestId: string; readonly text: string; readonly decidedAt: string }[];
}

// The person must be one whom the reader works with, or about whom the privacy officer has a request.
const HISTORY = {
  name: 'member-history',
  text: `WITH subject AS (
      SELECT m.id, m.household_id, m.municipality_id FROM household_member m WHERE m.id = $2 AND m.household_id = $1
        AND EXISTS (SELECT FROM household_access a WHERE a.household_id = m.household_id AND a.user_id = access.user_id())
      UNION
      SELECT q.member_id, q.household_id, q.municipality_id FROM rights_request q
        WHERE q.member_id = $2 AND q.household_id = $1 AND q.state <> 'withdrawn' AND access.has_role('privacy-officer')),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT s.municipality_id, access.user_id(), access.organisation(), 'member.history-read', 'member', s.id, s.household_id, jsonb_build_object('memberId', s.id), $3 FROM subject s)
    SELECT s.id AS "memberId",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'field', h.field, 'oldValue', h.old_value, 'newValue', h.new_value, 'reason', h.reason,
        'rightsRequestId', h.rights_request_id, 'by', (SELECT u.name FROM app_user u WHERE u.id = h.changed_by), 'at', h.changed_at) ORDER BY h.changed_at DESC, h.id DESC)
        FROM member_history h WHERE h.member_id = s.id), '[]') AS items,
      coalesce((SELECT jsonb_agg(jsonb_build_object('rightsRequestId', q.id, 'text', q.own_statement, 'decidedAt', q.decided_at) ORDER BY q.id)
        FROM rights_request q WHERE q.member_id = s.id AND q.own_statement IS NOT NULL), '[]') AS "ownStatements"
    FROM subject s`,
};

/** What was corrected of one person, and what they have to say about what was not. */
@Injectable()
export class MemberHistoryQueries {
  constructor(private readonly work: UnitOfWork) {}

  async of(actor: Actor, householdId: string, memberId: string): Promise<MemberHistory> {
    const [row] = await this.work.read<MemberHistory>(actor, HISTORY, [householdId, memberId, actor.requestId ?? null]);
    if (!row) throw memberNotFound();
    return row;
  }
}
