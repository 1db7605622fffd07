import { Injectable } from '@nestjs/common';
import { CANVAS_CONTENT, type CanvasContent } from '#doorbraak';
import { type Actor, type Cents, DomainError, isId, isLocalDate, type LocalDate } from '#kernel';
import { auditedList, Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import type { AdviceKind, DecisionOutcome, FundRequestState } from './domain/index.js';
import { fundRequestNotFound } from './fund-request.dossier.service.js';
import { type FundRequestItem, type FundRequestRow, toFundRequestItem } from './fund-request.view.js';

export interface FundRequestView extends FundRequestItem {
  readonly purpose: string;
  readonly whyNoScheme: string;
  /** Before submission the canvas of today, after it the copy without names. */
  readonly canvas: CanvasContent | null;
  readonly canvasId: string | null;
  readonly household: { id: string; name: string } | null;
  readonly missing: string | null;
  readonly remedyUntil: LocalDate | null;
  readonly supplements: { note: string; on: LocalDate }[];
  readonly advice: { by: string; advice: AdviceKind; amountCents: Cents; reasons: string; at: string }[];
  readonly decision: { outcome: DecisionOutcome; amountCents: Cents; reasons: string | null; departureReasons: string | null; heardOn: LocalDate | null; decidedBy: string; at: string } | null;
  readonly fund: { name: string; availableCents: Cents | null };
  readonly events: { at: string; kind: string; text: string; by: string | null }[];
}

export interface FundRequestFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: FundRequestState;
}

/** What waits for a decision first, the nearest deadline on top; then drafts; what has been decided last. */
const SORTED_ON = `CASE WHEN r.state IN ('draft', 'submitted', 'completeness-check', 'incomplete', 'under-review', 'advice', 'on-agenda', 'committee-advice')
  THEN coalesce(r.decision_deadline, '9999-12-30'::date) ELSE '9999-12-31'::date END`;

const REQUEST_HEAD = `r.id, r.municipality_id AS "municipalityId", r.case_number AS "caseNumber", r.domain, r.amount_cents AS "amountCents", r.state,
  r.submitted_on AS "submittedOn", r.decision_deadline AS "decisionDeadline", r.meeting_on AS "meetingOn", f.name AS "fundName", r.version,
  r.requested_by AS "requestedBy", r.completeness_by AS "completenessBy",
  ARRAY(SELECT a.advised_by FROM committee_advice a WHERE a.fund_request_id = r.id) AS advisers,
  (SELECT g.regisseur_id FROM regisseur_assignment g WHERE g.household_id = r.household_id AND g.state IN ('active', 'handover-planned')) AS "regisseurId",
  d.decided_by AS "decidedBy", d.outcome,
  EXISTS (SELECT FROM household_access a WHERE a.household_id = r.household_id AND a.user_id = (SELECT access.user_id())
    AND a.reason IN ('regisseur', 'substitute')) AS "actorIsRegisseur"`;

const LIST = {
  name: 'fund-requests',
  text: auditedList('fund-request.listed', `SELECT ${REQUEST_HEAD}, ${SORTED_ON} AS "sortedOn"
    FROM fund_request r JOIN fund f ON f.id = r.fund_id LEFT JOIN fund_decision d ON d.fund_request_id = r.id
    WHERE r.municipality_id = $1 AND ($2::text IS NULL OR r.state = $2) AND ($3::date IS NULL OR (${SORTED_ON}, r.id) > ($3::date, $4::uuid))
    ORDER BY ${SORTED_ON}, r.id LIMIT $5`, '$5'),
};

// `original`: who may read what the regisseur wrote; all others get the texts without names, or nothing.
// `open`: who may know whose request it is. Row-level security on household says the same once more.
const DETAIL = {
  name: 'fund-request',
  text: `WITH r AS (
      SELECT q.*, i.involved OR access.has_role('fund-secretary', 'decision-maker') AS original, i.involved OR access.has_role('decision-maker') AS open
      FROM fund_request q, LATERAL (SELECT EXISTS (
        SELECT FROM household_access a WHERE a.household_id = q.household_id AND a.user_id = $2::uuid) AS involved) i
      WHERE q.id = $1),
    seen AS (
      INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT municipality_id, $2::uuid, $3::uuid, 'fund-request.read', 'fund-request', id, household_id, $4 FROM r)
    SELECT ${REQUEST_HEAD},
      coalesce(CASE WHEN r.original THEN r.purpose ELSE r.pseudonymised_purpose END, '') AS purpose,
      coalesce(CASE WHEN r.original THEN r.why_no_scheme ELSE r.pseudonymised_why_no_scheme END, '') AS "whyNoScheme",
      coalesce(r.canvas_snapshot, (SELECT ${CANVAS_CONTENT} FROM canvas c WHERE c.id = r.canvas_id AND r.state = 'draft')) AS canvas,
      (SELECT c.id FROM canvas c WHERE c.id = r.canvas_id) AS "canvasId",
      CASE WHEN r.open THEN (SELECT jsonb_build_object('id', h.id, 'name', h.name) FROM household h WHERE h.id = r.household_id) END AS household,
      CASE WHEN r.original THEN r.missing END AS missing, r.remedy_until AS "remedyUntil",
      ARRAY(SELECT jsonb_build_object('note', CASE WHEN r.original THEN s.note ELSE s.pseudonymised_note END, 'on', s.supplemented_on)
        FROM fund_suspension s WHERE s.fund_request_id = r.id AND s.supplemented_on IS NOT NULL ORDER BY s.invited_on) AS supplements,
      ARRAY(SELECT jsonb_build_object('by', u.name, 'advice', v.advice, 'amountCents', v.amount_cents, 'reasons', v.reasons, 'at', v.advised_at)
        FROM committee_advice v JOIN app_user u ON u.id = v.advised_by WHERE v.fund_request_id = r.id ORDER BY v.advised_at) AS advice,
      CASE WHEN d.decided_by IS NOT NULL THEN jsonb_build_object('outcome', d.outcome, 'amountCents', d.amount_cents,
        'reasons', CASE WHEN r.original THEN d.reasons END, 'departureReasons', CASE WHEN r.original THEN d.departure_reasons END,
        'heardOn', d.heard_on, 'decidedBy', (SELECT u.name FROM app_user u WHERE u.id = d.decided_by), 'at', d.decided_at) END AS decision,
      jsonb_build_object('name', f.name, 'availableCents', CASE WHEN access.has_role('fund-secretary', 'committee-member', 'decision-maker', 'finance')
        THEN f.ceiling_cents - f.reserved_cents - f.committed_cents - f.paid_cents END) AS fund,
      ARRAY(SELECT jsonb_build_object('at', e.at, 'kind', e.kind, 'text', e.text, 'by', u.name)
        FROM fund_request_event e LEFT JOIN app_user u ON u.id = e.by_user_id WHERE e.fund_request_id = r.id ORDER BY e.at, e.id) AS events
    FROM r JOIN fund f ON f.id = r.fund_id LEFT JOIN fund_decision d ON d.fund_request_id = r.id`,
};

type DetailRow = FundRequestRow & Omit<FundRequestView, keyof FundRequestItem>;

/** PostgreSQL writes a moment inside JSON with the zone of its session. */
const inUtc = <T extends { readonly at: string }>(row: T): T => ({ ...row, at: new Date(row.at).toISOString() });

/** A cursor can be made up: what is no day and no id never reaches the database. */
function placeOf(cursor: string | undefined): [LocalDate, string] | [null, null] {
  const place = decodeCursor(cursor, 2);
  if (!place) return [null, null];
  const [sortedOn, id] = place;
  if (isLocalDate(sortedOn) && isId(id)) return [sortedOn, id];
  throw new DomainError('page.cursor', 'Deze bladwijzer in de lijst klopt niet. Begin opnieuw bij de eerste bladzijde.', {
    kind: 'invalid', fields: [{ name: 'cursor', message: 'Deze bladwijzer klopt niet.' }],
  });
}

@Injectable()
export class FundRequestsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What this actor may see, the nearest deadline first. */
  async list(actor: Actor, { limit, cursor, state }: FundRequestFilter): Promise<Page<FundRequestItem>> {
    const [sortedOn, id] = placeOf(cursor);
    const rows = await this.work.read<FundRequestRow & { sortedOn: LocalDate }>(actor, LIST, [actor.municipalityId, state ?? null, sortedOn, id, limit + 1]);
    const page = toPage(rows, limit, (last) => [last.sortedOn, last.id]);
    return { ...page, items: page.items.map((row) => toFundRequestItem(actor, row, this.clock.today())) };
  }

  /** One request as this actor may see it; that it was read is in the audit. Throws `not-found`. */
  async get(actor: Actor, id: string): Promise<FundRequestView> {
    const [row] = await this.work.read<DetailRow>(actor, DETAIL, [id, actor.userId, actor.organisationId, actor.requestId ?? null]);
    if (!row) throw fundRequestNotFound();
    const { purpose, whyNoScheme, canvas, canvasId, household, missing, remedyUntil, supplements, decision, fund } = row;
    return {
      ...toFundRequestItem(actor, row, this.clock.today()),
      purpose, whyNoScheme, canvas, canvasId, household, missing, remedyUntil, supplements, fund,
      advice: row.advice.map(inUtc),
      decision: decision && inUtc(decision),
      events: row.events.map(inUtc),
    };
  }
}
