import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { BASIS_JSON, type BasisRow, type BasisView, basisView, isRenewable } from './basis-view.js';
import { afterWithdrawal, BASIS_STATES, type BasisState, type DataCategory, mayRecordBasis, mayWithdrawBasis, transitionBasis } from './domain/index.js';
import { type BasisInput, startsLater, writeBasis } from './records/basis-recording.js';
import { setAlarms } from './records/record-alarms.js';
import { holdForEnding, requireRunning } from './records/record-facts.js';
import { basisRelation, holdSharingFacts, type SharingFacts } from './sharing-facts.js';

/** The basis that fell away, for whoever leans on it. */
export interface LostBasis {
  readonly id: string;
  readonly householdId: string;
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly dataCategories: readonly string[];
  /** Why, in words that end '… is gestopt: '. Left out: the basis was withdrawn. */
  readonly because?: string;
}

/** Stops what leans on it, in the same transaction; answers the ids of what was stopped. */
export type StopWhatLeansOn = (tx: Transaction, lost: LostBasis) => Promise<string[]>;

export interface Withdrawal extends BasisView {
  readonly stoppedReferrals: string[];
  /** What the regisseur does now. */
  readonly nextStep: string;
}

/** A new basis for the same person and organisation; what is left out stays as it was. */
export type RenewalInput = Pick<BasisInput, 'validFrom' | 'validUntil' | 'proof'> &
  Partial<Pick<BasisInput, 'catalogueCode' | 'type' | 'article' | 'purpose' | 'dataCategories' | 'freelyGivenReason' | 'agreedBy'>>;

type Held = LostBasis & { readonly dataCategories: readonly DataCategory[]; readonly state: BasisState } &
  Pick<BasisInput, 'type' | 'article' | 'purpose'> & { readonly catalogueCode: string | null };

const READ = `SELECT id, household_id AS "householdId", member_id AS "memberId", to_organisation_id AS "toOrganisationId",
    data_categories AS "dataCategories", state, type, article, purpose, catalogue_code AS "catalogueCode"
  FROM legal_basis WHERE id = $1 AND household_id = $2`;

const END = `UPDATE legal_basis SET state = $2, withdrawn_at = $3, withdrawal_reason = $4, version = version + 1 WHERE id = $1`;

const notFound = (): DomainError =>
  new DomainError('legal-basis.not-found', 'Deze grondslag bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });

/** Why data of a person may be shared: recorded, renewed and withdrawn. */
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
      return this.write(tx, actor, facts, input);
    });
  }

  /** A new yes in the place of an old one, also after a no: what was withdrawn stays withdrawn, and the new record follows it. */
  renew(actor: Actor, householdId: string, basisId: string, input: RenewalInput, stop: StopWhatLeansOn): Promise<BasisView> {
    return this.work.run(actor, async (tx) => {
      const [known] = await tx.query<Held>(READ, [basisId, householdId]);
      if (!known) throw notFound();
      const facts = await holdSharingFacts(tx, householdId, known.toOrganisationId);
      assertAllowed(mayRecordBasis(actor, basisRelation(actor, facts)), 'legal-basis.renew');
      const [old] = await tx.query<Held>(`${READ} FOR UPDATE`, [basisId, householdId]);
      if (!old || !isRenewable(old.state)) throw notRenewable(old?.state ?? known.state);
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as unknown as RenewalInput;
      const { type, article, purpose, dataCategories, memberId, toOrganisationId } = old;
      const body = { type, article, purpose, dataCategories, catalogueCode: old.catalogueCode ?? '', ...given, memberId, toOrganisationId };
      const view = await this.write(tx, actor, facts, body, basisId);
      if (old.state === 'active' && !startsLater(input.validFrom, localDateOf(tx.now))) await this.supersede(tx, old, stop);
      await this.outbox.add(tx, { kind: 'legal-basis.renewed', payload: { basisId } });
      return view;
    });
  }

  /**
   * AVG 7(3): from proposed or active this always succeeds. It asks for no version and checks no other field of the record;
   * what leans on the basis stops in the same transaction, or in a job when the privacy officer ends it from outside.
   */
  withdraw(actor: Actor, householdId: string, basisId: string, reason: string | undefined, stop: StopWhatLeansOn): Promise<Withdrawal> {
    return this.work.run(actor, async (tx) => {
      const { relation, fromOutside } = await holdForEnding(tx, actor, householdId);
      const [basis] = await tx.query<Held>(`${READ} FOR UPDATE`, [basisId, householdId]);
      if (!basis) throw notFound();
      assertAllowed(mayWithdrawBasis(actor, relation), 'legal-basis.withdraw');
      const state = transitionBasis(basis.state, 'withdraw', { periodOver: false, hasSuccessor: false });
      await tx.query(END, [basisId, state, tx.now, reason ?? null]);
      const stoppedReferrals = fromOutside ? [] : await stop(tx, basis);
      if (!fromOutside) await this.story.tell(tx, householdId, 'legal-basis.withdrawn', withdrawnText(stoppedReferrals.length));
      await this.audit.record(tx, { action: 'legal-basis.withdrawn', subjectKind: 'legal-basis', subjectId: basisId, householdId, details: { stoppedReferrals: stoppedReferrals.length } });
      await this.outbox.add(tx, { kind: fromOutside ? 'legal-basis.withdrawn-on-request' : 'legal-basis.withdrawn', payload: { basisId } });
      const view = await this.view(tx, basisId, localDateOf(tx.now));
      return { ...view, stoppedReferrals, nextStep: afterWithdrawal(basis.type, stoppedReferrals.length) };
    });
  }

  private async write(tx: Transaction, actor: Actor, facts: SharingFacts, input: BasisInput, followsId: string | null = null): Promise<BasisView> {
    requireRunning(facts);
    const { householdId } = facts;
    const id = await writeBasis(tx, actor, facts, input, followsId);
    await setAlarms(tx, this.outbox, 'legal-basis', id, input.validUntil);
    const again = followsId ? ' opnieuw' : '';
    await this.story.tell(tx, householdId, 'legal-basis.recorded', `Er is${again} een grondslag om gegevens te delen met ${facts.organisation?.name}.`);
    await this.audit.record(tx, {
      action: followsId ? 'legal-basis.renewed' : 'legal-basis.recorded', subjectKind: 'legal-basis', subjectId: id, householdId,
      details: { type: input.type, toOrganisationId: input.toOrganisationId, catalogueCode: input.catalogueCode },
    });
    return this.view(tx, id, localDateOf(tx.now));
  }

  /** The new one may open less than the old one did: what leaned on the difference stops. */
  private async supersede(tx: Transaction, old: Held, stop: StopWhatLeansOn): Promise<void> {
    const state = transitionBasis(old.state, 'supersede', { periodOver: false, hasSuccessor: true });
    await tx.query('UPDATE legal_basis SET state = $2, version = version + 1 WHERE id = $1', [old.id, state]);
    await stop(tx, { ...old, because: 'de nieuwe grondslag is kleiner dan de oude' });
  }

  private async view(tx: Transaction, id: string, today: LocalDate): Promise<BasisView> {
    const [found] = await tx.query<{ basis: BasisRow }>(`SELECT ${BASIS_JSON} AS basis FROM legal_basis b WHERE b.id = $1`, [id]);
    if (!found) throw notFound();
    return basisView(found.basis, today);
  }
}

const notRenewable = (state: BasisState): DomainError =>
  new DomainError('legal-basis.not-renewable', `Deze grondslag is nu: ${BASIS_STATES[state]}. Dan kun je niet: vernieuwen.`, { kind: 'conflict' });

function withdrawnText(stopped: number): string {
  const consequence = stopped === 0 ? '' : stopped === 1 ? ' Er is een verwijzing gestopt.' : ` Er zijn ${stopped} verwijzingen gestopt.`;
  return `Een grondslag om gegevens te delen is ingetrokken.${consequence}`;
}
