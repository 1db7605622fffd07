import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '#kernel';
import { displayName, type HouseholdState, isEnded, type PersonName } from '#households';
import { Clock, UnitOfWork } from '#platform';
import { involvementOf, nounsOf, type DataCategory } from '#privacy';
import { allowedMeetingTransitions, mayPlanMeeting, type MeetingAction, type MeetingState, type OwnerKind } from '../domain/index.js';
import { READS_FAMILY, REASONS } from '../contacts/contact-view.js';
import { meetingNotFound } from './held-meeting.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DecisionView {
  readonly id: string;
  readonly what: string;
  readonly ownerKind: OwnerKind;
  readonly owner: string;
  readonly dueOn: LocalDate;
}

export interface PointView {
  readonly id: string;
  readonly title: string;
  readonly broughtBy: string | null;
  readonly discussed: string | null;
  readonly decisions: readonly DecisionView[];
}

export interface CorrectionView {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface MeetingDetail {
  readonly id: string;
  readonly household: Named & { readonly caseNumber: string; readonly state: HouseholdState };
  readonly plannedAt: string;
  readonly subject: string;
  readonly state: MeetingState;
  readonly organisedBy: string;
  /** The first day on which invited organisations read nothing of it any more. */
  readonly readableUntil: LocalDate;
  readonly closedAt: string | null;
  readonly attendedMemberIds: readonly string[];
  readonly attendedOthers: string | null;
  readonly invited: readonly { readonly organisation: Named; readonly attended: boolean | null; readonly hears: readonly string[] }[];
  readonly points: readonly PointView[];
  readonly corrections: readonly CorrectionView[];
  /** Who is in the family, and who was at this meeting and left since. */
  readonly people: readonly Named[];
  readonly colleagues: readonly Named[];
  readonly version: number;
  readonly allowedActions: readonly MeetingAction[];
}

type Share = { readonly member: PersonName; readonly categories: readonly DataCategory[] };
type Stored = Omit<MeetingDetail, 'household' | 'allowedActions' | 'invited' | 'people'>;
interface Row {
  readonly household: MeetingDetail['household'];
  readonly reasons: readonly string[];
  readonly meeting: Stored & { readonly invited: readonly { organisation: Named; attended: boolean | null; shares: readonly Share[] }[]; readonly people: readonly (PersonName & { id: string })[] };
}

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const PERSON = `'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name`;

const INVITED = `SELECT jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'name', o.name), 'attended', i.attended,
    'shares', coalesce((SELECT jsonb_agg(jsonb_build_object('categories', x.categories, 'member', jsonb_build_object(${PERSON})) ORDER BY m.birth_date, m.id)
      FROM (SELECT p.member_id, jsonb_agg(p.category) AS categories FROM meeting_share p WHERE p.meeting_id = c.id AND p.organisation_id = i.organisation_id GROUP BY 1) x
      JOIN household_member m ON m.id = x.member_id), '[]')) ORDER BY o.name)
  FROM meeting_invitation i JOIN organisation o ON o.id = i.organisation_id WHERE i.meeting_id = c.id`;
const DECISIONS = `SELECT jsonb_agg(jsonb_build_object('id', d.id, 'what', d.what, 'ownerKind', d.owner_kind, 'owner', d.owner, 'dueOn', d.due_on) ORDER BY d.due_on, d.id)
  FROM meeting_decision d WHERE d.point_id = p.id`;
const POINTS = `SELECT jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'broughtBy', p.brought_by, 'discussed', p.discussed, 'decisions', coalesce((${DECISIONS}), '[]')) ORDER BY p.position, p.id)
  FROM meeting_point p WHERE p.meeting_id = c.id`;
const CORRECTIONS = `SELECT jsonb_agg(jsonb_build_object('text', x.text, 'by', (SELECT u.name FROM app_user u WHERE u.id = x.written_by), 'at', ${iso('x.written_at')}) ORDER BY x.id)
  FROM meeting_correction x WHERE x.meeting_id = c.id`;
const MEETING = `jsonb_build_object('id', c.id, 'plannedAt', ${iso('c.planned_at')}, 'subject', c.subject, 'state', c.state, 'version', c.version,
  'organisedBy', (SELECT u.name FROM app_user u WHERE u.id = c.organised_by), 'readableUntil', c.readable_until, 'closedAt', ${iso('c.closed_at')},
  'attendedMemberIds', to_jsonb(c.attended_member_ids), 'attendedOthers', c.attended_others, 'invited', coalesce((${INVITED}), '[]'), 'points', coalesce((${POINTS}), '[]'),
  'corrections', coalesce((${CORRECTIONS}), '[]'),
  'people', coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, ${PERSON}) ORDER BY m.birth_date, m.id) FROM household_member m
    WHERE m.household_id = c.household_id AND (m.left_on IS NULL OR m.id = ANY (c.attended_member_ids))), '[]'),
  'colleagues', coalesce((SELECT jsonb_agg(jsonb_build_object('id', u.user_id, 'name', u.name) ORDER BY u.name) FROM access.colleagues_in(c.household_id) u), '[]'))`;

const ONE = {
  name: 'meeting-of-household',
  text: `WITH one AS (SELECT h.id AS household_id, h.municipality_id, c.id AS meeting_id,
      jsonb_build_object('id', h.id, 'caseNumber', h.case_number, 'name', h.name, 'state', h.state) AS household, ${REASONS} AS reasons, ${MEETING} AS meeting
    FROM household h JOIN coordination_meeting c ON c.household_id = h.id AND c.id = $2 WHERE h.id = $1 AND ${READS_FAMILY}),
  seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
    SELECT one.municipality_id, access.user_id(), access.organisation(), 'meeting.opened', 'meeting', one.meeting_id, one.household_id, $3 FROM one)
  SELECT household, reasons, meeting FROM one`,
};

/** One meeting with its agenda, minutes and decisions, for who works with the family. */
@Injectable()
export class MeetingQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, householdId: string, meetingId: string): Promise<MeetingDetail> {
    const [row] = await this.work.read<Row>(actor, ONE, [householdId, meetingId, actor.requestId ?? null]);
    if (!row) throw meetingNotFound();
    const { household, meeting: { invited, people, ...meeting } } = row;
    return {
      ...meeting, household, allowedActions: this.allowedActions(actor, row),
      invited: invited.map(({ organisation, attended, shares }) =>
        ({ organisation, attended, hears: shares.map(({ member, categories }) => `${nounsOf(categories)} van ${displayName(member)}`) })),
      people: people.map((person) => ({ id: person.id, name: displayName(person) })),
    };
  }

  private allowedActions(actor: Actor, { household, reasons, meeting: { state, plannedAt, points } }: Row): readonly MeetingAction[] {
    const leads = mayPlanMeeting(actor, { municipalityId: actor.municipalityId, actorIsRegisseur: involvementOf(reasons).asRegisseur }).allowed;
    if (!leads || isEnded(household.state)) return [];
    const emptyPoints = points.filter(({ discussed, decisions }) => !discussed && decisions.length === 0).length;
    return allowedMeetingTransitions(state, { plannedAt: new Date(plannedAt), now: this.clock.now(), points: points.length, emptyPoints });
  }
}
