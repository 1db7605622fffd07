import { Injectable } from '@nestjs/common';
import { type Actor, addDays, isFilled, type LocalDate, localDateOf, needs, newId, refuseInvalid } from '#kernel';
import { HouseholdMember } from '#households';
import { type Transaction, Outbox, refuseOnConstraint, UnitOfWork } from '#platform';
import { fundDecisionDeadline, withoutNames } from './domain/index.js';
import { FundRequestNotices } from './fund-request.notices.service.js';
import { FundRequestDossier } from './fund-request.dossier.service.js';
import type { FundRequest } from './fund-request.entity.js';
import { FundRulesQuery } from './fund-rules.queries.js';
import { FundSuspension } from './fund-suspension.entity.js';

refuseOnConstraint('one_open_suspension', 'fund-request.already-asked', 'Er is al om een aanvulling gevraagd. Wacht op het antwoord.');

export interface Supplement {
  readonly missing?: string;
  readonly remedyUntil?: LocalDate;
}

// (ours) Longer than this is no term to remedy but a request to come back another time.
const LONGEST_REMEDY_DAYS = 182;

/** Is the request complete? If not: ask once and clearly, and the clock stands still (Awb 4:5, 4:15). */
@Injectable()
export class FundRequestCompletenessService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dossier: FundRequestDossier,
    private readonly rules: FundRulesQuery,
    private readonly notices: FundRequestNotices,
    private readonly outbox: Outbox,
  ) {}

  /** The secretary has all that is needed. */
  findComplete(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { request } = await this.dossier.take(tx, id, 'find-complete', version);
      await this.dossier.move(tx, request, {
        action: 'find-complete',
        facts: {},
        changes: { completenessBy: actor.userId, missing: null, remedyUntil: null },
        told: 'De aanvraag is compleet.',
      });
    });
  }

  /** The secretary names what is missing and until when it may come. */
  askSupplement(actor: Actor, id: string, { missing, remedyUntil }: Supplement, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { request } = await this.dossier.take(tx, id, 'ask-supplement', version);
      const invitedOn = localDateOf(tx.now);
      refuseInvalid('fund-request.supplement', [
        ...needs(isFilled(missing), 'missing', 'Schrijf op wat er nog mist.'),
        ...needs(!remedyUntil || remedyUntil > invitedOn, 'remedyUntil', 'Kies een dag na vandaag.'),
        ...needs(!remedyUntil || remedyUntil <= addDays(invitedOn, LONGEST_REMEDY_DAYS), 'remedyUntil', 'Kies een dag binnen een half jaar.'),
      ]);
      if (remedyUntil) await this.suspend(tx, request, invitedOn, remedyUntil);
      await this.dossier.move(tx, request, {
        action: 'ask-supplement',
        facts: { remedyDateSet: remedyUntil !== undefined },
        changes: { completenessBy: actor.userId, missing, remedyUntil, ...(await this.newDeadline(tx, request)) },
        told: 'De aanvraag is nog niet compleet. De tijd staat stil tot de aanvulling er is.',
      });
      await this.outbox.add(tx, { kind: 'fund-request.incomplete', payload: { fundRequestId: id } });
    });
  }

  /** The regisseur answers; the clock runs again and the secretary looks once more. */
  supplement(actor: Actor, id: string, note: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const { request } = await this.dossier.take(tx, id, 'receive-supplement', version);
      const members = await tx.manager.find(HouseholdMember, { where: { householdId: request.householdId } });
      await tx.query(
        `UPDATE fund_suspension SET supplemented_on = $2, note = $3, pseudonymised_note = $4 WHERE fund_request_id = $1 AND supplemented_on IS NULL`,
        [id, localDateOf(tx.now), note, withoutNames(note, members)],
      );
      await this.dossier.move(tx, request, {
        action: 'receive-supplement',
        facts: {},
        changes: { remedyUntil: null, ...(await this.newDeadline(tx, request)) },
        told: 'De aanvraag is aangevuld.',
      });
      await this.outbox.add(tx, { kind: 'fund-request.supplemented', payload: { fundRequestId: id } });
    });
  }

  private async suspend(tx: Transaction, request: FundRequest, invitedOn: LocalDate, remedyUntil: LocalDate): Promise<void> {
    const { id: fundRequestId, householdId, municipalityId } = request;
    await tx.manager.insert(FundSuspension, { id: newId(), fundRequestId, householdId, municipalityId, invitedOn, remedyUntil });
  }

  /** The earlier of the two readings of Awb 4:15, over everything that suspended so far. */
  private async newDeadline(tx: Transaction, request: FundRequest): Promise<Partial<FundRequest>> {
    if (!request.submittedOn) return {};
    const suspensions = await tx.manager.find(FundSuspension, { where: { fundRequestId: request.id }, order: { invitedOn: 'ASC' } });
    const { decisionWeeks } = await this.rules.get(tx, request.fundId);
    const { due } = fundDecisionDeadline({ receivedOn: request.submittedOn, weeks: decisionWeeks, suspensions }, localDateOf(tx.now));
    await this.notices.planAlarm(tx, request.id, due);
    return { decisionDeadline: due };
  }
}
