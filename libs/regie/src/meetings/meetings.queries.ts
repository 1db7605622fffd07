import { Injectable } from '@nestjs/common';
import { type Actor, isId, type LocalDate, withoutBsn } from '#kernel';
import { displayName, householdNotFound, type PersonName } from '#households';
import { Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { basesOf, type DataCategory, decideSharing, nounsOf, type SharedMember, sharedMembers, type SharedRow, throughTheDoor } from '#privacy';
import type { MeetingState } from '../domain/index.js';


export interface FamilyMeeting {
  readonly id: string;
  readonly plannedAt: string;
  readonly subject: string;
  readonly state: MeetingState;
  readonly organisedBy: string;
  readonly invited: readonly { readonly organisation: { id: string; name: string }; readonly shares: readonly { memberId: string; memberName: string; what: string }[] }[];
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface PartnerMeeting {
  readonly id: string;
  readonly caseNumber: string;
  readonly plannedAt: string;
  readonly subject: string;
  readonly state: MeetingState;
  readonly organisedBy: string;
  readonly sharedMembers: readonly SharedMember[];
  readonly agenda: readonly string[];
  readonly decisions: readonly { readonly what: string; readonly owner: string; readonly dueOn: LocalDate }[];
}

interface Invited {
  readonly organisation: { id: string; name: string };
  readonly shares: readonly { memberId: string; member: PersonName; categories: readonly DataCategory[] }[];
}

// Newest first; `$2` asks as whom: without a reason of one's own in the dossier there is none.
const OF_FAMILY = {
  name: 'meetings-of-household',
  text: `WITH mine AS (SELECT array_agg(a.reason) AS reasons FROM household_access a WHERE a.household_id = $1 AND a.user_id = $2),
    one AS (SELECT h.id, h.municipality_id, mine.reasons FROM household h CROSS JOIN mine WHERE h.id = $1 AND mine.reasons IS NOT NULL),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT one.municipality_id, $2, access.organisation(), 'meeting.listed', 'household', one.id, one.id, $3 FROM one)
    SELECT one.reasons && '{regisseur,substitute}' AND access.has_role('regisseur') AS "mayCancel",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'plannedAt', c.planned_at, 'subject', c.subject, 'state', c.state, 'version', c.version,
        'organisedBy', (SELECT u.name FROM app_user u WHERE u.id = c.organised_by),
        'invited', (SELECT jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'name', o.name),
            'shares', coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', m.id, 'categories', x.categories,
                'member', jsonb_build_object('firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name)) ORDER BY m.id)
              FROM (SELECT p.member_id, jsonb_agg(p.category) AS categories FROM meeting_share p
                WHERE p.meeting_id = c.id AND p.organisation_id = i.organisation_id GROUP BY 1) x
              JOIN household_member m ON m.id = x.member_id), '[]')) ORDER BY o.name)
          FROM meeting_invitation i JOIN organisation o ON o.id = i.organisation_id WHERE i.meeting_id = c.id)) ORDER BY c.planned_at DESC, c.id)
        FROM (SELECT * FROM coordination_meeting WHERE household_id = one.id ORDER BY planned_at DESC, id LIMIT 50) c), '[]') AS meetings FROM one`,
};

// One statement: the invitations, what the door opens of them today, and a line in the audit per meeting that shows somebody.
const OF_PARTNER = {
  name: 'meetings-of-partner',
  text: `WITH page AS (
      SELECT c.id, c.household_id, c.municipality_id, c.case_number AS "caseNumber", c.planned_at AS "plannedAt", c.subject, c.state,
        (SELECT u.name FROM app_user u WHERE u.id = c.organised_by) AS "organisedBy"
      FROM meeting_invitation i JOIN coordination_meeting c ON c.id = i.meeting_id
      WHERE i.organisation_id = access.organisation() AND i.municipality_id = access.municipality() AND i.meeting_id < $1
      ORDER BY i.meeting_id DESC LIMIT $2
    ), open AS MATERIALIZED (SELECT x.meeting_id, jsonb_agg(to_jsonb(x)) AS rows FROM access.shared_in_meetings($3::date) x GROUP BY 1),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details, request_id)
      SELECT p.municipality_id, $4, access.organisation(), 'meeting.read', 'meeting', p.id, p.household_id, jsonb_build_object('shown', (
        SELECT jsonb_object_agg(s.member_id, s.categories) FROM (SELECT r->>'member_id' AS member_id, jsonb_agg(DISTINCT r->'category') AS categories
          FROM jsonb_array_elements(open.rows) r GROUP BY 1) s)), $5
      FROM page p JOIN open ON open.meeting_id = p.id)
    SELECT p.id, p."caseNumber", p."plannedAt", p.subject, p.state, p."organisedBy", coalesce(open.rows, '[]') AS shared,
      coalesce(told.agenda, '[]') AS agenda, coalesce(told.decisions, '[]') AS decisions
    FROM page p LEFT JOIN open ON open.meeting_id = p.id LEFT JOIN access.told_in_meetings($3::date) told ON told.meeting_id = p.id ORDER BY p.id DESC`,
};

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const CLOSED = 'Het onderwerp is niet meer te zien.';

/** Coordination meetings, as the family's people and as an invited organisation see them. */
@Injectable()
export class MeetingsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Of one family, newest first. Throws `not-found` for who is not involved. */
  async listOfFamily(actor: Actor, householdId: string): Promise<FamilyMeeting[]> {
    type Row = { mayCancel: boolean; meetings: (Omit<FamilyMeeting, 'invited' | 'allowedActions'> & { invited: Invited[] | null })[] };
    const [row] = await this.work.read<Row>(actor, OF_FAMILY, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return row.meetings.map((meeting) => ({
      ...meeting, plannedAt: new Date(meeting.plannedAt).toISOString(),
      invited: (meeting.invited ?? []).map(({ organisation, shares }) => ({
        organisation, shares: shares.map(({ memberId, member, categories }) => ({ memberId, memberName: displayName(member), what: nounsOf(categories) })),
      })),
      allowedActions: row.mayCancel && meeting.state === 'planned' ? ['cancel'] : [],
    }));
  }

  /** Invitations of my organisation, with what the gate opens of them now. */
  async listOfPartner(actor: Actor, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<PartnerMeeting>> {
    const today = this.clock.today();
    const after = decodeCursor(cursor, [isId])?.[0] ?? NEWEST;
    const rows = await this.work.read<PartnerRow>(actor, OF_PARTNER, [after, limit + 1, today, actor.userId, actor.requestId ?? null]);
    return toPage(rows.map((row) => partnerMeeting(actor, row, today)), limit, ({ id }) => [id]);
  }
}

interface PartnerRow extends Omit<PartnerMeeting, 'sharedMembers' | 'plannedAt'> {
  readonly plannedAt: Date;
  readonly shared: readonly SharedRow[];
}

/** What somebody wrote as subject can hold anything about a family, so it goes together with the fields; a BSN never (Wabb 10). */
function partnerMeeting({ organisationId }: Actor, { shared, plannedAt, subject, agenda, decisions, ...meeting }: PartnerRow, today: LocalDate): PartnerMeeting {
  const requested = [...new Set(shared.map(({ member_id }) => member_id))].map((memberId) => ({
    memberId, memberName: '', isChild: false, hasProtectedAddress: false, isRestricted: false,
    categories: shared.filter(({ member_id }) => member_id === memberId).map(({ category }) => category),
  }));
  const { covered } = decideSharing({ toOrganisation: { id: organisationId, name: '' }, today, requested, ...throughTheDoor(organisationId, basesOf(shared, organisationId)) });
  const isOpen = covered.length > 0;
  return {
    ...meeting, plannedAt: plannedAt.toISOString(), subject: isOpen ? withoutBsn(subject) : CLOSED, sharedMembers: sharedMembers(shared, covered),
    agenda: isOpen ? agenda.map(withoutBsn) : [], decisions: isOpen ? decisions.map((decision) => ({ ...decision, what: withoutBsn(decision.what) })) : [],
  };
}
