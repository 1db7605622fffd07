import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { type Agreement, yesProblems, type HelpState, type BasisProof, helpAgreement, helpProblems, mayRecordBasis, mayWithdrawBasis, type NewHelp } from '../domain/index.js';
import { basisRelation, holdSharingFacts, requireMember } from '../sharing-facts.js';
import { agreementContext, holdForEnding, keptAgreements, requireRunning } from './record-facts.js';
import { HELP_JSON, type HelpRow, type HelpView, helpView } from './record-views.js';

export interface HelpInput extends NewHelp {
  readonly memberId: string;
  readonly proof: Exclude<BasisProof, 'law'>;
  readonly agreedBy: readonly Agreement[];
  /** The agreement that this one takes the place of, for instance after a birthday. */
  readonly replaces?: string;
}

interface HeldHelp {
  readonly memberId: string;
  readonly state: HelpState;
}

const INSERT = `INSERT INTO help_agreement (id, household_id, municipality_id, member_id, help, agreed_by, valid_from, state, proof, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8, $9, $10)`;
const HOLD = `SELECT member_id AS "memberId", state FROM help_agreement WHERE id = $1 AND household_id = $2 FOR UPDATE`;
const END = `UPDATE help_agreement SET state = $2, withdrawn_at = $3, withdrawal_reason = $4, version = version + 1 WHERE id = $1`;

const notFound = (): DomainError =>
  new DomainError('help-agreement.not-found', 'Deze instemming bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });

/** Agreeing to be helped is not consent to share: it is asked and kept apart (Jeugdwet 7.3.4, BW 7:450). */
@Injectable()
export class HelpAgreementsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  record(actor: Actor, householdId: string, input: HelpInput): Promise<HelpView> {
    return this.work.run(actor, async (tx) => {
      const facts = await holdSharingFacts(tx, householdId, null);
      assertAllowed(mayRecordBasis(actor, basisRelation(actor, facts)), 'help-agreement.record');
      requireRunning(facts);
      const today = localDateOf(tx.now);
      const member = requireMember(facts, input.memberId, 'memberId');
      const context = await agreementContext(tx, facts, member, today);
      refuseInvalid('help-agreement.invalid', [...helpProblems(input, today), ...yesProblems('help-agreement', input.agreedBy, context)]);
      if (input.replaces) await this.supersede(tx, householdId, member.id, input.replaces);
      const id = newId();
      await tx.query(INSERT, [id, householdId, actor.municipalityId, member.id, input.help, keptAgreements(input.agreedBy), input.validFrom, input.proof, actor.userId, tx.now]);
      await this.story.tell(tx, householdId, 'help-agreement.recorded', 'Er is afgesproken welke hulp iemand wil.');
      await this.audit.record(tx, { action: 'help-agreement.recorded', subjectKind: 'help-agreement', subjectId: id, householdId, details: { memberId: member.id } });
      return this.view(tx, id);
    });
  }

  /** Always succeeds. Help stops by talking, not by a button: nothing else changes, and the regisseur hears what to do. */
  withdraw(actor: Actor, householdId: string, agreementId: string, reason: string | undefined): Promise<HelpView> {
    return this.work.run(actor, async (tx) => {
      const { relation, fromOutside } = await holdForEnding(tx, actor, householdId);
      const [agreement] = await tx.query<HeldHelp>(HOLD, [agreementId, householdId]);
      if (!agreement) throw notFound();
      assertAllowed(mayWithdrawBasis(actor, relation), 'help-agreement.withdraw');
      await tx.query(END, [agreementId, helpAgreement.transition(agreement.state, 'withdraw', {}), tx.now, reason ?? null]);
      if (!fromOutside) await this.story.tell(tx, householdId, 'help-agreement.withdrawn', 'Iemand wil de afgesproken hulp niet meer. Bespreek hoe het verder gaat.');
      await this.audit.record(tx, { action: 'help-agreement.withdrawn', subjectKind: 'help-agreement', subjectId: agreementId, householdId, details: { memberId: agreement.memberId } });
      await this.outbox.add(tx, { kind: fromOutside ? 'help-agreement.withdrawn-on-request' : 'help-agreement.withdrawn', payload: { recordId: agreementId } });
      return this.view(tx, agreementId);
    });
  }

  private async supersede(tx: Transaction, householdId: string, memberId: string, id: string): Promise<void> {
    const [old] = await tx.query<HeldHelp>(HOLD, [id, householdId]);
    if (!old || old.memberId !== memberId) throw notFound();
    // What was taken back stays taken back; a new yes follows it without touching it.
    if (old.state === 'active') await tx.query(`UPDATE help_agreement SET state = 'superseded', version = version + 1 WHERE id = $1`, [id]);
  }

  private async view(tx: Transaction, id: string): Promise<HelpView> {
    const [found] = await tx.query<{ agreement: HelpRow }>(`SELECT ${HELP_JSON} AS agreement FROM help_agreement a WHERE a.id = $1`, [id]);
    if (!found) throw notFound();
    return helpView(found.agreement);
  }
}
