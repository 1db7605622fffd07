import { Injectable } from '@nestjs/common';
import { type Actor, type LocalDate, refuseInvalid } from '#kernel';
import { displayName, householdNotFound, type HouseholdState, isEnded, type PersonName } from '#households';
import { Clock, UnitOfWork } from '#platform';
import { involvementOf } from '#privacy';
import {
  eighteenOn, itemOwner, lifeEvent, type LifeEventAction, type LifeEventKind, lifeEventProblems, lifeEventSettings, type LifeEventState, mayHandleLifeEvent, type NewLifeEvent,
  type PlanActionState, planChecklist, type PossibleOwner,
} from '../domain/index.js';
import { requireMemberOf } from '../held-family.js';

export interface EventAction {
  readonly id: string;
  readonly what: string;
  readonly dueOn: LocalDate;
  readonly state: PlanActionState;
  /** Whose it is, in words. */
  readonly owner: string;
}

export interface LifeEventView {
  readonly id: string;
  readonly kind: LifeEventKind;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly on: LocalDate;
  readonly note: string | null;
  readonly state: LifeEventState;
  readonly withdrawalReason: string | null;
  readonly actions: readonly EventAction[];
  /** After a death: how many bases, releases and agreements on this name still run. */
  readonly recordsToEnd: number;
  readonly version: number;
  readonly allowedActions: readonly LifeEventAction[];
}

export interface LifeEventsOfFamily {
  readonly household: { readonly id: string; readonly caseNumber: string; readonly name: string; readonly state: HouseholdState };
  /** Who belongs to the family now. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly isMinor: boolean }[];
  readonly events: readonly LifeEventView[];
  readonly allowedActions: readonly string[];
}

export interface LifeEventPreview {
  readonly on: LocalDate;
  readonly items: readonly { readonly code: string; readonly text: string; readonly dueOn: LocalDate; readonly late: boolean; readonly owner: string }[];
}

type MemberRow = PersonName & PossibleOwner;
type EventRow = Omit<LifeEventView, 'memberName' | 'allowedActions' | 'actions'> & {
  readonly actions: readonly (Omit<EventAction, 'owner'> & { readonly userName: string | null; readonly memberId: string | null; readonly organisation: string | null; readonly role: string | null })[];
};

interface Row {
  readonly household: LifeEventsOfFamily['household'];
  readonly municipalityId: string;
  readonly reasons: readonly string[];
  readonly settings: unknown;
  readonly members: readonly MemberRow[];
  readonly events: readonly EventRow[];
}

const MOST_EVENTS = 100;

const RECORDS = (table: string): string => `(SELECT count(*) FROM ${table} r WHERE r.member_id = e.member_id AND r.state IN ('proposed', 'active'))`;
const ACTIONS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'what', a.what, 'dueOn', a.due_on, 'state', a.state, 'memberId', a.owner_member_id, 'role', a.owner_role,
    'userName', (SELECT u.name FROM app_user u WHERE u.id = a.owner_user_id), 'organisation', (SELECT o.name FROM organisation o WHERE o.id = a.owner_organisation_id)) ORDER BY a.due_on, a.id)
  FROM life_event_item i JOIN plan_action a ON a.id = i.plan_action_id WHERE i.life_event_id = e.id), '[]')`;
const EVENTS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'memberId', e.member_id, 'on', e.event_on, 'note', e.note, 'state', e.state,
    'withdrawalReason', e.withdrawal_reason, 'version', e.version, 'actions', ${ACTIONS},
    'recordsToEnd', CASE WHEN e.kind = 'death' AND e.state = 'running' THEN ${['legal_basis', 'secrecy_release', 'help_agreement'].map(RECORDS).join(' + ')} ELSE 0 END)
    ORDER BY e.state = 'withdrawn', e.event_on DESC, e.id)
  FROM (SELECT * FROM life_event WHERE household_id = one.id ORDER BY id DESC LIMIT ${MOST_EVENTS}) e), '[]')`;

const read = (name: string, action: string, events: string) => ({
  name,
  text: `WITH one AS (
      SELECT h.id, h.municipality_id, h.case_number, h.name, h.state, ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = h.id AND a.user_id = $2) AS reasons
      FROM household h WHERE h.id = $1
    ), seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT one.municipality_id, $2, access.organisation(), '${action}', 'household', one.id, one.id, $3 FROM one WHERE one.reasons <> '{}')
    SELECT jsonb_build_object('id', one.id, 'caseNumber', one.case_number, 'name', one.name, 'state', one.state) AS household, one.municipality_id AS "municipalityId", one.reasons,
      (SELECT c.settings FROM municipality c WHERE c.id = one.municipality_id) AS settings,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name, 'role', m.role, 'birthDate', m.birth_date, 'leftOn', m.left_on)
        ORDER BY m.birth_date, m.id) FROM household_member m WHERE m.household_id = one.id), '[]') AS members, ${events} AS events
    FROM one WHERE one.reasons <> '{}'`,
});
const OF_FAMILY = read('life-events-of-household', 'life-event.listed', EVENTS);
const FOR_PREVIEW = read('life-event-preview', 'life-event.previewed', `'[]'::jsonb`);

const FOR_REGISSEUR = 'de regisseur';

/** What happens in the life of one family, and what would come of it. */
@Injectable()
export class LifeEventsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for who is not involved. */
  async ofFamily(actor: Actor, householdId: string): Promise<LifeEventsOfFamily> {
    const row = await this.read(actor, OF_FAMILY, householdId);
    const today = this.clock.today();
    const may = !isEnded(row.household.state) && mayHandleLifeEvent(actor, { municipalityId: row.municipalityId, ...involvementOf(row.reasons) }).allowed;
    const nameOf = namesOf(row.members);
    return {
      household: row.household, allowedActions: may ? ['start-life-event'] : [],
      members: row.members.filter(({ leftOn }) => leftOn === null).map(({ id, birthDate }) => ({ id, name: nameOf(id) ?? '', isMinor: eighteenOn(birthDate) > today })),
      events: row.events.map((event) => ({
        ...event, memberName: nameOf(event.memberId), allowedActions: may ? lifeEvent.allowedTransitions(event.state, {}) : [],
        actions: event.actions.map(({ userName, memberId, organisation, role, ...action }) => ({ ...action, owner: userName ?? nameOf(memberId) ?? organisation ?? role ?? '' })),
      })),
    };
  }

  /** The actions and days that starting this event would give; nothing is kept. Throws `invalid` as starting would. */
  async preview(actor: Actor, householdId: string, input: NewLifeEvent): Promise<LifeEventPreview> {
    const { members, settings } = await this.read(actor, FOR_PREVIEW, householdId);
    const today = this.clock.today();
    const member = input.memberId === undefined ? null : requireMemberOf({ members }, input.memberId);
    refuseInvalid('life-event.invalid', lifeEventProblems(input, { today, birthDate: member?.birthDate ?? null }));
    const on = input.kind === 'turning-18' && member ? eighteenOn(member.birthDate) : (input.on ?? today);
    const event = { kind: input.kind, memberId: member?.id ?? null };
    const nameOf = namesOf(members);
    const items = planChecklist(lifeEventSettings(settings).checklists[input.kind], on, today);
    return { on, items: items.map(({ code, text, dueOn, late, owner }) => ({ code, text, dueOn, late, owner: nameOf(itemOwner(owner, event, members, today)) ?? FOR_REGISSEUR })) };
  }

  private async read(actor: Actor, statement: { name: string; text: string }, householdId: string): Promise<Row> {
    const [row] = await this.work.read<Row>(actor, statement, [householdId, actor.userId, actor.requestId ?? null]);
    if (!row) throw householdNotFound();
    return row;
  }
}

function namesOf(members: readonly MemberRow[]): (id: string | null) => string | null {
  const names = new Map(members.map((member) => [member.id, displayName(member)]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
