import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, joinDutch } from '#kernel';
import { Clock, UnitOfWork } from '#platform';
import { afterWithdrawal, BASIS_JSON, type BasisRow, basisRelation, basisView, type GateBasis, mayWithdrawBasis } from '#privacy';
import { REFERRAL_STATES, type ReferralState } from './domain/index.js';
import { gateOf, type SharedCategory, sharedBases } from './referral-sharing.js';

interface Leaning {
  readonly id: string;
  readonly state: ReferralState;
  readonly shares: readonly SharedCategory[];
  readonly bases: readonly GateBasis[];
}

interface Row {
  readonly basis: BasisRow;
  readonly municipalityId: string;
  readonly reasons: readonly string[];
  readonly leaning: readonly Leaning[];
}

export interface StopsWith {
  readonly referralId: string;
  readonly toOrganisation: { readonly id: string; readonly name: string };
  /** How it stands now, in Dutch. */
  readonly standing: string;
}

/** The consequence of a withdrawal, before it is done. */
export interface WithdrawalPreview {
  readonly basisId: string;
  readonly stops: readonly StopsWith[];
  /** Referrals that share the same, and go on because another basis carries them. */
  readonly goesOn: readonly StopsWith[];
  /** 'Dit stopt: verwijzing naar Humanitas. …' */
  readonly sentence: string;
  /** What the regisseur does afterwards. */
  readonly nextStep: string;
}

// One statement: the basis as the actor may see it, what leans on it, and the line in the audit. Changes nothing else.
const PREVIEW = {
  name: 'withdrawal-preview',
  text: `WITH lost AS (SELECT b.* FROM legal_basis b WHERE b.id = $1 AND b.household_id = $2
      AND EXISTS (SELECT FROM household_access a WHERE a.household_id = b.household_id AND a.user_id = $3)),
    seen AS (INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, request_id)
      SELECT l.municipality_id, $3, access.organisation(), 'legal-basis.withdrawal-previewed', 'legal-basis', l.id, l.household_id, $4 FROM lost l)
    SELECT ${BASIS_JSON} AS basis, b.municipality_id AS "municipalityId",
      ARRAY(SELECT a.reason FROM household_access a WHERE a.household_id = b.household_id AND a.user_id = $3) AS reasons,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'state', r.state, 'shares',
          (SELECT jsonb_agg(jsonb_build_object('memberId', s.member_id, 'category', s.category)) FROM referral_share s
           WHERE s.referral_id = r.id AND (s.legal_basis_id = b.id OR (s.member_id = b.member_id AND s.category = ANY (b.data_categories)))),
          'bases', ${sharedBases('$5')}) ORDER BY r.id)
        FROM referral r WHERE r.household_id = b.household_id AND r.to_organisation_id = b.to_organisation_id
          AND r.state IN ('requested', 'accepted', 'in-progress', 'on-hold')
          AND EXISTS (SELECT FROM referral_share s WHERE s.referral_id = r.id
            AND (s.legal_basis_id = b.id OR (s.member_id = b.member_id AND s.category = ANY (b.data_categories))))), '[]') AS leaning
    FROM lost b`,
};

/** What stops when a basis is withdrawn, by the same gate that will stop it. */
@Injectable()
export class WithdrawalPreviewQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, householdId: string, basisId: string): Promise<WithdrawalPreview> {
    const today = this.clock.today();
    const [row] = await this.work.read<Row>(actor, PREVIEW, [basisId, householdId, actor.userId, actor.requestId ?? null, today]);
    if (!row) throw new DomainError('legal-basis.not-found', 'Deze grondslag bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
    assertAllowed(mayWithdrawBasis(actor, basisRelation(actor, row)), 'legal-basis.withdraw');
    const { toOrganisation, type } = row.basis;
    const stands = ({ shares, bases }: Leaning): boolean => gateOf(toOrganisation, shares, bases.filter(({ id }) => id !== basisId), today).allowed;
    const named = ({ id, state }: Leaning): StopsWith => ({ referralId: id, toOrganisation, standing: REFERRAL_STATES[state] });
    const stops = row.leaning.filter((one) => !stands(one)).map(named);
    const { memberName, state } = basisView(row.basis, today);
    const sees = state === 'active' ? `${toOrganisation.name} ziet via deze grondslag meteen niets meer van ${memberName}.` : 'Deze grondslag opent nu al niets.';
    return { basisId, stops, goesOn: row.leaning.filter(stands).map(named), sentence: `${stopSentence(stops)} ${sees}`, nextStep: afterWithdrawal(type, stops.length) };
  }
}

const stopSentence = (stops: readonly StopsWith[]): string =>
  stops.length === 0 ? 'Er stopt geen verwijzing.' : `Dit stopt: ${joinDutch(stops.map(({ toOrganisation, standing }) => `verwijzing naar ${toOrganisation.name} (${standing})`))}.`;
