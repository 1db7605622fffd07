import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '#kernel';
import { displayName, householdNotFound, isChild, type MemberRole, type PersonName } from '#households';
import { agreementsJson, basesJson, type GateAgreement, type GateBasis, type GateRelease, releasesJson, type RunningShare, type SharingColumn, whoSeesWhat } from '#privacy';
import { Clock, UnitOfWork } from '#platform';

interface Member extends PersonName {
  readonly id: string;
  readonly role: MemberRole;
  readonly birthDate: LocalDate;
  readonly hasProtectedAddress: boolean;
  readonly isRestricted: boolean;
}

interface Row {
  readonly householdName: string;
  readonly members: readonly Member[];
  readonly organisations: readonly { id: string; name: string }[];
  readonly bases: readonly GateBasis[];
  readonly agreements: readonly GateAgreement[];
  readonly releases: readonly GateRelease[];
  readonly running: readonly RunningShare[];
}

export interface WhoSeesWhat {
  readonly householdName: string;
  readonly people: readonly { id: string; name: string; role: MemberRole; isChild: boolean; hasProtectedAddress: boolean; isRestricted: boolean }[];
  readonly columns: readonly SharingColumn[];
}

// Who has something to do with this family by a basis, a referral or a meeting; every other organisation sees nothing.
const PARTNERS = `SELECT b.to_organisation_id AS id FROM legal_basis b WHERE b.household_id = one.id AND b.state = 'active'
  UNION SELECT organisation_id FROM running`;

/** One round trip: the facts of the gate, and what running referrals and planned meetings share. Both over all rooms, like the dossier. */
const MATRIX = {
  name: 'who-sees-what',
  text: `WITH one AS (SELECT h.id, h.municipality_id, h.name, h.protected_address FROM household h
      WHERE h.id = $1 AND EXISTS (SELECT FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2)),
    running AS (
      SELECT r.to_organisation_id AS organisation_id, p.member_id, p.category FROM one
      JOIN referral r ON r.household_id = one.id AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')
      JOIN referral_share p ON p.referral_id = r.id
      UNION SELECT p.organisation_id, p.member_id, p.category FROM one
      JOIN coordination_meeting c ON c.household_id = one.id AND c.state IN ('planned', 'held', 'closed') AND c.readable_until > $3::date
      JOIN meeting_share p ON p.meeting_id = c.id),
    partner AS (SELECT o.id, o.name FROM one CROSS JOIN LATERAL (${PARTNERS}) x JOIN organisation o ON o.id = x.id),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT one.municipality_id, $2, access.organisation(), 'sharing.read', 'household', one.id, one.id, $4 FROM one)
    SELECT one.name AS "householdName",
      (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name,
          'birthDate', m.birth_date, 'hasProtectedAddress', m.protected_address OR one.protected_address, 'isRestricted', m.restricted_since IS NOT NULL)
          ORDER BY array_position(ARRAY['main', 'partner', 'child', 'other'], m.role), m.birth_date, m.id)
        FROM household_member m WHERE m.household_id = one.id AND m.left_on IS NULL) AS members,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name) FROM partner p), '[]') AS organisations,
      ${basesJson('b.household_id = one.id')} AS bases,
      ${agreementsJson('a.municipality_id = one.municipality_id AND a.organisation_id IN (SELECT p.id FROM partner p)')} AS agreements,
      ${releasesJson('y.household_id = one.id')} AS releases,
      coalesce((SELECT jsonb_agg(jsonb_build_object('organisationId', s.organisation_id, 'memberId', s.member_id, 'category', s.category)) FROM running s), '[]') AS running
    FROM one`,
};

/** Who sees what of one family: people × organisations. */
@Injectable()
export class WhoSeesWhatQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for who is not involved. */
  async get(actor: Actor, householdId: string): Promise<WhoSeesWhat> {
    const today = this.clock.today();
    const [row] = await this.work.read<Row>(actor, MATRIX, [householdId, actor.userId, today, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return matrixOf(row, today);
  }
}

function matrixOf({ householdName, members, ...facts }: Row, today: LocalDate): WhoSeesWhat {
  const people = members.map((member) => ({
    id: member.id, name: displayName(member), role: member.role, isChild: isChild(member, today),
    hasProtectedAddress: member.hasProtectedAddress, isRestricted: member.isRestricted,
  }));
  const asked = people.map(({ id: memberId, name: memberName, ...person }) => ({ memberId, memberName, ...person }));
  return { householdName, people, columns: whoSeesWhat({ ...facts, today, members: asked }) };
}
