import { ApiProperty } from '@nestjs/swagger';
import { AgreedByResponse } from '../../legal-bases/dto/agreed-by.request.js';
import { REPRESENTATIVE_KINDS, type RepresentativeKind } from '#households';
import { BASIS_PROOFS, BASIS_STATES, type BasisState, DATA_CATEGORY_NAMES, type DataCategory, helpAgreement, type HelpState } from '#privacy';
import { NamedThing } from '../../me/me.response.js';

const YES = ['self', 'parents', 'child-and-parents', 'representative'] as const;
type Yes = (typeof YES)[number];

export class RecordResponse {
  id: string;
  memberId: string;
  memberName: string;
  /** First day on which it holds. */
  validFrom: string;
  @ApiProperty({ enum: Object.keys(BASIS_PROOFS) })
  proof: string;
  agreedBy: readonly AgreedByResponse[];
  withdrawnAt: string | null;
  /** Since when somebody has to look at it again. */
  reviewDueOn: string | null;
  /** Why: `birthday-12`, `birthday-16`, `birthday-18`. */
  reviewReason: string | null;
  version: number;
  allowedActions: readonly string[];
}

export class SecrecyReleaseResponse extends RecordResponse {
  /** Whose secrecy it is. */
  professional: string;
  /** Where that person works. */
  releasedOrganisation: string;
  toOrganisation: NamedThing;
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  categories: readonly DataCategory[];
  purpose: string;
  /** First day on which it no longer holds. */
  validUntil: string;
  @ApiProperty({ enum: Object.keys(BASIS_STATES) })
  state: BasisState;
}

export class SecrecyReleasesResponse {
  items: SecrecyReleaseResponse[];
}

export class SecrecyWithdrawalResponse extends SecrecyReleaseResponse {
  /** Referrals that could only go on with it, and were stopped. */
  stoppedReferrals: string[];
}

export class HelpAgreementResponse extends RecordResponse {
  /** Which help. */
  help: string;
  @ApiProperty({ enum: helpAgreement.stateNames })
  state: HelpState;
}

export class WhoDecidesResponse {
  memberId: string;
  /** Whose yes is needed for help and secrecy. */
  @ApiProperty({ enum: YES })
  help: Yes;
  /** Whose consent is needed to share data. */
  @ApiProperty({ enum: YES })
  consent: Yes;
  /** The same about help, in a Dutch sentence. */
  helpText: string;
  /** The same about consent, in a Dutch sentence. */
  consentText: string;
}

export class AuthorityResponse {
  childId: string;
  adultId: string;
  hasAuthority: boolean;
}

export class ActsForResponse {
  memberId: string;
  @ApiProperty({ enum: Object.keys(REPRESENTATIVE_KINDS) })
  kind: RepresentativeKind;
  name: string;
  /** Where this person works. */
  organisation: string | null;
}

export class HelpAgreementsResponse {
  items: HelpAgreementResponse[];
  /** Per member: who says yes. */
  whoDecides: WhoDecidesResponse[];
  /** What is recorded about authority over children. */
  authority: AuthorityResponse[];
  /** Who acts by law for whom today. */
  representatives: ActsForResponse[];
}
