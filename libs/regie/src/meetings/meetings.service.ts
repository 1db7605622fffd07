import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory, isEnded } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { askGate, basisRelation, type CoveredShare, holdSharingFacts, refuseClosedInText, requireOrganisation, type SharingDecision, type SharingFacts, type ShareWish } from '#privacy';
import { contactSettings, mayPlanMeeting, meetingProblems, readableUntil, transitionMeeting } from '../domain/index.js';
import { holdMeeting } from './held-meeting.js';
import { MeetingReminders } from './meeting-reminders.js';

export interface Invitation {
  readonly organisationId: string;
  readonly shares: readonly ShareWish[];
}

export interface NewMeeting {
  readonly plannedAt: Date;
  readonly subject: string;
  readonly invited: readonly Invitation[];
}

const ADD = `INSERT INTO coordination_meeting (id, household_id, municipality_id, case_number, organised_by, planned_at, subject, state, readable_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', $8)`;
const INVITE = 'INSERT INTO meeting_invitation (meeting_id, organisation_id, household_id, municipality_id) VALUES ($1, $2, $3, $4)';
const SHARE = `INSERT INTO meeting_share (meeting_id, organisation_id, household_id, municipality_id, member_id, category, legal_basis_id)
  SELECT $1, $2, $3, $4, * FROM unnest($5::uuid[], $6::text[], $7::uuid[])`;
const SETTINGS = 'SELECT settings FROM municipality WHERE id = $1';
const CANCEL = `UPDATE coordination_meeting SET state = $3, cancelled_at = $2, version = version + 1 WHERE id = $1`;

const ended = (): DomainError => new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });

/** The parties of one family tune their work (afstemmingsoverleg). Each hears only what the gate opens for them. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly reminders: MeetingReminders,
  ) {}

  /** Throws `refused` with one problem per organisation, member and category that the gate keeps closed; then nobody is invited. */
  plan(actor: Actor, householdId: string, input: NewMeeting): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const facts = await this.requireRegisseur(tx, householdId);
      if (isEnded(facts.state)) throw ended();
      refuseInvalid('meeting.invalid', meetingProblems(input, tx.now));
      const open = await this.askForAll(tx, householdId, input.invited);
      await refuseClosedInText(tx, householdId, { field: 'subject', text: input.subject }, open);
      const id = newId();
      const [municipality] = await tx.query<{ settings: unknown }>(SETTINGS, [actor.municipalityId]);
      const settings = contactSettings(municipality?.settings);
      await tx.query(ADD, [id, householdId, actor.municipalityId, facts.caseNumber, actor.userId, input.plannedAt, input.subject, readableUntil(input.plannedAt, settings.meetingReadableDays)]);
      await this.reminders.set(tx, { id, householdId, plannedAt: input.plannedAt }, settings);
      for (const { organisationId, covered } of open) await this.invite(tx, { id, householdId }, organisationId, covered);
      await this.story.tell(tx, householdId, 'meeting.planned', 'Er is een overleg gepland.');
      await this.audit.record(tx, { action: 'meeting.planned', subjectKind: 'meeting', subjectId: id, householdId, details: { invited: open.length } });
      await this.outbox.add(tx, { kind: 'meeting.planned', payload: { meetingId: id } });
      return { id };
    });
  }

  cancel(actor: Actor, householdId: string, meetingId: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const held = await holdMeeting(tx, actor, householdId, meetingId, version);
      const state = transitionMeeting(held.state, 'cancel', held.facts);
      await tx.query(CANCEL, [meetingId, tx.now, state]);
      await this.reminders.dropAll(tx, meetingId);
      await this.story.tell(tx, householdId, 'meeting.cancelled', 'Een overleg gaat niet door.');
      await this.audit.record(tx, { action: 'meeting.cancelled', subjectKind: 'meeting', subjectId: meetingId, householdId });
      await this.outbox.add(tx, { kind: 'meeting.cancelled', payload: { meetingId } });
    });
  }

  private async requireRegisseur(tx: Transaction, householdId: string): Promise<SharingFacts> {
    const facts = await holdSharingFacts(tx, householdId, null);
    assertAllowed(mayPlanMeeting(tx.actor, basisRelation(tx.actor, facts)), 'meeting.plan');
    return facts;
  }

  private async askForAll(tx: Transaction, householdId: string, invited: readonly Invitation[]) {
    const decisions: { organisationId: string; name: string; covered: SharingDecision['covered'] }[] = [];
    const fields: { name: string; message: string }[] = [];
    for (const [at, { organisationId, shares }] of invited.entries()) {
      const facts = await holdSharingFacts(tx, householdId, organisationId);
      const { covered, missing } = askGate(facts, shares, localDateOf(tx.now));
      decisions.push({ organisationId, name: requireOrganisation(facts).name, covered });
      const placeOf = (memberId: string): number => shares.findIndex((share) => share.memberId === memberId);
      fields.push(...missing.map(({ memberId, category, message }) => ({ name: `invited.${at}.shares.${placeOf(memberId)}.${category}`, message })));
    }
    if (fields.length > 0) throw new DomainError('meeting.not-covered', 'Uitnodigen kan nog niet. Kijk wat er mist.', { kind: 'refused', fields });
    return decisions;
  }

  private async invite(tx: Transaction, { id, householdId }: { id: string; householdId: string }, organisationId: string, covered: readonly CoveredShare[]): Promise<void> {
    const place = [id, organisationId, householdId, tx.actor.municipalityId];
    await tx.query(INVITE, place);
    await tx.query(SHARE, [...place, covered.map(({ memberId }) => memberId), covered.map(({ category }) => category), covered.map(({ basisId }) => basisId)]);
  }
}
