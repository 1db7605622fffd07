import { Injectable } from '@nestjs/common';
import { type Actor, type FieldProblem, type LocalDate, localDateOf, needs, newId } from '#kernel';
import { Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { type DecisionOutcome, decisionProblems, type FundRequestAction, type NewDecision } from './domain/index.js';
import { FundDecision } from './fund-decision.entity.js';
import { FundRequestDossier, type TakenRequest } from './fund-request.dossier.service.js';
import type { FundRequest } from './fund-request.entity.js';
import { LedgerLine } from './ledger-line.entity.js';

const DECIDED = 'Over deze aanvraag is al besloten.';
refuseOnConstraint('fund_never_over_its_ceiling', 'fund.over-ceiling', 'Er zit niet genoeg geld in het fonds voor dit bedrag. Er is niets besloten.', 'refused');
refuseOnConstraint('reserved_once', 'fund-request.already-reserved', DECIDED);
refuseOnConstraint('fund_decision_pkey', 'fund-request.already-decided', DECIDED);

const ACTION_OF: Readonly<Record<DecisionOutcome, FundRequestAction>> = { granted: 'grant', 'partly-granted': 'grant-partly', refused: 'refuse' };

const TOLD: Readonly<Record<DecisionOutcome, string>> = {
  granted: 'De aanvraag is toegekend.',
  'partly-granted': 'De aanvraag is deels toegekend.',
  refused: 'De aanvraag is afgewezen.',
};

/** The decision and its money, in one transaction: granted and reserved, or neither. */
@Injectable()
export class FundRequestDecisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dossier: FundRequestDossier,
    private readonly outbox: Outbox,
  ) {}

  /** Decides once, with reasons, by someone who had no part in it before. Throws `refused` with everything that is missing. */
  decide(actor: Actor, id: string, decision: NewDecision, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const action = ACTION_OF[decision.outcome];
      const { request, advices } = await this.dossier.take(tx, id, action, version);
      await this.dossier.move(tx, request, {
        action,
        facts: { adviceCount: advices.length, decisionProblems: problemsOf(decision, { request, advices }, localDateOf(tx.now)) },
        changes: {},
        told: TOLD[decision.outcome],
      });
      await this.write(tx, request, decision);
      if (decision.amountCents > 0) await this.reserve(tx, request, decision.amountCents);
      await this.outbox.add(tx, { kind: 'fund-request.decided', payload: { fundRequestId: id } });
    });
  }

  private async write(tx: Transaction, { id, householdId, municipalityId }: FundRequest, decision: NewDecision): Promise<void> {
    await tx.manager.insert(FundDecision, {
      fundRequestId: id, householdId, municipalityId,
      outcome: decision.outcome, amountCents: decision.amountCents, reasons: decision.reasons,
      departureReasons: decision.departureReasons ?? null, heardOn: decision.heardOn ?? null, restsOnOthersFacts: decision.restsOnOthersFacts ?? null,
      decidedBy: tx.actor.userId, decidedAt: tx.now,
    });
  }

  /** The trigger behind this line books it on the fund; the ceiling is a CHECK there, so two at once cannot pass it. */
  private async reserve(tx: Transaction, { id, fundId, municipalityId }: FundRequest, amountCents: number): Promise<void> {
    await tx.manager.insert(LedgerLine, { id: newId(), municipalityId, fundId, fundRequestId: id, kind: 'reserve', amountCents, bookedBy: tx.actor.userId });
  }
}

function problemsOf(decision: NewDecision, { request, advices }: TakenRequest, today: LocalDate): readonly FieldProblem[] {
  const { heardOn } = decision;
  const duringRequest = !heardOn || !request.submittedOn || heardOn >= request.submittedOn;
  return [
    ...decisionProblems(decision, { requestedCents: request.amountCents, advices, today }),
    ...needs(duringRequest, 'heardOn', 'Deze dag ligt voor de aanvraag.'),
  ];
}
