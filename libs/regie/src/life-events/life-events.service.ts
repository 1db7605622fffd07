import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory, isEnded } from '#households';
import { Audit, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { eighteenOn, lifeEvent, lifeEventProblems, mayHandleLifeEvent, type NewLifeEvent } from '../domain/index.js';
import { type HeldFamily, holdFamily, relationOf, requireMemberOf } from '../held-family.js';
import { comeBack, letGo, moveDay, otherEventsOf } from './after-death.js';
import { ChecklistActions } from './checklist-actions.service.js';
import { type HeldEvent, holdEvent, sameEvent } from './life-event-facts.js';

export interface LifeEventInput extends NewLifeEvent {
  readonly note?: string;
}

const TWICE = 'Deze gebeurtenis is al gestart. Klopt de dag niet, verbeter die dan.';
refuseOnConstraint('life_event_once', 'life-event.started-already', TWICE);

const ADD = `INSERT INTO life_event (id, household_id, municipality_id, member_id, kind, event_on, note, state, created_at, started_by, started_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9, $8)`;
const START = `UPDATE life_event SET state = $2, event_on = $3, note = $4, started_by = $5, started_at = $6, version = version + 1 WHERE id = $1`;
const CORRECT = 'UPDATE life_event SET event_on = $2, note = $3, version = version + 1 WHERE id = $1';
const WITHDRAW = `UPDATE life_event SET state = $2, withdrawn_at = $3, withdrawal_reason = $4, version = version + 1 WHERE id = $1`;

const ended = (): DomainError => new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });

/** Something happens in a life: its checklist becomes actions in the plan of the family. */
@Injectable()
export class LifeEventsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly actions: ChecklistActions,
    private readonly audit: Audit,
  ) {}

  /** Also starts what Naast proposed. Throws `conflict` when the same event was started before. */
  start(actor: Actor, householdId: string, input: LifeEventInput): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const family = await this.hold(tx, householdId);
      const { memberId, eventOn } = checkedEvent(input, family, localDateOf(tx.now));
      const same = await sameEvent(tx, householdId, input.kind, memberId, eventOn);
      if (same?.state === 'running') throw new DomainError('life-event.started-already', TWICE, { kind: 'conflict' });
      const id = same?.id ?? newId();
      if (same) await tx.query(START, [id, lifeEvent.transition(same.state, 'start', {}), eventOn, noteOf(input.note), actor.userId, tx.now]);
      else await tx.query(ADD, [id, householdId, family.municipalityId, memberId, input.kind, eventOn, noteOf(input.note), tx.now, actor.userId]);
      if (input.kind === 'death' && memberId) await this.afterDeath(tx, family, id, memberId, eventOn);
      await this.actions.forget(tx, id);
      const actions = await this.actions.begin(tx, family, { id, kind: input.kind, memberId, eventOn });
      await this.tell(tx, householdId, 'started', id, memberId, actions);
      return { id };
    });
  }

  /** Another day moves what is open. The day of turning 18 follows from the birth date. */
  correct(actor: Actor, householdId: string, eventId: string, input: { on?: LocalDate; note?: string }, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const family = await this.hold(tx, householdId);
      const event = await holdEvent(tx, householdId, eventId, version);
      lifeEvent.transition(event.state, 'correct', {});
      const eventOn = correctedDay(event, input.on, family, localDateOf(tx.now));
      await tx.query(CORRECT, [eventId, eventOn, input.note === undefined ? event.note : noteOf(input.note)]);
      if (event.kind === 'death' && event.memberId) await moveDay(tx, family, event.memberId, event.eventOn, eventOn);
      const moved = eventOn === event.eventOn ? 0 : await this.actions.move(tx, householdId, eventId, eventOn);
      await this.tell(tx, householdId, 'corrected', eventId, event.memberId, moved);
    });
  }

  /** It does not happen, or was no such event: what is open in the plan goes, what was done stays. */
  withdraw(actor: Actor, householdId: string, eventId: string, reason: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const family = await this.hold(tx, householdId);
      await this.takeBack(tx, family, await holdEvent(tx, householdId, eventId, version), reason);
    });
  }

  private async takeBack(tx: Transaction, family: HeldFamily, event: HeldEvent, reason: string): Promise<void> {
    await tx.query(WITHDRAW, [event.id, lifeEvent.transition(event.state, 'withdraw', {}), tx.now, reason]);
    const dropped = await this.actions.drop(tx, event.id, reason);
    if (event.kind === 'death' && event.memberId) await comeBack(tx, family, event.memberId, event.eventOn);
    await this.tell(tx, family.id, 'withdrawn', event.id, event.memberId, dropped);
  }

  private async afterDeath(tx: Transaction, family: HeldFamily, deathId: string, memberId: string, on: LocalDate): Promise<void> {
    for (const id of await otherEventsOf(tx, memberId, deathId)) {
      await tx.query(WITHDRAW, [id, 'withdrawn', tx.now, 'Dit gezinslid is overleden.']);
      await this.actions.drop(tx, id, 'Dit gezinslid is overleden.');
    }
    await letGo(tx, family, memberId, on);
  }

  private async hold(tx: Transaction, householdId: string): Promise<HeldFamily> {
    const family = await holdFamily(tx, householdId);
    assertAllowed(mayHandleLifeEvent(tx.actor, relationOf(family)), 'life-event.handle');
    if (isEnded(family.state)) throw ended();
    return family;
  }

  private async tell(tx: Transaction, householdId: string, did: keyof typeof TOLD, eventId: string, memberId: string | null, actions: number): Promise<void> {
    await this.story.tell(tx, householdId, `life-event.${did}`, TOLD[did]);
    await this.audit.record(tx, { action: `life-event.${did}`, subjectKind: 'life-event', subjectId: eventId, householdId, details: { ...(memberId && { memberId }), actions } });
  }
}

// What it is stands with the event itself: the story is read by everybody in the family.
const TOLD = {
  started: 'Er is een gebeurtenis in het gezin. De acties die daarbij horen staan in het plan.',
  corrected: 'Een gebeurtenis is verbeterd.',
  withdrawn: 'Een gebeurtenis is ingetrokken. Acties die nog open stonden, zijn vervallen.',
} as const;

const noteOf = (note: string | undefined): string | null => note?.trim() || null;

/** What is not touched is not judged again: an event of long ago keeps its day. A birth date may have been corrected since. */
function correctedDay({ kind, memberId, eventOn }: HeldEvent, on: LocalDate | undefined, family: HeldFamily, today: LocalDate): LocalDate {
  const member = family.members.find(({ id }) => id === memberId);
  if (on === undefined && kind === 'turning-18' && member) return eighteenOn(member.birthDate);
  if (on === undefined || on === eventOn) return eventOn;
  refuseInvalid('life-event.invalid', lifeEventProblems({ kind, memberId: memberId ?? undefined, on }, { today, birthDate: member?.birthDate ?? null }));
  return on;
}

function checkedEvent(input: NewLifeEvent, family: HeldFamily, today: LocalDate): { memberId: string | null; eventOn: LocalDate } {
  const member = input.memberId === undefined ? null : requireMemberOf(family, input.memberId);
  const gone = member !== null && member.leftOn !== null && input.kind !== 'death';
  const problems = lifeEventProblems(input, { today, birthDate: member?.birthDate ?? null });
  refuseInvalid('life-event.invalid', [...problems, ...(gone ? [{ name: 'memberId', message: 'Dit gezinslid hoort niet meer bij het gezin.' }] : [])]);
  const eventOn = input.kind === 'turning-18' && member ? eighteenOn(member.birthDate) : input.on;
  if (eventOn === undefined) throw new Error('an event without a day passed its check');
  return { memberId: member?.id ?? null, eventOn };
}
