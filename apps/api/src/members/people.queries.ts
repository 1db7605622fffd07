import { Injectable } from '@nestjs/common';
import { type Actor, type LocalDate } from '#kernel';
import {
  ageOn, type ContactChannel, displayName, type HouseholdState, householdNotFound, isEnded, type Language, type LeavingReason, mayKeepPeople, type MemberRole,
  maySeeProtectedAddress, type NetworkAgreement, type NetworkKind, type RepresentativeKind, representsOn,
} from '#households';
import { Clock, UnitOfWork } from '#platform';

export interface Person {
  readonly id: string;
  readonly role: MemberRole;
  readonly firstName: string;
  readonly infix: string | null;
  readonly lastName: string;
  readonly birthDate: LocalDate;
  readonly phone: string | null;
  readonly email: string | null;
  readonly preferredChannel: ContactChannel | null;
  readonly language: Language | null;
  readonly interpreterNeeded: boolean;
  readonly noCallsFrom: string | null;
  readonly noCallsUntil: string | null;
  readonly contactRemark: string | null;
  readonly livesElsewhere: boolean;
  readonly elsewhereAgreement: string | null;
  readonly protectedAddress: boolean;
  readonly joinedOn: LocalDate | null;
  readonly leftOn: LocalDate | null;
  readonly leftReason: LeavingReason | null;
  /** Running records and referrals about this person: what is looked at again when they leave. */
  readonly running: { readonly records: number; readonly referrals: number };
  readonly version: number;
}

export interface ActingFor {
  readonly id: string;
  readonly memberId: string;
  readonly kind: RepresentativeKind;
  readonly name: string;
  readonly organisation: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly since: LocalDate;
  readonly until: LocalDate | null;
  readonly version: number;
}

export interface InNetwork {
  readonly id: string;
  readonly memberId: string | null;
  readonly kind: NetworkKind;
  readonly relation: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly agreement: NetworkAgreement;
  readonly agreedOn: LocalDate | null;
  readonly since: LocalDate;
  readonly until: LocalDate | null;
  readonly backup: { readonly id: string; readonly name: string } | null;
  readonly version: number;
}

interface Row {
  readonly household: { id: string; caseNumber: string; name: string; state: HouseholdState; version: number };
  readonly reasons: string[];
  readonly address: { protected: boolean; postcode?: string };
  readonly past: { postcode: string | null; houseNumber: string | null; suffix: string | null; city: string | null; untilOn: LocalDate }[];
  readonly members: Person[];
  readonly authority: { childId: string; adultId: string; hasAuthority: boolean; source: 'register' | 'told' }[];
  readonly representatives: ActingFor[];
  readonly network: InNetwork[];
  readonly colleagues: { id: string; name: string }[];
}

const RUNNING = `jsonb_build_object(
  'records', (SELECT count(*) FROM legal_basis b WHERE b.member_id = m.id AND b.state IN ('proposed', 'active'))
    + (SELECT count(*) FROM secrecy_release y WHERE y.member_id = m.id AND y.state IN ('proposed', 'active'))
    + (SELECT count(*) FROM help_agreement a WHERE a.member_id = m.id AND a.state IN ('proposed', 'active')),
  'referrals', (SELECT count(DISTINCT r.id) FROM referral_share s JOIN referral r ON r.id = s.referral_id
    WHERE s.member_id = m.id AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')))`;

const MEMBERS = `SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name, 'birthDate', m.birth_date,
    'phone', m.phone, 'email', m.email, 'preferredChannel', m.preferred_channel, 'language', m.language, 'interpreterNeeded', m.interpreter_needed,
    'noCallsFrom', to_char(m.no_calls_from, 'HH24:MI'), 'noCallsUntil', to_char(m.no_calls_until, 'HH24:MI'), 'contactRemark', m.contact_remark, 'livesElsewhere', m.lives_elsewhere,
    'elsewhereAgreement', m.elsewhere_agreement, 'protectedAddress', m.protected_address, 'joinedOn', m.joined_on, 'leftOn', m.left_on, 'leftReason', m.left_reason,
    'version', m.version, 'running', ${RUNNING}) ORDER BY m.left_on NULLS FIRST, array_position(ARRAY['main', 'partner', 'child', 'other'], m.role), m.birth_date, m.id)
  FROM household_member m WHERE m.household_id = d.id`;

const REPRESENTATIVES = `SELECT jsonb_agg(jsonb_build_object('id', r.id, 'memberId', r.member_id, 'kind', r.kind, 'name', r.name, 'organisation', r.organisation, 'phone', r.phone,
    'email', r.email, 'since', r.since, 'until', r.until, 'version', r.version) ORDER BY r.since DESC, r.id) FROM legal_representative r WHERE r.household_id = d.id`;

const NETWORK = `SELECT jsonb_agg(jsonb_build_object('id', n.id, 'memberId', n.member_id, 'kind', n.kind, 'relation', n.relation, 'name', n.name, 'phone', n.phone, 'email', n.email,
    'agreement', n.agreement, 'agreedOn', n.agreed_on, 'since', n.since, 'until', n.until, 'version', n.version,
    'backup', (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = n.backup_user_id)) ORDER BY n.until NULLS FIRST, n.since DESC, n.id)
  FROM network_person n WHERE n.household_id = d.id`;

// A protected address is no part of this page: it is asked for on its own, and that leaves a line in the log.
const ADDRESS = `CASE WHEN d.protected_address THEN '{"protected": true}'::jsonb ELSE jsonb_build_object('protected', false, 'postcode', d.postcode,
  'houseNumber', d.house_number, 'suffix', d.house_number_suffix, 'city', d.city, 'neighbourhood', d.neighbourhood) END`;
const PAST = `CASE WHEN d.protected_address THEN '[]' ELSE coalesce((SELECT jsonb_agg(jsonb_build_object('postcode', p.postcode, 'houseNumber', p.house_number,
    'suffix', p.house_number_suffix, 'city', p.city, 'untilOn', p.until_on) ORDER BY p.until_on DESC, p.id DESC)
  FROM past_address p WHERE p.household_id = d.id AND NOT p.protected_address), '[]') END`;

const PEOPLE = {
  name: 'people-of-family',
  text: `WITH mine AS (SELECT coalesce(array_agg(DISTINCT reason), '{}') AS reasons FROM household_access WHERE household_id = $1 AND user_id = $2),
    d AS (SELECT h.*, mine.reasons FROM household h CROSS JOIN mine WHERE h.id = $1 AND (cardinality(mine.reasons) > 0
      OR (access.has_role('team-lead') AND h.state = 'scaled-up' AND h.team_id = ANY (access.teams())))),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT d.municipality_id, $2, access.organisation(), 'people.read', 'household', d.id, d.id, $3 FROM d)
    SELECT jsonb_build_object('id', d.id, 'caseNumber', d.case_number, 'name', d.name, 'state', d.state, 'version', d.version) AS household, d.reasons,
      ${ADDRESS} AS address, ${PAST} AS past, coalesce((${MEMBERS}), '[]') AS members,
      coalesce((SELECT jsonb_agg(jsonb_build_object('childId', p.child_id, 'adultId', p.adult_id, 'hasAuthority', p.has_authority, 'source', p.source))
        FROM parental_authority p WHERE p.household_id = d.id), '[]') AS authority,
      coalesce((${REPRESENTATIVES}), '[]') AS representatives, coalesce((${NETWORK}), '[]') AS network,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) ORDER BY u.name) FROM app_user u WHERE u.active AND EXISTS (SELECT FROM user_role w
        WHERE w.user_id = u.id AND w.team_id = d.team_id AND w.municipality_id = d.municipality_id AND w.role IN ('case-worker', 'regisseur'))), '[]') AS colleagues
    FROM d`,
};

/** Who belongs to a family, how to reach them, who acts for them, and who stands beside them. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for who sees no content of this family, also when it stands in their list. */
  async get(actor: Actor, householdId: string) {
    const [row] = await this.work.read<Row>(actor, PEOPLE, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    const today = this.clock.today();
    const keeps = mayKeepPeople(actor, row.reasons).allowed && !isEnded(row.household.state);
    const { reasons, ...page } = row;
    return {
      ...page,
      members: row.members.map((member) => ({ ...member, name: displayName(member), age: ageOn(member.birthDate, today) })),
      representatives: row.representatives.map((one) => ({ ...one, holdsToday: representsOn(one, today) })),
      network: row.network.map((one) => ({ ...one, isOver: one.until !== null && one.until <= today })),
      colleagues: keeps ? row.colleagues : [],
      allowedActions: [...(keeps ? ['keep-people'] : []), ...(row.address.protected && maySeeProtectedAddress(reasons).allowed ? ['reveal-address'] : [])],
    };
  }
}
