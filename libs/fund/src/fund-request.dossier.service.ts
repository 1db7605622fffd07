import { Injectable } from '@nestjs/common';
import { assertAllowed, DomainError, newId } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, type Transaction } from '#platform';
import { CommitteeAdvice } from './committee-advice.entity.js';
import {
  type FundRequestAction, type FundRequestFacts, type FundRequestRelation, mayChangeFundRequest, transitionFundRequest,
} from './domain/index.js';
import { FundRequest } from './fund-request.entity.js';

export const fundRequestNotFound = (): DomainError =>
  new DomainError('fund-request.not-found', 'Deze aanvraag bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
const stale = (): DomainError =>
  new DomainError('fund-request.stale', 'Iemand anders heeft deze aanvraag net gewijzigd. Lees haar opnieuw en probeer het dan nog eens.', { kind: 'stale' });

/** Nothing is known yet; each use case fills in what its step asks for. */
const NO_FACTS: FundRequestFacts = {
  requestProblems: [], decisionProblems: [], remedyDateSet: false, remedyTermOver: false, meetingDateSet: false, adviceCount: 0,
  outcome: null, fullyPaid: false, objectionOpen: false, objectionTermOver: false,
};

export interface TakenRequest {
  readonly request: FundRequest;
  /** What counts: an advice of somebody who later stepped aside does not. */
  readonly advices: readonly CommitteeAdvice[];
}

interface Step {
  readonly action: FundRequestAction;
  readonly facts: Partial<FundRequestFacts>;
  readonly changes: Partial<FundRequest>;
  /** One line for the story; no free text, because the committee reads it too. */
  readonly told: string;
}

/** What every step on a request does: hold it, check who, move it, tell it. */
@Injectable()
export class FundRequestDossier {
  constructor(
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
  ) {}

  /** Locks the request as this actor sees it and checks role and four eyes for the action. */
  async take(tx: Transaction, id: string, action: FundRequestAction, version: number): Promise<TakenRequest> {
    const request = await this.hold(tx, id);
    const advices = await tx.manager.find(CommitteeAdvice, { where: { fundRequestId: id }, order: { advisedAt: 'ASC' } });
    const relation = await this.relationOf(tx, request, advices);
    assertAllowed(mayChangeFundRequest(tx.actor, action, relation), `fund-request.${action}`);
    if (request.version !== version) throw stale();
    return { request, advices: advices.filter(({ advisedBy }) => !relation.conflictOfInterestIds.includes(advisedBy)) };
  }

  /** Throws `not-found` for what does not exist and for what is not theirs. */
  async hold(tx: Transaction, id: string): Promise<FundRequest> {
    const request = await tx.manager.findOne(FundRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!request) throw fundRequestNotFound();
    return request;
  }

  /** One step of the state machine: checked, saved, told in both stories, in the audit. */
  async move(tx: Transaction, request: FundRequest, { action, facts, changes, told }: Step): Promise<void> {
    const state = transitionFundRequest(request.state, action, { ...NO_FACTS, ...facts });
    await this.tell(tx, request, action, told);
    await tx.manager.update(FundRequest, { id: request.id }, { ...changes, state, version: request.version + 1 });
    await this.story.tell(tx, request.householdId, `fund-request.${action}`, told);
    await this.audit.record(tx, {
      action: `fund-request.${action}`, subjectKind: 'fund-request', subjectId: request.id, householdId: request.householdId, details: { from: request.state, to: state },
    });
  }

  async tell(tx: Transaction, request: Pick<FundRequest, 'id' | 'householdId'>, kind: string, text: string): Promise<void> {
    await tx.query(
      `INSERT INTO fund_request_event (id, fund_request_id, household_id, municipality_id, at, kind, text, by_user_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, nullif($8, '')::uuid)`,
      [newId(), request.id, request.householdId, tx.actor.municipalityId, tx.now, kind, text, tx.actor.userId],
    );
  }

  private async relationOf(tx: Transaction, request: FundRequest, advices: readonly CommitteeAdvice[]): Promise<FundRequestRelation> {
    const [who] = await tx.query<{ involved: boolean; regisseurId: string | null; stakes: string[] | null }>(WHO, [request.id, request.householdId, tx.actor.userId]);
    return {
      municipalityId: request.municipalityId,
      actorIsRegisseur: who?.involved ?? false,
      requesterId: request.requestedBy,
      regisseurId: who?.regisseurId ?? null,
      completenessCheckedById: request.completenessBy,
      adviserIds: advices.map(({ advisedBy }) => advisedBy),
      decidedById: null,
      paymentPreparedById: null,
      conflictOfInterestIds: who?.stakes ?? [],
    };
  }
}

// Under row-level security everyone at least sees their own assignment and stake, which is what four eyes asks about.
const WHO = `SELECT
  EXISTS (SELECT FROM household_access a WHERE a.household_id = $2 AND a.user_id = $3 AND a.reason IN ('regisseur', 'substitute')) AS involved,
  (SELECT r.regisseur_id FROM regisseur_assignment r WHERE r.household_id = $2 AND r.state IN ('active', 'handover-planned')) AS "regisseurId",
  (SELECT array_agg(k.user_id) FROM fund_conflict k WHERE k.fund_request_id = $1) AS stakes`;
