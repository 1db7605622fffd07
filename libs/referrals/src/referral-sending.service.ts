import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId } from '#kernel';
import { HouseholdStory, isEnded } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import { askGate, holdSharingFacts, refuseClosedInText, requireOrganisation, type SharingDecision, type SharingFacts, type ShareWish } from '#privacy';
import { AnswerLadder } from './answer-ladder.service.js';
import { firstRung, mayChangeReferral, referralDeadlines, transitionReferral } from './domain/index.js';
import { partiesOf } from './held-referral.js';
import { Referral } from './referral.entity.js';
import { ReferralMoves } from './referral-moves.service.js';
import { allowedSteps, type ReferralProgress, standingOf } from './referral-progress.js';

export interface NewReferral {
  readonly toOrganisationId: string;
  readonly question: string;
  readonly threatening: boolean;
  readonly shares: readonly ShareWish[];
}

const ADD_SHARES = `INSERT INTO referral_share (referral_id, household_id, municipality_id, member_id, category, legal_basis_id)
  SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::text[], $6::uuid[])`;

const REGISSEUR = `SELECT u.id, u.name FROM regisseur_assignment a JOIN app_user u ON u.id = a.regisseur_id
  WHERE a.household_id = $1 AND a.state IN ('active', 'handover-planned')`;

/** Sending a warm referral: only what the gate covers leaves the house. */
@Injectable()
export class ReferralSending {
  constructor(
    private readonly work: UnitOfWork,
    private readonly moves: ReferralMoves,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly ladder: AnswerLadder,
  ) {}

  /** Throws `refused` with one problem per member and category that no basis covers. */
  send(actor: Actor, householdId: string, input: NewReferral): Promise<ReferralProgress> {
    return this.work.run(actor, async (tx) => {
      const facts = await holdSharingFacts(tx, householdId, input.toOrganisationId);
      const regisseur = await this.getRegisseur(tx, householdId);
      const parties = partiesOf(actor, {
        fromOrganisationId: actor.organisationId, toOrganisationId: input.toOrganisationId, regisseurId: regisseur.id,
        substitutes: facts.reasons.includes('substitute'),
      });
      assertAllowed(mayChangeReferral(actor, 'request', parties), 'referral.request');
      if (isEnded(facts.state)) throw ended();
      const partner = requirePartner(facts);
      const today = localDateOf(tx.now);
      const decision = askGate(facts, input.shares, today);
      if (!decision.allowed) throw notCovered(decision, input.shares);
      await refuseClosedInText(tx, householdId, { field: 'question', text: input.question }, [{ name: partner.name, covered: decision.covered }]);
      const state = transitionReferral('draft', 'request', {
        sharingAllowed: decision.allowed, questionAsked: input.question.trim() !== '', reasonGiven: false, answerTermOver: false,
      });
      const { answerBy, firstContactBy } = referralDeadlines(today, input.threatening);
      const referral = {
        id: newId(), householdId, municipalityId: actor.municipalityId, caseNumber: facts.caseNumber,
        fromOrganisationId: actor.organisationId, toOrganisationId: partner.id, regisseurId: regisseur.id, question: input.question,
        threatening: input.threatening, state, requestedAt: tx.now, answerBy, firstContactBy, version: 1,
      };
      await tx.manager.insert(Referral, referral);
      await this.addShares(tx, referral, decision);
      await this.tellAndWake(tx, referral, partner.name);
      const standing = { ...referral, firstContactOn: null, partnerName: partner.name, regisseurName: regisseur.name };
      return {
        id: referral.id, caseNumber: facts.caseNumber, state, answerBy, firstContactBy, version: 1,
        ...standingOf(actor, parties, standing, today),
        allowedActions: allowedSteps(actor, parties, state, true),
      };
    });
  }

  private async getRegisseur(tx: Transaction, householdId: string): Promise<{ id: string; name: string }> {
    const [regisseur] = await tx.query<{ id: string; name: string }>(REGISSEUR, [householdId]);
    if (!regisseur) throw noRegisseur();
    return regisseur;
  }

  private async addShares(tx: Transaction, { id, householdId }: { id: string; householdId: string }, { covered }: SharingDecision): Promise<void> {
    await tx.query(ADD_SHARES, [
      id, householdId, tx.actor.municipalityId,
      covered.map(({ memberId }) => memberId), covered.map(({ category }) => category), covered.map(({ basisId }) => basisId),
    ]);
  }

  private async tellAndWake(tx: Transaction, referral: { id: string; householdId: string; threatening: boolean }, partnerName: string): Promise<void> {
    const { id, householdId, threatening } = referral;
    const text = `Er is een verwijzing verstuurd naar ${partnerName}.`;
    await this.moves.tell(tx, referral, { kind: 'requested', text });
    await this.story.tell(tx, householdId, 'referral.requested', text);
    await this.audit.record(tx, { action: 'referral.requested', subjectKind: 'referral', subjectId: id, householdId });
    await this.outbox.add(tx, { kind: 'referral.requested', payload: { referralId: id, version: '1' } });
    await this.ladder.arm(tx, id, firstRung(localDateOf(tx.now), threatening));
  }
}

const ended = (): DomainError => new DomainError('household.ended', 'Dit gezin is afgesloten. Heropen het eerst.', { kind: 'conflict' });

const noRegisseur = (): DomainError =>
  new DomainError('referral.no-regisseur', 'Dit gezin heeft nog geen regisseur. Wijs er eerst een aan.', { kind: 'refused' });

function requirePartner(facts: SharingFacts): { id: string; name: string } {
  const organisation = requireOrganisation(facts);
  if (organisation.takesReferrals) return organisation;
  const message = 'Deze organisatie neemt geen verwijzingen aan.';
  throw new DomainError('referral.partner', message, { kind: 'invalid', fields: [{ name: 'toOrganisationId', message }] });
}

/** Names each member and category: the sender knows these people. */
function notCovered({ missing, sentence }: SharingDecision, shares: readonly ShareWish[]): DomainError {
  const placeOf = (memberId: string): number => shares.findIndex((share) => share.memberId === memberId);
  const fields = missing.map(({ memberId, category, message }) => ({ name: `shares.${placeOf(memberId)}.${category}`, message }));
  return new DomainError('referral.not-covered', sentence, { kind: 'refused', fields });
}
