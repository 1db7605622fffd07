import { localDateOf } from '#kernel';
import type { Transaction } from '#platform';
import { isRunning, type RightsState } from '../domain/rights/index.js';

export interface RightsNotice {
  readonly userId: string;
  readonly kind: 'rights-request-received' | 'rights-request-due' | 'rights-request-decided' | 'rights-export-to-check' | 'rights-export-made' | 'member-corrected';
  readonly link: string;
  readonly cause: string;
}

interface RequestRow {
  readonly householdId: string;
  readonly state: RightsState;
  readonly answerBy: string;
  readonly receivedBy: string;
}

const REQUEST = `SELECT household_id AS "householdId", state, answer_by AS "answerBy", received_by AS "receivedBy" FROM rights_request WHERE id = $1`;
const OFFICERS = `SELECT r.user_id AS "userId" FROM user_role r JOIN app_user u ON u.id = r.user_id AND u.active
  WHERE r.municipality_id = $1 AND r.role = 'privacy-officer'`;
const REGISSEURS = `SELECT DISTINCT a.user_id AS "userId" FROM household_access a
  WHERE a.household_id = $1 AND a.reason IN ('regisseur', 'substitute') AND a.since <= now() AND (a.until IS NULL OR a.until > now())`;
// AVG 19: who received what was corrected, through a referral that still lives, hears that there is something new to read.
const RECEIVERS = `SELECT DISTINCT u.id AS "userId", r.id AS "referralId" FROM referral r
  JOIN referral_share s ON s.referral_id = r.id AND s.member_id = $1 AND s.category = ANY ($2::text[])
  JOIN app_user u ON u.organisation_id = r.to_organisation_id AND u.active
  JOIN user_role w ON w.user_id = u.id AND w.role = 'partner-worker' AND w.municipality_id = r.municipality_id
  WHERE r.state IN ('requested', 'accepted', 'in-progress', 'on-hold') AND (r.answered_by IS NULL OR r.answered_by = u.id)`;

type To = { readonly userId: string };

/** Who hears what about a request, by how it stands now. A notice is a fixed sentence and a link. */
export async function rightsNews(tx: Transaction, kind: string, id: string): Promise<RightsNotice[]> {
  const [request] = await tx.query<RequestRow>(REQUEST, [id]);
  if (!request) return [];
  const link = `/privacy/verzoeken/${id}`;
  if (kind === 'rights-request.recorded') {
    const officers = await tx.query<To>(OFFICERS, [tx.actor.municipalityId]);
    return officers.filter(({ userId }) => userId !== request.receivedBy).map(({ userId }) => ({ userId, kind: 'rights-request-received', link, cause: `${kind}:${id}` }));
  }
  const people = await tx.query<To>(REGISSEURS, [request.householdId]);
  return people.map(({ userId }) => ({ userId, kind: 'rights-request-decided', link, cause: `${kind}:${id}:${request.state}` }));
}

/** The alarm before the last day rang. Nothing when it was decided, or when the term moved. */
export async function rightsTermNear(tx: Transaction, id: string, answerBy: string): Promise<RightsNotice[]> {
  const [request] = await tx.query<RequestRow>(REQUEST, [id]);
  if (!request || !isRunning(request.state) || request.answerBy !== answerBy) return [];
  const officers = await tx.query<To>(OFFICERS, [tx.actor.municipalityId]);
  return officers.map(({ userId }) => ({ userId, kind: 'rights-request-due', link: `/privacy/verzoeken/${id}`, cause: `rights-request-due:${id}:${localDateOf(tx.now)}` }));
}

/** The officer who asked for the file hears that there is something to look through, or that it is made. */
export async function exportNews(tx: Transaction, exportId: string): Promise<RightsNotice[]> {
  const [made] = await tx.query<{ userId: string; requestId: string; state: string }>(
    'SELECT requested_by AS "userId", rights_request_id AS "requestId", state FROM rights_export WHERE id = $1', [exportId]);
  if (!made || !['review', 'ready', 'failed'].includes(made.state)) return [];
  const kind = made.state === 'review' ? 'rights-export-to-check' : 'rights-export-made';
  return [{ userId: made.userId, kind, link: `/privacy/verzoeken/${made.requestId}`, cause: `rights-export:${exportId}:${made.state}` }];
}

export async function correctionNews(tx: Transaction, memberId: string, categories: readonly string[], version: string): Promise<RightsNotice[]> {
  const people = await tx.query<To & { referralId: string }>(RECEIVERS, [memberId, categories]);
  return people.map(({ userId, referralId }) => ({ userId, kind: 'member-corrected', link: `/verwijzingen/${referralId}`, cause: `member-corrected:${memberId}:${version}:${referralId}` }));
}

/** Bases that an objection made invalid, for whoever stops what leans on them. */
export const basesOfObjection = (tx: Transaction, requestId: string) =>
  tx.query<{ id: string; householdId: string; memberId: string; toOrganisationId: string; dataCategories: string[] }>(
    `SELECT b.id, b.household_id AS "householdId", b.member_id AS "memberId", b.to_organisation_id AS "toOrganisationId", b.data_categories AS "dataCategories"
     FROM legal_basis b JOIN rights_request q ON q.member_id = b.member_id
     WHERE q.id = $1 AND q.kind = 'objection' AND q.state IN ('granted', 'partly-granted', 'carried-out') AND b.state = 'invalid'`,
    [requestId],
  );
