import { Injectable } from '@nestjs/common';
import { localDateOf } from '#kernel';
import type { Transaction } from '#platform';
import type { GateBasis, LostBasis } from '#privacy';
import { isOpenReferral } from './domain/index.js';
import { type HeldReferral, holdReferral } from './held-referral.js';
import { ReferralMoves } from './referral-moves.service.js';
import { gateOf, type SharedCategory, sharedBases } from './referral-sharing.js';

// Which open referrals share something that this basis opened, and which bases are left for that, as the narrow door shows them.
const LEANING = `
  SELECT r.id,
    (SELECT jsonb_agg(jsonb_build_object('memberId', s.member_id, 'category', s.category)) FROM referral_share s
     WHERE s.referral_id = r.id AND (s.legal_basis_id = $1 OR (s.member_id = $2 AND s.category = ANY ($3)))) AS shares,
    ${sharedBases('$6')} AS bases
  FROM referral r
  WHERE r.household_id = $4 AND r.to_organisation_id = $5 AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')
    AND EXISTS (SELECT FROM referral_share s WHERE s.referral_id = r.id
      AND (s.legal_basis_id = $1 OR (s.member_id = $2 AND s.category = ANY ($3))))
  ORDER BY r.id`;

interface Leaning {
  readonly id: string;
  readonly shares: readonly SharedCategory[];
  readonly bases: readonly GateBasis[];
}

const OF_AGREEMENT = 'SELECT id FROM access.leaning_on_agreement($1, $2) AS id ORDER BY id';

/** A referral does not outlive the basis and the agreement it leans on. */
@Injectable()
export class ReferralStopsService {
  constructor(private readonly moves: ReferralMoves) {}

  /**
   * Part of a withdrawal. Stops every open referral that leaned on the basis, unless another basis covers the same
   * persons and categories: a withdrawn consent does not end what a legal duty carries. Answers the ids that stopped.
   */
  readonly stopWithoutBasis = async (tx: Transaction, lost: LostBasis): Promise<string[]> => {
    const today = localDateOf(tx.now);
    const leaning = await tx.query<Leaning>(LEANING, [lost.id, lost.memberId, lost.dataCategories, lost.householdId, lost.toOrganisationId, today]);
    const stopped: string[] = [];
    for (const { id, shares, bases } of leaning) {
      const held = await holdReferral(tx, id);
      // Closed by the partner while we waited for the lock: nothing left to stop, and a withdrawal never fails on it.
      if (!isOpenReferral(held.state)) continue;
      if (gateOf({ id: held.toOrganisationId, name: held.partnerName }, shares, bases, today).allowed) continue;
      await this.stop(tx, held, lost.because ?? 'de grondslag om gegevens te delen is ingetrokken');
      stopped.push(id);
    }
    return stopped;
  };

  /** A job: stops every open referral that shares something which only this agreement opened. Repeating is harmless. */
  async stopWithoutAgreement(tx: Transaction, agreementId: string): Promise<void> {
    const leaning = await tx.query<{ id: string }>(OF_AGREEMENT, [agreementId, localDateOf(tx.now)]);
    for (const { id } of leaning) {
      const held = await holdReferral(tx, id);
      if (isOpenReferral(held.state)) await this.stop(tx, held, 'er is geen privacyovereenkomst meer');
    }
  }

  private async stop(tx: Transaction, held: HeldReferral, because: string): Promise<void> {
    const text = `De verwijzing naar ${held.partnerName} is gestopt: ${because}.`;
    await this.moves.write(tx, held, 'stop-basis-gone', { kind: 'stopped', text, news: 'referral.stopped' }, false);
  }
}
