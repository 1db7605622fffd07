import { localDateOf } from '#kernel';
import type { Outbox, Transaction } from '#platform';
import { inAmsterdam } from '#privacy';
import type { CaseReviewState } from '../domain/index.js';

/** What there is to tell about a case review, when it is still so, and to whom. */
const NEWS = {
  'case-review.planned': { notice: 'case-review-invited', still: 'planned', organiserToo: false },
  'case-review.cancelled': { notice: 'case-review-cancelled', still: 'cancelled', organiserToo: false },
  'case-review.today': { notice: 'case-review-today', still: 'planned', organiserToo: true },
} as const satisfies Record<string, { readonly notice: string; readonly still: CaseReviewState; readonly organiserToo: boolean }>;

export type CaseReviewNews = keyof typeof NEWS;
export const CASE_REVIEW_NEWS = Object.keys(NEWS) as CaseReviewNews[];

export interface CaseReviewNotice {
  readonly userId: string;
  readonly kind: (typeof NEWS)[CaseReviewNews]['notice'];
  readonly link: string;
  readonly cause: string;
}

const PARTICIPANTS = `SELECT p.user_id AS "userId", r.state, p.user_id = r.organised_by AS organises
  FROM case_review r JOIN case_review_participant p ON p.review_id = r.id JOIN app_user u ON u.id = p.user_id AND u.active
  WHERE r.id = $1 ORDER BY p.user_id`;

/** Who takes part hears of it, from its id only; how it stands is read again at this moment. */
export async function caseReviewNews(tx: Transaction, news: CaseReviewNews, reviewId: string): Promise<CaseReviewNotice[]> {
  const { notice, still, organiserToo } = NEWS[news];
  const people = await tx.query<{ userId: string; state: CaseReviewState; organises: boolean }>(PARTICIPANTS, [reviewId]);
  return people.filter(({ state, organises }) => state === still && (organiserToo || !organises))
    .map(({ userId }) => ({ userId, kind: notice, link: `/overleggen/casuistiek/${reviewId}`, cause: `${news}:${reviewId}` }));
}

/** Whoever is invited hears it now, and again on the morning itself. */
export async function announceCaseReview(outbox: Outbox, tx: Transaction, reviewId: string, plannedAt: Date): Promise<void> {
  const payload = { reviewId };
  await outbox.add(tx, { kind: 'case-review.planned', payload });
  const morning = inAmsterdam(localDateOf(plannedAt), '07:00');
  if (morning > tx.now) await outbox.add(tx, { kind: 'case-review.today', payload, runAt: morning });
}
