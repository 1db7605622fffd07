import { type Actor, DomainError, type LocalDate, localDateOf } from '#kernel';
import type { Transaction } from '#platform';
import type { GateBasis } from '#privacy';
import type { ReferralParties, ReferralState } from './domain/index.js';
import { gateOf, type SharedCategory, sharedBases, SHARES } from './referral-sharing.js';

/** A referral that this transaction has locked, with everything a step needs to know. */
export interface HeldReferral {
  readonly id: string;
  readonly householdId: string;
  readonly caseNumber: string;
  readonly fromOrganisationId: string;
  readonly toOrganisationId: string;
  readonly regisseurId: string;
  readonly state: ReferralState;
  readonly requestedAt: Date | null;
  readonly answerBy: LocalDate | null;
  readonly firstContactBy: LocalDate | null;
  readonly firstContactOn: LocalDate | null;
  readonly version: number;
  readonly partnerName: string;
  readonly regisseurName: string;
  /** The actor stands in for the regisseur. */
  readonly substitutes: boolean;
  readonly shares: readonly SharedCategory[];
  readonly bases: readonly GateBasis[];
}

// One statement: the lock, the state, the parties and what the gate needs. A referral of others is simply not there.
const HOLD = `
  SELECT r.id, r.household_id AS "householdId", r.case_number AS "caseNumber", r.from_organisation_id AS "fromOrganisationId",
    r.to_organisation_id AS "toOrganisationId", r.regisseur_id AS "regisseurId", r.state, r.requested_at AS "requestedAt",
    r.answer_by AS "answerBy", r.meeting_by AS "firstContactBy", r.first_contact_on AS "firstContactOn", r.version,
    o.name AS "partnerName", u.name AS "regisseurName",
    EXISTS (SELECT FROM household_access a WHERE a.user_id = nullif($2, '')::uuid AND a.household_id = r.household_id AND a.reason = 'substitute') AS substitutes,
    ${SHARES} AS shares, ${sharedBases('$3')} AS bases
  FROM referral r JOIN organisation o ON o.id = r.to_organisation_id JOIN app_user u ON u.id = r.regisseur_id
  WHERE r.id = $1 FOR UPDATE OF r`;

export const referralNotFound = (): DomainError =>
  new DomainError('referral.not-found', 'Deze verwijzing bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });

export const staleReferral = (): DomainError =>
  new DomainError('referral.stale', 'Deze verwijzing is net gewijzigd. Lees haar opnieuw en probeer het dan nog eens.', { kind: 'stale' });

/** Locks the referral as the actor may see it. Throws `not-found` for what does not exist and for what is not theirs. */
export async function holdReferral(tx: Transaction, id: string): Promise<HeldReferral> {
  const [held] = await tx.query<HeldReferral>(HOLD, [id, tx.actor.userId, localDateOf(tx.now)]);
  if (!held) throw referralNotFound();
  return held;
}

export const partiesOf = (actor: Actor, held: Pick<HeldReferral, 'fromOrganisationId' | 'toOrganisationId' | 'regisseurId' | 'substitutes'>): ReferralParties => ({
  fromOrganisationId: held.fromOrganisationId,
  toOrganisationId: held.toOrganisationId,
  regisseurId: held.regisseurId,
  substituteId: held.substitutes ? actor.userId : null,
});

export const sharingStands = (held: HeldReferral, today: LocalDate): boolean =>
  gateOf({ id: held.toOrganisationId, name: held.partnerName }, held.shares, held.bases, today).allowed;
