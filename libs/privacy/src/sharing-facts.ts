import { type Actor, DomainError, type LocalDate } from '#kernel';
import { displayName, householdNotFound, type HouseholdState, isChild, type MemberRole, type PersonName } from '#households';
import type { Transaction } from '#platform';
import {
  type BasisRelation, type DataCategory, decideSharing, type GateAgreement, type GateBasis, type GateRelease, involvementOf, type RequestedShare, type SharingDecision,
} from './domain/index.js';
import { agreementsJson, basesJson, releasesJson } from './sharing/gate-columns.js';

export interface FamilyMember extends PersonName {
  readonly id: string;
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
  readonly protectedAddress: boolean;
  readonly isRestricted: boolean;
  /** Kept as history: nothing new is recorded or shared about this person here, but a parent who left keeps their authority. */
  readonly hasLeft: boolean;
}

/** What the gate and the policy need to know about one household and one organisation. */
export interface SharingFacts {
  readonly householdId: string;
  readonly municipalityId: string;
  readonly caseNumber: string;
  readonly state: HouseholdState;
  /** Why the actor is in this dossier. */
  readonly reasons: readonly string[];
  /** Null when it does not exist or does not work in this municipality. */
  readonly organisation: { readonly id: string; readonly name: string; readonly takesReferrals: boolean } | null;
  readonly members: readonly FamilyMember[];
  /** Active bases to this organisation; whether the period holds is up to the gate. */
  readonly bases: readonly GateBasis[];
  readonly agreements: readonly GateAgreement[];
  readonly releases: readonly GateRelease[];
}

export interface ShareWish {
  readonly memberId: string;
  readonly categories: readonly DataCategory[];
}

/** `$1` household, `$2` organisation, `$3` actor. Under row-level security: nothing for who is not involved. */
export const SHARING_FACTS = `
  SELECT h.id AS "householdId", h.municipality_id AS "municipalityId", h.case_number AS "caseNumber", h.state,
    ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $3) AS reasons,
    (SELECT jsonb_build_object('id', o.id, 'name', o.name, 'takesReferrals', w.takes_referrals)
     FROM organisation_municipality w JOIN organisation o ON o.id = w.organisation_id
     WHERE w.municipality_id = h.municipality_id AND w.organisation_id = $2) AS organisation,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix,
      'lastName', m.last_name, 'birthDate', m.birth_date, 'protectedAddress', m.protected_address OR h.protected_address,
      'isRestricted', m.restricted_since IS NOT NULL, 'hasLeft', m.left_on IS NOT NULL))
     FROM household_member m WHERE m.household_id = h.id), '[]') AS members,
    ${basesJson(`b.household_id = h.id AND b.to_organisation_id = $2`)} AS bases,
    ${agreementsJson(`a.municipality_id = h.municipality_id AND a.organisation_id = $2`)} AS agreements,
    ${releasesJson(`y.household_id = h.id AND y.to_organisation_id = $2`)} AS releases
  FROM household h WHERE h.id = $1`;

const LOCK_FAMILY = 'SELECT FROM household WHERE id = $1 FOR NO KEY UPDATE';
const LOCK_BASES = `SELECT FROM legal_basis WHERE household_id = $1 AND to_organisation_id = $2 AND state = 'active' ORDER BY id FOR SHARE`;

/**
 * Locks the household, so that recording, withdrawing and sending of one family never cross each other. `NO KEY`: a partner
 * who writes a line in the family's story at that moment need not wait, or the two could wait for each other. The bases too:
 * the privacy officer ends one without a lock on the family. First the locks and then the facts: one statement would read
 * them as they were before it waited.
 */
export async function holdSharingFacts(tx: Transaction, householdId: string, organisationId: string | null): Promise<SharingFacts> {
  const [held] = await tx.query(LOCK_FAMILY, [householdId]);
  if (!held) throw householdNotFound();
  if (organisationId) await tx.query(LOCK_BASES, [householdId, organisationId]);
  const [facts] = await tx.query<SharingFacts>(SHARING_FACTS, [householdId, organisationId, tx.actor.userId]);
  return requireInvolved(facts);
}

/** Seeing a family on a list is not being in its dossier. */
export function requireInvolved(facts: SharingFacts | undefined): SharingFacts {
  if (!facts || facts.reasons.length === 0) throw householdNotFound();
  return facts;
}

export const basisRelation = (actor: Actor, { municipalityId, reasons }: Pick<SharingFacts, 'municipalityId' | 'reasons'>): BasisRelation => ({
  municipalityId,
  actorIsRegisseur: involvementOf(reasons).asRegisseur,
  actorIsInvolved: involvementOf(reasons).hasTask,
  // Residents have no access to dossiers yet; their own route will look this up.
  actorIsMember: false,
});

const unknownOrganisation = 'Deze organisatie werkt niet in jouw gemeente.';
const unknownMember = 'Dit gezinslid hoort niet bij dit gezin.';
const memberLeft = 'Dit gezinslid hoort niet meer bij dit gezin.';

/** Throws `invalid` for an organisation that the municipality does not work with. */
export function requireOrganisation({ organisation }: SharingFacts): NonNullable<SharingFacts['organisation']> {
  if (organisation) return organisation;
  throw new DomainError('sharing.organisation', unknownOrganisation, {
    kind: 'invalid',
    fields: [{ name: 'toOrganisationId', message: unknownOrganisation }],
  });
}

/** Throws `invalid`, in the same words for a stranger as for somebody of another household. */
export function requireKnownMember({ members }: SharingFacts, memberId: string, field: string): FamilyMember {
  const member = members.find(({ id }) => id === memberId);
  if (member) return member;
  throw new DomainError('sharing.member', unknownMember, { kind: 'invalid', fields: [{ name: field, message: unknownMember }] });
}

/** As `requireKnownMember`, and for who belongs to the family today. */
export function requireMember(facts: SharingFacts, memberId: string, field: string): FamilyMember {
  const member = requireKnownMember(facts, memberId, field);
  if (!member.hasLeft) return member;
  throw new DomainError('sharing.member-left', memberLeft, { kind: 'invalid', fields: [{ name: field, message: memberLeft }] });
}

/** A member as the gate asks for them. */
export const requestOf = (member: FamilyMember, categories: readonly DataCategory[], today: LocalDate): RequestedShare => ({
  memberId: member.id, memberName: displayName(member), isChild: isChild(member, today),
  hasProtectedAddress: member.protectedAddress, isRestricted: member.isRestricted, categories,
});

/** Puts the wish before the gate. */
export function askGate(facts: SharingFacts, wishes: readonly ShareWish[], today: LocalDate): SharingDecision {
  const requested = wishes.map(({ memberId, categories }, index) =>
    requestOf(requireMember(facts, memberId, `shares.${index}.memberId`), categories, today));
  const { bases, agreements, releases } = facts;
  return decideSharing({ toOrganisation: requireOrganisation(facts), today, bases, agreements, releases, requested });
}
