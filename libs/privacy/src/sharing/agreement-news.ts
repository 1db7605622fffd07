import type { LocalDate } from '#kernel';
import type { Transaction } from '#platform';
import { agreementInForce, type GateAgreement } from '../domain/index.js';

export interface AgreementNotice {
  readonly userId: string;
  readonly kind: 'agreement-ending' | 'agreement-to-confirm';
  readonly link: string;
  readonly cause: string;
}

type Standing = Omit<GateAgreement, 'categories'>;

const READ = `SELECT g.organisation_id AS "organisationId", g.state, g.valid_from AS "validFrom", g.valid_until AS "validUntil"
  FROM data_sharing_agreement g WHERE g.id = $1`;
const OFFICERS = `SELECT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id AND r.municipality_id = $1 AND r.role = 'privacy-officer'
  WHERE u.active ORDER BY u.id`;

const find = async (tx: Transaction, id: string): Promise<Standing | undefined> => (await tx.query<Standing>(READ, [id]))[0];

/** The privacy officers hear that it ends soon, or that one waits to be looked at. Nothing when that is no longer so. */
export async function agreementNews(tx: Transaction, kind: AgreementNotice['kind'], { agreementId = '', validUntil }: Readonly<Record<string, string>>): Promise<AgreementNotice[]> {
  const agreement = await find(tx, agreementId);
  const holds = kind === 'agreement-to-confirm'
    ? agreement?.state === 'taken-over'
    : agreement?.validUntil === validUntil && (agreement?.state === 'active' || agreement?.state === 'taken-over');
  if (!holds) return [];
  const officers = await tx.query<{ id: string }>(OFFICERS, [tx.actor.municipalityId]);
  return officers.map(({ id }) => ({ userId: id, kind, link: '/privacy/overeenkomsten', cause: `${kind}:${agreementId}:${validUntil ?? ''}` }));
}

/** Whether this agreement opens nothing any more. Running referrals under one that was extended go on. */
export async function agreementIsOver(tx: Transaction, agreementId: string, today: LocalDate): Promise<boolean> {
  const agreement = await find(tx, agreementId);
  return agreement !== undefined && !agreementInForce(agreement, today);
}
