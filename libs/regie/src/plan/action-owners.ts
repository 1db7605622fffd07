import { DomainError, type LocalDate } from '#kernel';
import type { Transaction } from '#platform';
import { askGate, type CoveredShare, holdSharingFacts } from '#privacy';
import type { ActionOwner, OwnerFacts } from '../domain/index.js';
import { whyClosed } from './organisation-gate.js';

/** The states of a referral that is not over; the room of referrals stands below this one and is asked in SQL. */
export const OPEN_REFERRAL = `('requested', 'accepted', 'in-progress', 'on-hold')`;

const FACTS = `SELECT ARRAY(SELECT user_id FROM access.colleagues_in($1)) AS "colleagueIds",
  ARRAY(SELECT id FROM household_member WHERE household_id = $1 AND left_on IS NULL) AS "memberIds"`;
const REFERRAL = `SELECT FROM referral WHERE household_id = $1 AND to_organisation_id = $2 AND state IN ${OPEN_REFERRAL} LIMIT 1`;

const UNKNOWN = 'Deze organisatie werkt niet in jouw gemeente.';
const unknownOrganisation = (): DomainError =>
  new DomainError('plan-action.invalid', UNKNOWN, { kind: 'invalid', fields: [{ name: 'ownerOrganisationId', message: UNKNOWN }] });

export async function ownerFacts(tx: Transaction, householdId: string): Promise<OwnerFacts> {
  const [facts] = await tx.query<OwnerFacts>(FACTS, [householdId]);
  return facts ?? { colleagueIds: [], memberIds: [] };
}

/** Throws `refused` with what is missing when the organisation may not see this family; answers what is open for it. */
export async function requireOpenFor(
  tx: Transaction, householdId: string, organisationId: string, today: LocalDate,
): Promise<{ readonly name: string; readonly covered: readonly CoveredShare[] }> {
  const facts = await holdSharingFacts(tx, householdId, organisationId);
  const { organisation } = facts;
  if (!organisation) throw unknownOrganisation();
  const referrals = await tx.query(REFERRAL, [householdId, organisationId]);
  const closed = whyClosed({ ...facts, organisation, hasOpenReferral: referrals.length > 0 }, today);
  if (closed) throw new DomainError('plan-action.organisation-closed', closed, { kind: 'refused', fields: [{ name: 'ownerOrganisationId', message: closed }] });
  const wishes = facts.members.map(({ id }) => ({ memberId: id, categories: ['name', 'contact'] as const }));
  return { name: organisation.name, covered: askGate(facts, wishes, today).covered };
}

/** owner_kind, owner_user_id, owner_member_id, owner_organisation_id, owner_role */
export const ownerColumns = (owner: ActionOwner): (string | null)[] => {
  const idOf = (kind: ActionOwner['kind']): string | null => (owner.kind === kind && owner.kind !== 'network' ? owner.id : null);
  return [owner.kind, idOf('user'), idOf('member'), idOf('organisation'), owner.kind === 'network' ? owner.role.trim() : null];
};
