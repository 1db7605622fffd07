import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId, refuseInvalid } from '#kernel';
import { HouseholdStory } from '#households';
import { Audit, Outbox, type Transaction, UnitOfWork } from '#platform';
import {
  type Agreement, yesProblems, type BasisProof, type BasisState, type DataCategory, mayRecordBasis, mayWithdrawBasis, type NewRelease, releaseProblems, secrecyRelease,
} from '../domain/index.js';
import type { LostBasis, StopWhatLeansOn } from '../legal-bases.service.js';
import { basisRelation, holdSharingFacts, requireMember, requireOrganisation } from '../sharing-facts.js';
import { setAlarms } from './record-alarms.js';
import { agreementContext, holdForEnding, keptAgreements, requireRunning } from './record-facts.js';
import { RELEASE_JSON, type ReleaseRow, type ReleaseView, releaseView } from './record-views.js';

export interface ReleaseInput extends NewRelease {
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly categories: readonly DataCategory[];
  readonly proof: BasisProof;
  readonly agreedBy: readonly Agreement[];
}

export interface ReleaseWithdrawal extends ReleaseView {
  readonly stoppedReferrals: string[];
}

const INSERT = `INSERT INTO secrecy_release (id, household_id, municipality_id, member_id, professional, released_organisation, to_organisation_id,
    categories, purpose, valid_from, valid_until, state, proof, given_by, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'active', $12, $13, $14, $15)`;

const HOLD = `SELECT id, household_id AS "householdId", member_id AS "memberId", to_organisation_id AS "toOrganisationId", categories AS "dataCategories", state
  FROM secrecy_release WHERE id = $1 AND household_id = $2 FOR UPDATE`;

const END = `UPDATE secrecy_release SET state = $2, withdrawn_at = $3, withdrawal_reason = $4, version = version + 1 WHERE id = $1`;

export const releaseNotFound = (): DomainError =>
  new DomainError('secrecy-release.not-found', 'Dit ja tegen het beroepsgeheim bestaat niet, of je mag het niet zien.', { kind: 'not-found' });

/** A person lets a professional tell what was heard in confidence: a record of its own beside the legal basis. */
@Injectable()
export class SecrecyReleasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly story: HouseholdStory,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Throws `invalid` with everything that is wrong, also when the wrong person said yes. */
  record(actor: Actor, householdId: string, input: ReleaseInput): Promise<ReleaseView> {
    return this.work.run(actor, async (tx) => {
      const facts = await holdSharingFacts(tx, householdId, input.toOrganisationId);
      assertAllowed(mayRecordBasis(actor, basisRelation(actor, facts)), 'secrecy-release.record');
      requireRunning(facts);
      const today = localDateOf(tx.now);
      const member = requireMember(facts, input.memberId, 'memberId');
      const { id: organisationId } = requireOrganisation(facts);
      const context = await agreementContext(tx, facts, member, today);
      refuseInvalid('secrecy-release.invalid', [
        ...releaseProblems(input, today),
        ...(input.proof === 'law' ? [{ name: 'proof', message: 'Dit ja blijkt niet uit de wet. Kies een gesprek, formulier of brief.' }] : []),
        ...yesProblems('secrecy-release', input.agreedBy, context),
      ]);
      const id = newId();
      await tx.query(INSERT, [
        id, householdId, actor.municipalityId, member.id, input.professional, input.releasedOrganisation, organisationId, [...new Set(input.categories)],
        input.purpose, input.validFrom, input.validUntil, input.proof, keptAgreements(input.agreedBy), actor.userId, tx.now,
      ]);
      await setAlarms(tx, this.outbox, 'secrecy-release', id, input.validUntil);
      await this.story.tell(tx, householdId, 'secrecy-release.recorded', 'Iemand heeft ja gezegd: een professional mag iets vertellen wat onder het beroepsgeheim valt.');
      await this.audit.record(tx, { action: 'secrecy-release.recorded', subjectKind: 'secrecy-release', subjectId: id, householdId, details: { memberId: member.id } });
      return this.view(tx, id);
    });
  }

  /** Always succeeds, and stops what could only be shared with it. */
  withdraw(actor: Actor, householdId: string, releaseId: string, reason: string | undefined, stop: StopWhatLeansOn): Promise<ReleaseWithdrawal> {
    return this.work.run(actor, async (tx) => {
      const { relation, fromOutside } = await holdForEnding(tx, actor, householdId);
      const [release] = await tx.query<LostBasis & { state: BasisState }>(HOLD, [releaseId, householdId]);
      if (!release) throw releaseNotFound();
      assertAllowed(mayWithdrawBasis(actor, relation), 'secrecy-release.withdraw');
      await tx.query(END, [releaseId, secrecyRelease.transition(release.state, 'withdraw', { periodOver: false }), tx.now, reason ?? null]);
      const stoppedReferrals = fromOutside ? [] : await stop(tx, { ...release, because: 'het ja tegen het beroepsgeheim is ingetrokken' });
      if (!fromOutside) await this.story.tell(tx, householdId, 'secrecy-release.withdrawn', 'Een ja tegen het beroepsgeheim is ingetrokken.');
      await this.audit.record(tx, {
        action: 'secrecy-release.withdrawn', subjectKind: 'secrecy-release', subjectId: releaseId, householdId,
        details: { memberId: release.memberId, stoppedReferrals: stoppedReferrals.length },
      });
      await this.outbox.add(tx, { kind: fromOutside ? 'secrecy-release.withdrawn-on-request' : 'secrecy-release.withdrawn', payload: { recordId: releaseId } });
      return { ...(await this.view(tx, releaseId)), stoppedReferrals };
    });
  }

  private async view(tx: Transaction, id: string): Promise<ReleaseView> {
    const [found] = await tx.query<{ release: ReleaseRow }>(`SELECT ${RELEASE_JSON} AS release FROM secrecy_release y WHERE y.id = $1`, [id]);
    if (!found) throw releaseNotFound();
    return releaseView(found.release, localDateOf(tx.now));
  }
}
