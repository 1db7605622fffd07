import { ApiProperty } from '@nestjs/swagger';
import { BASIS_PROOFS, BASIS_STATES, BASIS_TYPES, type BasisState, type BasisType, DATA_CATEGORY_NAMES, type DataCategory, type GateRefusal, REFUSAL_REASONS } from '#privacy';
import { NamedThing } from '../../me/me.response.js';
import { AgreedByResponse } from './agreed-by.request.js';

export class LegalBasisResponse {
  id: string;
  memberId: string;
  memberName: string;
  @ApiProperty({ enum: Object.keys(BASIS_TYPES) })
  type: BasisType;
  article: string;
  purpose: string;
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  dataCategories: readonly DataCategory[];
  fromOrganisation: NamedThing;
  toOrganisation: NamedThing;
  /** First day on which it holds. */
  validFrom: string;
  /** First day on which it no longer holds. */
  validUntil: string;
  @ApiProperty({ enum: Object.keys(BASIS_PROOFS) })
  proof: string;
  /** As it counts today: a basis whose period is over is expired, also before any job has noticed. */
  @ApiProperty({ enum: Object.keys(BASIS_STATES) })
  state: BasisState;
  /** What it means today, in one Dutch sentence. */
  explanation: string;
  /** The line of the catalogue; null for a basis from before it. */
  catalogueCode: string | null;
  agreedBy: readonly AgreedByResponse[];
  /** The basis that this one took the place of. */
  followsId: string | null;
  /** Since when somebody has to look at it again. */
  reviewDueOn: string | null;
  /** Why: `birthday-16`, `rule-off`. */
  reviewReason: string | null;
  version: number;
  allowedActions: readonly string[];
}

export class LegalBasesResponse {
  items: LegalBasisResponse[];
}

export class WithdrawalResponse extends LegalBasisResponse {
  /** Referrals that leaned on it and were stopped with it. */
  stoppedReferrals: string[];
  /** What the regisseur does now. */
  nextStep: string;
}

export class StopsWithResponse {
  referralId: string;
  toOrganisation: NamedThing;
  /** How it stands now, in Dutch. */
  standing: string;
}

export class WithdrawalPreviewResponse {
  basisId: string;
  /** Referrals that stop with it. */
  stops: readonly StopsWithResponse[];
  /** Referrals that share the same and go on, because another basis carries them. */
  goesOn: readonly StopsWithResponse[];
  /** The consequence, in Dutch sentences. */
  sentence: string;
  /** What the regisseur does afterwards. */
  nextStep: string;
}

export class CoveredShareResponse {
  memberId: string;
  memberName: string;
  @ApiProperty({ enum: DATA_CATEGORY_NAMES })
  category: DataCategory;
  basisId: string;
  /** First day on which it is no longer seen. */
  until: string;
}

export class MissingShareResponse {
  memberId: string;
  memberName: string;
  @ApiProperty({ enum: DATA_CATEGORY_NAMES })
  category: DataCategory;
  /** Why the gate stays closed; `no-basis` is the one that a new legal basis solves. */
  @ApiProperty({ enum: REFUSAL_REASONS })
  reason: GateRefusal;
  /** What is missing, in Dutch. */
  message: string;
}

export class SharingPreviewResponse {
  allowed: boolean;
  covered: readonly CoveredShareResponse[];
  missing: readonly MissingShareResponse[];
  /** The same in one text for people. */
  sentence: string;
}
