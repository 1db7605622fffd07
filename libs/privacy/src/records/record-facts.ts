import { type Actor, DomainError, hasRole } from '#kernel';
import { isEnded } from '#households';
import type { Transaction } from '#platform';
import { type Agreement, type AgreementContext, type Authority, type BasisRelation, type BasisRule, type Receiver } from '../domain/index.js';
import { basisRelation, type FamilyMember, requireInvolved, type SharingFacts } from '../sharing-facts.js';

/** As SQL hands over a rule; `c` is the basis_rule. */
export const RULE_COLUMNS = `c.code, c.law, c.article, c.type, c.purposes, c.data_categories AS "dataCategories", c.organisation_kinds AS "organisationKinds",
  c.organisation_ids AS "organisationIds", c.max_months AS "maxMonths", c.may_include_bsn AS "mayIncludeBsn",
  c.secrecy_categories AS "secrecyCategories", c.enabled, c.explanation`;

/** The rule as it is now: `FOR SHARE` is not needed, a rule that is switched off a moment later flags what was just recorded. */
export async function ruleOf(tx: Transaction, code: string): Promise<BasisRule | undefined> {
  const [rule] = await tx.query<BasisRule>(`SELECT ${RULE_COLUMNS} FROM basis_rule c WHERE c.code = $1`, [code]);
  return rule;
}

export async function receiverOf(tx: Transaction, id: string): Promise<Receiver> {
  const [receiver] = await tx.query<Receiver>('SELECT id, kind FROM organisation WHERE id = $1', [id]);
  if (!receiver) throw new Error('an organisation that was there a moment ago');
  return receiver;
}

/** What the rules about who may say yes need to know. */
export async function agreementContext(tx: Transaction, facts: SharingFacts, member: FamilyMember, today: AgreementContext['today']): Promise<AgreementContext> {
  const authority = await tx.query<Authority>(
    `SELECT child_id AS "childId", adult_id AS "adultId", has_authority AS "hasAuthority" FROM parental_authority WHERE household_id = $1`,
    [facts.householdId],
  );
  return { today, member, members: facts.members, authority };
}

/** Only what the record keeps of who agreed. */
export const keptAgreements = (agreed: readonly Agreement[]): string =>
  JSON.stringify(agreed.map(({ memberId, name, capacity }) => ({ ...(memberId ? { memberId } : { name: name?.trim() }), capacity })));

export const householdEnded = (): DomainError =>
  new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });

/** Nothing new opens for a family that is closed. */
export function requireRunning({ state }: SharingFacts): void {
  if (isEnded(state)) throw householdEnded();
}

export interface Ender {
  readonly relation: BasisRelation;
  /** The actor does not see the family: what leans on the record is stopped by a job, and the story is told there. */
  readonly fromOutside: boolean;
}

/**
 * Who may end a record of this family. The privacy officer, who ends it on request of a resident, sees no household and holds
 * it through a door; the record itself is locked, and at the door it is gone at once.
 */
export async function holdForEnding(tx: Transaction, actor: Actor, householdId: string): Promise<Ender> {
  const [facts] = await tx.query<SharingFacts>(HOLD_REASONS, [householdId, actor.userId]);
  const involved = facts !== undefined && facts.reasons.length > 0;
  if (involved || !hasRole(actor, 'privacy-officer')) return { relation: basisRelation(actor, requireInvolved(facts)), fromOutside: false };
  await tx.query('SELECT access.hold_family($1)', [householdId]);
  return { relation: { municipalityId: actor.municipalityId, actorIsRegisseur: false, actorIsInvolved: false, actorIsMember: false }, fromOutside: true };
}

// Nothing but the lock and why the actor is here: a withdrawal must not stumble over any other data.
const HOLD_REASONS = `SELECT h.municipality_id AS "municipalityId",
  ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons
  FROM household h WHERE h.id = $1 FOR NO KEY UPDATE OF h`;
