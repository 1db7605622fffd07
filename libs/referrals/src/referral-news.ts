import type { Transaction } from '#platform';
import type { Notice, NotificationKind } from '#reminders';
import type { ReferralState } from './domain/index.js';

/** The outbox kinds that tell somebody about a referral. */
export const REFERRAL_NEWS = [
  'referral.requested', 'referral.answered', 'referral.first-contact', 'referral.feedback', 'referral.completed', 'referral.cancelled', 'referral.stopped',
  'referral.expired',
] as const;
type News = (typeof REFERRAL_NEWS)[number];
type Side = 'partner' | 'regisseur';

const SAYS: Record<News, { kind: (state: ReferralState) => NotificationKind; to: readonly Side[] }> = {
  'referral.requested': { kind: () => 'referral-received', to: ['partner'] },
  'referral.answered': { kind: (state) => (state === 'rejected' ? 'referral-rejected' : 'referral-accepted'), to: ['regisseur'] },
  'referral.first-contact': { kind: () => 'referral-first-contact', to: ['regisseur'] },
  'referral.feedback': { kind: () => 'referral-feedback', to: ['regisseur'] },
  'referral.completed': { kind: () => 'referral-completed', to: ['regisseur'] },
  'referral.cancelled': { kind: () => 'referral-cancelled', to: ['partner'] },
  'referral.stopped': { kind: () => 'referral-stopped', to: ['partner', 'regisseur'] },
  // The regisseur gets a reminder of the system for this one.
  'referral.expired': { kind: () => 'referral-expired', to: ['partner'] },
};

interface NewsRow {
  readonly state: ReferralState;
  readonly regisseurId: string;
  /** Workers of the receiving organisation in this municipality. */
  readonly partnerIds: string[];
}

const READ = `SELECT r.state, r.regisseur_id AS "regisseurId",
    ARRAY(SELECT u.id FROM app_user u JOIN user_role p ON p.user_id = u.id AND p.municipality_id = r.municipality_id AND p.role = 'partner-worker'
          WHERE u.organisation_id = r.to_organisation_id AND u.active ORDER BY u.id) AS "partnerIds"
  FROM referral r WHERE r.id = $1`;

/** Who must hear it, re-read at this moment. Fixed sentences and a link: no personal data. Repeating gives the same causes. */
export async function referralNews(tx: Transaction, news: string, payload: Readonly<Record<string, string>>): Promise<Notice[]> {
  const [referralId = '', version = ''] = [payload['referralId'], payload['version']];
  const says = SAYS[news as News] as (typeof SAYS)[News] | undefined;
  const [row] = await tx.query<NewsRow>(READ, [referralId]);
  // What was withdrawn before the partner heard of it needs no message that it came.
  if (!says || !row || (news === 'referral.requested' && row.state !== 'requested')) return [];
  const people = says.to.flatMap((side) => (side === 'partner' ? row.partnerIds : [row.regisseurId]));
  const notice = { kind: says.kind(row.state), link: `/verwijzingen/${referralId}`, cause: `${news}:${referralId}:${version}` };
  return people.map((userId) => ({ userId, ...notice }));
}
