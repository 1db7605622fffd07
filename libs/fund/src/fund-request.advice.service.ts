import { Injectable } from '@nestjs/common';
import { type Actor, addDays, assertAllowed, DomainError, type LocalDate, localDateOf, needs, newId, refuseInvalid } from '#kernel';
import { Audit, Outbox, refuseOnConstraint, UnitOfWork } from '#platform';
import { CommitteeAdvice } from './committee-advice.entity.js';
import { type AdviceKind, adviceProblems, mayDeclareConflict } from './domain/index.js';
import { FundRequestDossier, fundRequestNotFound } from './fund-request.dossier.service.js';

const ALREADY = 'Je hebt al advies gegeven over deze aanvraag.';
refuseOnConstraint('one_advice_per_member', 'fund-request.already-advised', ALREADY);
refuseOnConstraint('fund_conflict_pkey', 'fund-request.already-aside', 'Je hebt al gezegd dat je niet meedoet.');

export interface NewAdvice {
  readonly advice: AdviceKind;
  readonly amountCents: number;
  readonly reasons: string;
}

const FURTHEST_MEETING_DAYS = 366;

/** The committee's part: a place on the agenda, one advice per member, and stepping aside. */
@Injectable()
export class FundRequestAdviceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dossier: FundRequestDossier,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  putOnAgenda(actor: Actor, id: string, meetingOn: LocalDate, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { request } = await this.dossier.take(tx, id, 'put-on-agenda', version);
      const today = localDateOf(tx.now);
      const inReach = meetingOn >= today && meetingOn <= addDays(today, FURTHEST_MEETING_DAYS);
      refuseInvalid('fund-request.agenda', needs(inReach, 'meetingOn', 'Kies vandaag of een dag in het komende jaar.'));
      await this.dossier.move(tx, request, { action: 'put-on-agenda', facts: { meetingDateSet: true }, changes: { meetingOn }, told: 'De aanvraag staat op de agenda.' });
      await this.outbox.add(tx, { kind: 'fund-request.on-agenda', payload: { fundRequestId: id } });
    });
  }

  /** One advice per member; a second member adds theirs. */
  advise(actor: Actor, id: string, input: NewAdvice, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { request, advices } = await this.dossier.take(tx, id, 'give-advice', version);
      if (advices.some(({ advisedBy }) => advisedBy === actor.userId)) throw new DomainError('fund-request.already-advised', ALREADY, { kind: 'conflict' });
      refuseInvalid('fund-request.advice', adviceProblems(input, request.amountCents));
      await this.dossier.move(tx, request, { action: 'give-advice', facts: {}, changes: {}, told: 'Een lid van de commissie heeft advies gegeven.' });
      await tx.manager.insert(CommitteeAdvice, {
        id: newId(), fundRequestId: id, householdId: request.householdId, municipalityId: request.municipalityId,
        advisedBy: actor.userId, advisedAt: tx.now, ...input,
      });
      await this.outbox.add(tx, { kind: 'fund-request.advised', payload: { fundRequestId: id } });
    });
  }

  /** A member with a stake steps aside (Awb 2:4): from now on this request does not exist for them. */
  declareConflict(actor: Actor, id: string, reason: string): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const [request] = await tx.query<{ householdId: string; decided: boolean }>(
        `SELECT r.household_id AS "householdId", EXISTS (SELECT FROM fund_decision d WHERE d.fund_request_id = r.id) AS decided
         FROM fund_request r WHERE r.id = $1`,
        [id],
      );
      if (!request) throw fundRequestNotFound();
      assertAllowed(mayDeclareConflict(actor, request), 'fund-request.conflict');
      const { householdId } = request;
      // Told first: after the next statement the member may not even add to the story.
      await this.dossier.tell(tx, { id, householdId }, 'conflict', 'Een lid van de commissie doet niet mee vanwege een persoonlijk belang.');
      await this.audit.record(tx, { action: 'fund-request.conflict', subjectKind: 'fund-request', subjectId: id, householdId });
      await tx.query(
        'INSERT INTO fund_conflict (fund_request_id, user_id, household_id, municipality_id, reason, declared_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, actor.userId, householdId, actor.municipalityId, reason, tx.now],
      );
    });
  }
}
