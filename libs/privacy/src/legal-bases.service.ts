import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf, newId } from '#kernel';
import { ageOn, HouseholdStory, isEnded } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { BASIS_JSON, type BasisRow, type BasisView, basisView } from './basis-view.js';
import { type BasisState, checkBasis, type DataCategory, mayRecordBasis, mayWithdrawBasis, type NewBasis, transitionBasis } from './domain/index.js';
import { LegalBasis } from './legal-basis.entity.js';
import { basisRelation, holdSharingFacts, requireMember, requireOrganisation } from './sharing-facts.js';

export interface BasisInput extends NewBasis {
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly dataCategories: readonly DataCategory[];
}

/** The basis that fell away, for whoever leans on it. */
export interface LostBasis {
  readonly id: string;
  readonly householdId: string;
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly dataCategories: readonly string[];
}

/** Stops what leans on it, in the same transaction; answers the ids of what was stopped. */
export type StopWhatLeansOn = (tx: Transaction, lost: LostBasis) => Promise<string[]>;

export interface Withdrawal extends BasisView {
  readonly stoppedReferrals: string[];
}

const HOLD = `SELECT id, household_id AS "householdId", member_id AS "memberId", to_organisation_id AS "toOrganisationId",
    data_categories AS "dataCategories", state, version
  FROM legal_basis WHERE id = $1 AND household_id = $2 FOR UPDATE`;

const END = `UPDATE legal_basis SET state = $2, withdrawn_at = $3, withdrawal_reason = $4, version = version + 1 WHERE id = $1`;

const notFound = (): DomainError =>
  new DomainError('legal-basis.not-found', 'Deze grondslag bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });

/** Why data of a person may be shared: recorded and withdrawn. */
@Injectable()
export class LegalBasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `invalid` with everything that is wrong, `forbidden` for who does not work on this family. */
  record(actor: Actor, householdId: string, input: BasisInput): Promise<BasisView> {
    return this.work.run(actor, async (tx) => {
      const facts = await holdSharingFacts(tx, householdId, input.toOrganisationId);
      assertAllowed(mayRecordBasis(actor, basisRelation(actor, facts)), 'legal-basis.record');
      if (isEnded(facts.state)) throw ended();
      const today = localDateOf(tx.now);
      const member = requireMember(facts, input.memberId, 'memberId');
      const organisation = requireOrganisation(facts);
      checkBasis(input, { today, memberAge: ageOn(member.birthDate, today) });
      const id = newId();
      await tx.manager.insert(LegalBasis, {
        id, householdId, municipalityId: actor.municipalityId, memberId: input.memberId, type: input.type, article: input.article,
        purpose: input.purpose, dataCategories: [...new Set(input.dataCategories)], fromOrganisationId: actor.organisationId,
        toOrganisationId: organisation.id, validFrom: input.validFrom, validUntil: input.validUntil, proof: input.proof,
        freelyGivenReason: input.freelyGivenReason ?? null, legalRepresentative: input.legalRepresentative ?? null, state: 'active',
        recordedBy: actor.userId, recordedAt: tx.now, version: 1,
      });
      await this.story.tell(tx, householdId, 'legal-basis.recorded', `Er is een grondslag om gegevens te delen met ${organisation.name}.`);
      await this.audit.record(tx, { action: 'legal-basis.recorded', subjectKind: 'legal-basis', subjectId: id, householdId, details: { type: input.type, toOrganisationId: organisation.id } });
      return this.view(tx, id, today);
    });
  }

  /**
   * AVG 7(3): from proposed or active this always succeeds. It asks for no version and checks no other field of the record;
   * what leans on the basis stops in the same transaction.
   */
  withdraw(actor: Actor, householdId: string, basisId: string, reason: string | undefined, stop: StopWhatLeansOn): Promise<Withdrawal> {
    return this.work.run(actor, async (tx) => {
      const facts = await holdSharingFacts(tx, householdId, null);
      const [basis] = await tx.query<LostBasis & { state: BasisState }>(HOLD, [basisId, householdId]);
      if (!basis) throw notFound();
      assertAllowed(mayWithdrawBasis(actor, basisRelation(actor, facts)), 'legal-basis.withdraw');
      const state = transitionBasis(basis.state, 'withdraw', { periodOver: false, hasSuccessor: false });
      await tx.query(END, [basisId, state, tx.now, reason ?? null]);
      const stoppedReferrals = await stop(tx, basis);
      await this.story.tell(tx, householdId, 'legal-basis.withdrawn', withdrawnText(stoppedReferrals.length));
      await this.audit.record(tx, { action: 'legal-basis.withdrawn', subjectKind: 'legal-basis', subjectId: basisId, householdId, details: { stoppedReferrals: stoppedReferrals.length } });
      await this.outbox.add(tx, { kind: 'legal-basis.withdrawn', payload: { basisId } });
      return { ...(await this.view(tx, basisId, localDateOf(tx.now))), stoppedReferrals };
    });
  }

  private async view(tx: Transaction, id: string, today: LocalDate): Promise<BasisView> {
    const [found] = await tx.query<{ basis: BasisRow }>(`SELECT ${BASIS_JSON} AS basis FROM legal_basis b WHERE b.id = $1`, [id]);
    if (!found) throw notFound();
    return basisView(found.basis, today);
  }
}

const ended = (): DomainError =>
  new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });

function withdrawnText(stopped: number): string {
  const consequence = stopped === 0 ? '' : stopped === 1 ? ' Er is een verwijzing gestopt.' : ` Er zijn ${stopped} verwijzingen gestopt.`;
  return `Een grondslag om gegevens te delen is ingetrokken.${consequence}`;
}
