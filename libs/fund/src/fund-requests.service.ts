import { Injectable } from '@nestjs/common';
import { Canvas, canvasGaps, type CanvasContent } from '#doorbraak';
import { type Actor, assertAllowed, DomainError, type FieldProblem, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdMember, HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { fundDecisionDeadline, fundRequestProblems, type FundDomain, mayDraftFundRequest, withoutNames, withoutNamesIn } from './domain/index.js';
import { FundRequestNotices } from './fund-request.notices.service.js';
import { FundRequestDossier } from './fund-request.dossier.service.js';
import { FundRequest } from './fund-request.entity.js';
import { FundRulesQuery, type FundRulesOfRequest } from './fund-rules.queries.js';

export interface FundRequestInput {
  readonly fundId: string;
  readonly canvasId: string;
  readonly domain: FundDomain;
  readonly amountCents: number;
  readonly purpose: string;
  readonly whyNoScheme: string;
}

// The family first, as who closes its case does: one of the two waits, and then knows.
const HOLD_FAMILY = 'SELECT FROM household h WHERE h.id = (SELECT r.household_id FROM fund_request r WHERE r.id = $1) FOR NO KEY UPDATE OF h';

const wrong = (name: string, message: string): DomainError => new DomainError('fund-request.invalid', message, { kind: 'invalid', fields: [{ name, message }] });

/** The regisseur asks the fund: write a draft, send it in. */
@Injectable()
export class FundRequestsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly dossier: FundRequestDossier,
    private readonly rules: FundRulesQuery,
    private readonly notices: FundRequestNotices,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** A draft on a canvas of the same family. */
  draft(actor: Actor, householdId: string, input: FundRequestInput): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      const household = await this.story.hold(tx, householdId);
      await this.story.requireInvolvement(tx, householdId);
      assertAllowed(mayDraftFundRequest(actor, { actorIsRegisseur: await isRegisseur(tx, householdId) }), 'fund-request.draft');
      const rules = await this.rules.find(tx, input.fundId);
      if (!rules) throw wrong('fundId', 'Dit fonds bestaat niet.');
      await this.requireCanvas(tx, householdId, input.canvasId);
      refuseInvalid('fund-request.invalid', fundRequestProblems(input, rules));
      const id = newId();
      await tx.manager.insert(FundRequest, {
        id, householdId, municipalityId: actor.municipalityId, caseNumber: household.caseNumber, ...input,
        state: 'draft', requestedBy: actor.userId, version: 1,
      });
      await this.dossier.tell(tx, { id, householdId }, 'draft', 'De aanvraag is gemaakt.');
      await this.story.tell(tx, householdId, 'fund-request.drafted', 'Er is een aanvraag voor het fonds gemaakt.');
      await this.audit.record(tx, { action: 'fund-request.drafted', subjectKind: 'fund-request', subjectId: id, householdId, details: { amountCents: input.amountCents } });
      return { id };
    });
  }

  /** Sends the draft in: from today the fund has eight weeks (Awb 4:13), and what it reads no longer changes. */
  submit(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      await tx.query(HOLD_FAMILY, [id]);
      const { request } = await this.dossier.take(tx, id, 'submit', version);
      const rules = await this.rules.get(tx, request.fundId);
      const canvas = await this.requireCanvas(tx, request.householdId, request.canvasId);
      const content = contentOf(canvas);
      const submittedOn = localDateOf(tx.now);
      const deadline = fundDecisionDeadline({ receivedOn: submittedOn, weeks: rules.decisionWeeks }, submittedOn).due;
      await this.dossier.move(tx, request, {
        action: 'submit',
        facts: { requestProblems: submissionProblems(request, rules, content) },
        changes: { submittedOn, decisionDeadline: deadline, ...(await this.snapshot(tx, request, content)) },
        told: 'De aanvraag is ingediend.',
      });
      await this.notices.planAlarm(tx, id, deadline);
      await this.outbox.add(tx, { kind: 'fund-request.submitted', payload: { fundRequestId: id } });
    });
  }

  private async snapshot(tx: Transaction, request: FundRequest, content: CanvasContent): Promise<Partial<FundRequest>> {
    const members = await tx.manager.find(HouseholdMember, { where: { householdId: request.householdId } });
    return {
      canvasSnapshot: withoutNamesIn(content, members),
      pseudonymisedPurpose: withoutNames(request.purpose, members),
      pseudonymisedWhyNoScheme: withoutNames(request.whyNoScheme, members),
    };
  }

  private async requireCanvas(tx: Transaction, householdId: string, canvasId: string): Promise<Canvas> {
    const canvas = await tx.manager.findOne(Canvas, { where: { id: canvasId, householdId } });
    if (!canvas) throw wrong('canvasId', 'Dit canvas hoort niet bij dit gezin.');
    return canvas;
  }
}

async function isRegisseur(tx: Transaction, householdId: string): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM household_access WHERE household_id = $1 AND user_id = $2 AND reason IN ('regisseur', 'substitute') LIMIT 1`,
    [householdId, tx.actor.userId],
  );
  return found.length > 0;
}

function contentOf(canvas: Canvas): CanvasContent {
  const { perspective, obstacles, needed, ownContribution, whoDoesWhat, whoPays, legalRoom, values, costMuddlingOnCents, costBreakingThroughCents, reviewOn } = canvas;
  return { perspective, obstacles, needed, ownContribution, whoDoesWhat, whoPays, legalRoom, values, costMuddlingOnCents, costBreakingThroughCents, reviewOn };
}

/** The rule says that the canvas is not finished; the person at the screen also wants to know where. */
function submissionProblems(request: FundRequest, rules: FundRulesOfRequest, content: CanvasContent): readonly FieldProblem[] {
  const gaps = canvasGaps(content);
  const named = gaps.map(({ name, message }) => ({ name: `canvas.${name}`, message }));
  return [...fundRequestProblems(request, rules, gaps), ...named];
}
