import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, isFilled, newId, refuseInvalid } from '#kernel';
import { displayName, HouseholdStory } from '#households';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { refuseClosedInText } from '#privacy';
import { type ActionOwner, agendaProblems, type AgendaPoint, type MeetingAction, transitionMeeting } from '../domain/index.js';
import { type NewPlanAction, PlanActions } from '../plan/plan-actions.js';
import { type HeldMeeting, holdMeeting, readersOf } from './held-meeting.js';
import { MeetingReminders } from './meeting-reminders.js';

export interface Attendance {
  readonly organisationIds: readonly string[];
  readonly memberIds: readonly string[];
  /** Colleagues and others, in words. */
  readonly others?: string | null;
}

export interface Discussed {
  readonly id: string;
  readonly discussed: string;
}

export interface NewDecision extends Omit<NewPlanAction, 'householdId' | 'origin' | 'originId'> {
  readonly pointId: string;
}

/** Where a change stands: the family, the meeting, and the version that was read. */
export interface MeetingPlace {
  readonly householdId: string;
  readonly meetingId: string;
  readonly version: number;
}

const POINTS = 'SELECT id FROM meeting_point WHERE meeting_id = $1';
const KEEP_POINTS = 'DELETE FROM meeting_point WHERE meeting_id = $1 AND id <> ALL ($2::uuid[])';
const PUT_POINTS = `INSERT INTO meeting_point (id, meeting_id, household_id, municipality_id, position, title, brought_by)
  SELECT x.id, $1, $2, $3, x.position, x.title, x.brought_by FROM jsonb_to_recordset($4::jsonb) AS x(id uuid, position smallint, title text, brought_by text)
  ON CONFLICT (id) DO UPDATE SET position = excluded.position, title = excluded.title, brought_by = excluded.brought_by`;
const MINUTES = `UPDATE meeting_point p SET discussed = x.discussed FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, discussed text)
  WHERE p.meeting_id = $1 AND p.id = x.id RETURNING p.id`;
const ATTENDED = `UPDATE meeting_invitation SET attended = organisation_id = ANY ($2::uuid[]) WHERE meeting_id = $1 RETURNING organisation_id AS id`;
const MOVE = 'UPDATE coordination_meeting SET state = $2, version = version + 1 WHERE id = $1';
const HELD = 'UPDATE coordination_meeting SET attended_member_ids = $2, attended_others = $3, held_at = $4 WHERE id = $1';
const CLOSED = 'UPDATE coordination_meeting SET closed_at = $2, closed_by = $3 WHERE id = $1';
const DECIDE = `INSERT INTO meeting_decision (id, meeting_id, point_id, household_id, municipality_id, what, owner_kind, owner, due_on, action_id, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const CORRECT = 'INSERT INTO meeting_correction (id, meeting_id, household_id, municipality_id, text, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)';
const OWNER = `SELECT (SELECT name FROM app_user WHERE id = $1) AS user, (SELECT name FROM organisation WHERE id = $1) AS organisation,
  (SELECT jsonb_build_object('firstName', m.first_name, 'infix', m.infix, 'lastName', m.last_name) FROM household_member m WHERE m.id = $1) AS member`;

const unknownPoint = (): DomainError => new DomainError('meeting.point', 'Dit punt staat niet op de agenda.', { kind: 'invalid', fields: [{ name: 'pointId', message: 'Dit punt staat niet op de agenda.' }] });

/** From agenda to minutes. A decision becomes an action in the plan of the family, in the same transaction. */
@Injectable()
export class MeetingMinutesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly actions: PlanActions,
    private readonly reminders: MeetingReminders,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** The whole agenda in its order. Invited organisations read it, so it passes the gate as the subject does. */
  setAgenda(actor: Actor, place: MeetingPlace, points: readonly AgendaPoint[]): Promise<void> {
    return this.step(actor, place, 'set-agenda', 'meeting.agenda-set', async (tx, held) => {
      const known = await tx.query<{ id: string }>(POINTS, [held.id]);
      refuseInvalid('meeting.agenda', agendaProblems(points, known.map(({ id }) => id)));
      const readers = await readersOf(tx, held);
      for (const [at, { title, broughtBy }] of points.entries()) {
        await refuseClosedInText(tx, held.householdId, { field: `points.${at}.title`, text: [title, broughtBy].filter(isFilled).join('\n') }, readers);
      }
      const rows = points.map(({ id = newId(), title, broughtBy }, position) => ({ id, position, title: title.trim(), brought_by: isFilled(broughtBy) ? broughtBy.trim() : null }));
      await tx.query(KEEP_POINTS, [held.id, rows.map(({ id }) => id)]);
      await tx.query(PUT_POINTS, [held.id, held.householdId, actor.municipalityId, JSON.stringify(rows)]);
    });
  }

  /** It took place; who was there. */
  hold(actor: Actor, place: MeetingPlace, { organisationIds, memberIds, others }: Attendance): Promise<void> {
    return this.step(actor, place, 'hold', 'meeting.held', async (tx, held) => {
      const family = held.family.members.map(({ id }) => id);
      const invited = await tx.query<{ id: string }>(ATTENDED, [held.id, organisationIds]);
      refuseInvalid('meeting.attendance', [
        ...(memberIds.every((id) => family.includes(id)) ? [] : [{ name: 'memberIds', message: 'Dit gezinslid hoort niet bij dit gezin.' }]),
        ...(organisationIds.every((id) => invited.some((one) => one.id === id)) ? [] : [{ name: 'organisationIds', message: 'Deze organisatie is niet uitgenodigd.' }]),
      ]);
      await tx.query(HELD, [held.id, memberIds, isFilled(others) ? others.trim() : null, tx.now]);
      await this.reminders.dropDay(tx, held.id);
      await this.story.tell(tx, held.householdId, 'meeting.held', 'Er is een overleg geweest.');
    });
  }

  /** What was said at each point. Only for who works with the family: other organisations read agenda and decisions. */
  writeMinutes(actor: Actor, place: MeetingPlace, points: readonly Discussed[]): Promise<void> {
    return this.step(actor, place, 'write-minutes', 'meeting.minutes-written', async (tx, held) => {
      const written = await tx.query(MINUTES, [held.id, JSON.stringify(points.map(({ id, discussed }) => ({ id, discussed: discussed.trim() || null })))]);
      if (written.length !== points.length) throw unknownPoint();
    });
  }

  /** Throws what `PlanActions.add` throws; then nothing is decided. */
  decide(actor: Actor, place: MeetingPlace, { pointId, ...action }: NewDecision): Promise<{ id: string }> {
    return this.step(actor, place, 'decide', 'meeting.decided', async (tx, held) => {
      const points = await tx.query<{ id: string }>(POINTS, [held.id]);
      if (!points.some((point) => point.id === pointId)) throw unknownPoint();
      await refuseClosedInText(tx, held.householdId, { field: 'what', text: action.what }, await readersOf(tx, held));
      const made = await this.actions.add(tx, { ...action, householdId: held.householdId, origin: 'meeting', originId: held.id });
      const [id, owner] = [newId(), await nameOfOwner(tx, action.owner)];
      await tx.query(DECIDE, [id, held.id, pointId, held.householdId, actor.municipalityId, action.what.trim(), action.owner.kind, owner, action.dueOn, made.id, actor.userId, tx.now]);
      await this.story.tell(tx, held.householdId, 'meeting.decided', 'In een overleg is een besluit genomen. Het staat als actie in het plan.');
      return { id };
    });
  }

  /** From now on the minutes stand as they are. */
  close(actor: Actor, place: MeetingPlace): Promise<void> {
    return this.step(actor, place, 'close', 'meeting.closed', async (tx, held) => {
      await tx.query(CLOSED, [held.id, tx.now, actor.userId]);
      await this.reminders.dropAll(tx, held.id);
      await this.story.tell(tx, held.householdId, 'meeting.closed', 'Het verslag van een overleg is afgesloten.');
    });
  }

  /** A line beside the minutes that says what was wrong. */
  correct(actor: Actor, place: MeetingPlace, text: string): Promise<void> {
    return this.step(actor, place, 'correct', 'meeting.corrected', async (tx, held) => {
      await tx.query(CORRECT, [newId(), held.id, held.householdId, actor.municipalityId, text.trim(), actor.userId, tx.now]);
      await this.story.tell(tx, held.householdId, 'meeting.corrected', 'Bij het verslag van een overleg staat een verbetering.');
    });
  }

  private step<T>(actor: Actor, { householdId, meetingId, version }: MeetingPlace, action: MeetingAction, audited: string, change: (tx: Transaction, held: HeldMeeting) => Promise<T>): Promise<T> {
    return this.work.run(actor, async (tx) => {
      const held = await holdMeeting(tx, actor, householdId, meetingId, version);
      const state = transitionMeeting(held.state, action, held.facts);
      const result = await change(tx, held);
      await tx.query(MOVE, [meetingId, state]);
      await this.audit.record(tx, { action: audited, subjectKind: 'meeting', subjectId: meetingId, householdId, details: { version: version + 1 } });
      return result;
    });
  }
}

async function nameOfOwner(tx: Transaction, owner: ActionOwner): Promise<string> {
  if (owner.kind === 'network') return owner.role.trim();
  const [found] = await tx.query<{ user: string | null; organisation: string | null; member: Parameters<typeof displayName>[0] | null }>(OWNER, [owner.id]);
  return { user: found?.user, organisation: found?.organisation, member: found?.member && displayName(found.member) }[owner.kind] ?? '';
}
