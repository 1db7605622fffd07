import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, type LocalDate, localDateOf, newId, refuseInvalid } from '#kernel';
import { ageOn, HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import {
  answerBy, extendBy, type IdentityCheck, mayHandleRequest, mayRecordRequest, mayWithdrawRequest, requestProblems, RIGHTS_KINDS, type RightsState, transitionRights,
} from '../domain/rights/index.js';
import { planRightsAlarms } from './rights-alarms.js';
import { type HeldRequest, holdRequest, NO_FACTS, type RequestFields, saveRequest } from './rights-request.row.js';
import { getRightsSubject, type RightsSubject } from './rights-subject.js';

export interface RecordRightsRequest extends RequestFields {
  readonly memberId: string;
  readonly receivedOn: LocalDate;
  readonly question?: string;
  /** Known to who writes it down: then nobody has to ask again. */
  readonly identityHow?: IdentityCheck;
}

const INSERT = `INSERT INTO rights_request (id, household_id, municipality_id, case_number, member_id, kind, state, received_on, received_by,
    channel, question, asked_by, authority, representative_name, identity_how, identity_checked_by, identity_checked_on, answer_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

/** A request about one's own data: written down, who asks, longer time, taken back. Deciding is in its own service. */
@Injectable()
export class RightsRequestsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Written down where it was asked. The month counts from receipt, also when it is written down later. */
  record(actor: Actor, input: RecordRightsRequest): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const subject = await getRightsSubject(tx, input.memberId);
      assertAllowed(mayRecordRequest(actor, subject), 'rights-request.record');
      const today = localDateOf(tx.now);
      refuseInvalid('rights-request.invalid', requestProblems(input, ageOn(subject.birthDate, today), today));
      const id = newId();
      await this.insert(tx, id, input, subject);
      await planRightsAlarms(tx, this.outbox, id, answerBy(input.receivedOn, false));
      await this.story.tell(tx, subject.householdId, 'rights-request.recorded', `Er is een verzoek over gegevens vastgelegd: ${RIGHTS_KINDS[input.kind].name}.`);
      await this.note(tx, { id, householdId: subject.householdId, memberId: input.memberId }, 'recorded', { kind: input.kind });
      await this.outbox.add(tx, { kind: 'rights-request.recorded', payload: { rightsRequestId: id } });
      return { id };
    });
  }

  /** We know who asks, or ask for more because there is a reason to doubt (AVG 12(6)). */
  identify(actor: Actor, id: string, input: { how?: IdentityCheck; asked?: string }, version: number): Promise<void> {
    return this.handle(actor, id, version, async (tx, request) => {
      const state = transitionRights(request.state, input.how ? 'confirm-identity' : 'ask-identity', NO_FACTS);
      const checked = { identity_how: input.how ?? null, identity_checked_by: actor.userId, identity_checked_on: localDateOf(tx.now) };
      await saveRequest(tx, request, input.how ? { state, ...checked } : { state, identity_asked: input.asked ?? null });
      await this.note(tx, request, input.how ? 'identified' : 'identity-asked', { state });
    });
  }

  /** Two months more, once, told within the first month with the reason (AVG 12(3)). */
  extend(actor: Actor, id: string, input: { reasons: string; toldOn: LocalDate }, version: number): Promise<void> {
    return this.handle(actor, id, version, async (tx, request) => {
      const today = localDateOf(tx.now);
      refuseInvalid('rights-request.invalid', toldProblems(input.toldOn, request.receivedOn, today));
      const last = extendBy(request.receivedOn);
      const facts = { ...NO_FACTS, reasonsGiven: input.reasons.trim() !== '', extendedBefore: request.extendedOn !== null, inFirstMonth: today <= last && input.toldOn <= last };
      const state = transitionRights(request.state, 'extend', facts);
      const until = answerBy(request.receivedOn, true);
      await saveRequest(tx, request, { state, answer_by: until, extended_on: today, extension_reasons: input.reasons, extension_told_on: input.toldOn });
      await planRightsAlarms(tx, this.outbox, id, until);
      await this.note(tx, request, 'extended', { answerBy: until });
    });
  }

  /** The person takes it back; nothing is decided any more. */
  withdraw(actor: Actor, id: string, reason: string | undefined, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const request = await holdRequest(tx, id, version);
      assertAllowed(mayWithdrawRequest(actor, await getRightsSubject(tx, request.memberId)), 'rights-request.withdraw');
      const state = transitionRights(request.state, 'withdraw', NO_FACTS);
      await this.story.tell(tx, request.householdId, 'rights-request.withdrawn', 'Een verzoek over gegevens is ingetrokken.');
      await saveRequest(tx, request, { state, withdrawn_on: localDateOf(tx.now), withdrawal_reason: reason ?? null });
      await this.outbox.add(tx, { kind: 'rights-export.drop', payload: { rightsRequestId: id } });
      await this.note(tx, request, 'withdrawn');
    });
  }

  private handle(actor: Actor, id: string, version: number, work: (tx: Transaction, request: HeldRequest) => Promise<void>): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const request = await holdRequest(tx, id, version);
      assertAllowed(mayHandleRequest(actor, { municipalityId: request.municipalityId, actorWorksOnIt: false }), 'rights-request.handle');
      await work(tx, request);
    });
  }

  private async insert(tx: Transaction, id: string, input: RecordRightsRequest, { householdId, municipalityId, caseNumber }: RightsSubject): Promise<void> {
    const { actor, now } = tx;
    const known = input.identityHow !== undefined;
    const state: RightsState = known ? transitionRights('received', 'confirm-identity', NO_FACTS) : 'received';
    await tx.query(INSERT, [
      id, householdId, municipalityId, caseNumber, input.memberId, input.kind, state, input.receivedOn, actor.userId, input.channel,
      input.question ?? null, input.askedBy, input.askedBy === 'self' ? null : input.authority, input.askedBy === 'self' ? null : input.representativeName,
      input.identityHow ?? null, known ? actor.userId : null, known ? localDateOf(now) : null, answerBy(input.receivedOn, false), now,
    ]);
  }

  private note(tx: Transaction, about: { id: string; householdId: string; memberId: string }, what: string, details: Record<string, string | number> = {}): Promise<void> {
    const { id, householdId, memberId } = about;
    return this.audit.record(tx, { action: `rights-request.${what}`, subjectKind: 'rights-request', subjectId: id, householdId, details: { memberId, ...details } });
  }
}

const toldProblems = (toldOn: LocalDate, receivedOn: LocalDate, today: LocalDate) =>
  toldOn > today || toldOn < receivedOn ? [{ name: 'toldOn', message: 'Kies de dag waarop je het hebt verteld: na de ontvangst en niet in de toekomst.' }] : [];
