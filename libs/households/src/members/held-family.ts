import { type Actor, assertAllowed, DomainError, type LocalDate } from '#kernel';
import type { Transaction } from '#platform';
import { type Belonging, type HouseholdState, isEnded, type LeavingReason, mayKeepPeople, type PersonName } from '../domain/index.js';
import { householdNotFound, staleHousehold } from '../household-story.service.js';

export interface HeldMember extends Belonging, PersonName {
  readonly joinedOn: LocalDate | null;
  readonly leftReason: LeavingReason | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly protectedAddress: boolean;
  readonly livesElsewhere: boolean;
  readonly version: number;
}

/** A family whose people are about to change, as it is under its lock. */
export interface HeldFamily {
  readonly id: string;
  readonly teamId: string;
  readonly state: HouseholdState;
  readonly version: number;
  readonly registeredOn: LocalDate;
  readonly reasons: readonly string[];
  readonly members: readonly HeldMember[];
}

const LOCK = 'SELECT FROM household WHERE id = $1 FOR NO KEY UPDATE';
const FACTS = `SELECT h.id, h.team_id AS "teamId", h.state, h.version, (h.created_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "registeredOn",
    ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name,
      'birthDate', m.birth_date, 'joinedOn', m.joined_on, 'leftOn', m.left_on, 'leftReason', m.left_reason, 'phone', m.phone, 'email', m.email,
      'protectedAddress', m.protected_address, 'livesElsewhere', m.lives_elsewhere, 'version', m.version))
      FROM household_member m WHERE m.household_id = h.id), '[]') AS members
  FROM household h WHERE h.id = $1`;

const memberNotFound = (): DomainError => new DomainError('member.not-found', 'Dit gezinslid bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const staleMember = (): DomainError => new DomainError('member.stale', 'Iemand anders heeft deze gegevens net gewijzigd. Lees ze opnieuw.', { kind: 'stale' });
const familyEnded = (): DomainError => new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });

/** First the lock and then the facts, for who may write here. Throws `not-found`, `forbidden`, or `conflict` for a family that is closed. */
export async function holdFamily(tx: Transaction, actor: Actor, householdId: string, action: string): Promise<HeldFamily> {
  const [locked] = await tx.query(LOCK, [householdId]);
  const [family] = locked ? await tx.query<HeldFamily>(FACTS, [householdId, actor.userId]) : [];
  // Seeing a family on a list is not being in its dossier.
  if (!family || family.reasons.length === 0) throw householdNotFound();
  assertAllowed(mayKeepPeople(actor, family.reasons), action);
  if (isEnded(family.state)) throw familyEnded();
  return family;
}

/** Throws `not-found` for who is in another family, and `stale` for an old version when one is asked. */
export function memberOf({ members }: HeldFamily, memberId: string, version?: number): HeldMember {
  const member = members.find(({ id }) => id === memberId);
  if (!member) throw memberNotFound();
  if (version !== undefined && member.version !== version) throw staleMember();
  return member;
}

export function requireVersion(family: HeldFamily, version: number): void {
  if (family.version !== version) throw staleHousehold();
}
