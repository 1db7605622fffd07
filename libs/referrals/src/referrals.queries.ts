import { Injectable } from '@nestjs/common';
import { type Actor, isId, newId } from '#kernel';
import { auditedList, Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import type { ReferralState } from './domain/index.js';
import { referralNotFound } from './held-referral.js';
import { SHARES } from './referral-sharing.js';
import { type ReferralSummary, referralSummary, type ReferralSummaryRow, SUMMARY_COLUMNS } from './referral-summary.js';
import { type ReferralRow, type ReferralView, referralView } from './referral-view.js';

export type Box = 'received' | 'sent';

export interface ReferralList {
  readonly box: Box;
  readonly state?: ReferralState;
  readonly limit: number;
  readonly cursor?: string;
}

const BOXES: Record<Box, string> = {
  received: 'r.to_organisation_id = (SELECT access.organisation()) AND r.municipality_id = (SELECT access.municipality())',
  // Access follows involvement: also who stands in for the regisseur sees the family's referrals.
  sent: `r.household_id = ANY (ARRAY(SELECT a.household_id FROM household_access a
    WHERE a.user_id = (SELECT access.user_id()) AND a.reason IN ('regisseur', 'substitute')))`,
};

// A plan per box and per filter, so that each finds its own index.
const listOf = (box: Box, byState: boolean) => ({
  name: `referrals-${box}${byState ? '-by-state' : ''}`,
  text: auditedList('referral.listed', `SELECT ${SUMMARY_COLUMNS} FROM referral r
    WHERE ${BOXES[box]} AND r.state <> 'draft' AND r.id < $2 ${byState ? 'AND r.state = $3' : ''} ORDER BY r.id DESC LIMIT $1`, '$1'),
});
const LISTS = {
  received: { all: listOf('received', false), byState: listOf('received', true) },
  sent: { all: listOf('sent', false), byState: listOf('sent', true) },
};
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

// One statement: the referral, what it shares today, the receipt at the partner's first look, and the line in the audit.
const ONE = {
  name: 'referral',
  text: `WITH one AS (
      SELECT ${SUMMARY_COLUMNS}, r.municipality_id, r.to_organisation_id, r.regisseur_id AS "regisseurId", u.name AS "regisseurName",
        r.received_at, r.first_contact_on AS "firstContactOn", r.refusal_code AS "refusalCode",
        r.refusal_explanation AS "refusalExplanation", r.refusal_next_step AS "refusalNextStep",
        EXISTS (SELECT FROM household_access a WHERE a.user_id = $2 AND a.household_id = r.household_id AND a.reason = 'substitute') AS substitutes,
        ${SHARES} AS shares,
        coalesce((SELECT jsonb_agg(to_jsonb(x)) FROM access.shared_with_me(r.id, $3::date) x), '[]') AS shared,
        coalesce((SELECT jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'text', e.text, 'note', e.note,
            'by', (SELECT p.name FROM app_user p WHERE p.id = e.by_user_id)) ORDER BY e.at, e.id)
          FROM referral_event e WHERE e.referral_id = r.id), '[]') AS events
      FROM referral r JOIN app_user u ON u.id = r.regisseur_id WHERE r.id = $1
    ), received AS (
      UPDATE referral r SET received_at = $4 FROM one WHERE r.id = one.id AND r.received_at IS NULL AND r.state = 'requested'
        AND r.to_organisation_id = (SELECT access.organisation()) AND (SELECT access.has_role('partner-worker'))
      RETURNING r.id, r.household_id, r.municipality_id, r.received_at
    ), told AS (
      INSERT INTO referral_event (id, referral_id, household_id, municipality_id, at, kind, text, by_user_id)
      SELECT $5, id, household_id, municipality_id, received_at, 'received', 'De verwijzing is gelezen.', $2 FROM received
    ), seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT one.municipality_id, $2, access.organisation(), 'referral.read', 'referral', one.id, one."householdId",
        jsonb_build_object('state', one.state, 'shown', coalesce((SELECT jsonb_object_agg(s.member_id, s.categories) FROM (
          SELECT x->>'member_id' AS member_id, jsonb_agg(DISTINCT x->'category') AS categories FROM jsonb_array_elements(one.shared) x GROUP BY 1) s), '{}')), $6
      FROM one
    )
    SELECT one.*, coalesce(one.received_at, (SELECT received_at FROM received)) AS "receivedAt" FROM one`,
};

@Injectable()
export class ReferralsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A box of referrals, newest first. */
  async list(actor: Actor, { box, state, limit, cursor }: ReferralList): Promise<Page<ReferralSummary>> {
    const after = decodeCursor(cursor, [isId])?.[0] ?? NEWEST;
    const read = LISTS[box][state ? 'byState' : 'all'];
    const rows = await this.work.read<ReferralSummaryRow>(actor, read, [limit + 1, after, ...(state ? [state] : [])]);
    const side = box === 'sent' ? 'sender' : 'receiver';
    return toPage(rows.map((row) => referralSummary(row, side, this.clock.today())), limit, ({ id }) => [id]);
  }

  /** One referral as this side reads it. Throws `not-found` for everybody who is on neither side. */
  async get(actor: Actor, id: string): Promise<ReferralView> {
    const today = this.clock.today();
    const values = [id, actor.userId, today, this.clock.now(), newId(), actor.requestId ?? null];
    const [row] = await this.work.read<ReferralRow>(actor, ONE, values);
    const view = row && referralView(actor, row, today);
    if (!view) throw referralNotFound();
    return view;
  }
}
