import { ApiProperty } from '@nestjs/swagger';
import { AgreedByResponse } from '../../legal-bases/dto/agreed-by.request.js';
import { BASIS_STATES, BASIS_TYPES } from '#privacy';
import { REFERRAL_STATES } from '#referrals';
import { NamedThing } from '../../me/me.response.js';

export class DossierAddressResponse {
  postcode?: string;
  houseNumber?: string;
  suffix?: string | null;
  city?: string;
  neighbourhood?: string | null;
  protected: boolean;
}

export class DossierBasisResponse {
  id: string;
  memberId: string;
  memberName: string;
  @ApiProperty({ enum: Object.keys(BASIS_TYPES) })
  type: string;
  article: string;
  purpose: string;
  dataCategories: string[];
  fromOrganisation: NamedThing;
  toOrganisation: NamedThing;
  validFrom: string;
  validUntil: string;
  proof: string;
  @ApiProperty({ enum: Object.keys(BASIS_STATES) })
  state: string;
  /** What it means today, in one Dutch sentence. */
  explanation: string;
  /** The line of the catalogue; null for a basis from before it. */
  catalogueCode: string | null;
  agreedBy: readonly AgreedByResponse[];
  followsId: string | null;
  /** Since when somebody has to look at it again. */
  reviewDueOn: string | null;
  /** Why: `birthday-16`, `rule-off`. */
  reviewReason: string | null;
  version: number;
  allowedActions: string[];
}

export class DossierReferralResponse {
  id: string;
  caseNumber: string;
  householdId: string;
  householdName: string;
  toOrganisation: NamedThing;
  fromOrganisation: NamedThing;
  question: string;
  threatening: boolean;
  @ApiProperty({ enum: Object.keys(REFERRAL_STATES) })
  state: string;
  requestedAt: string | null;
  answerBy: string | null;
  firstContactBy: string | null;
  late: boolean;
  version: number;
}

export class DossierCanvasResponse {
  id: string;
  updatedAt: string;
  version: number;
}

export class DossierFundRequestResponse {
  id: string;
  domain: string;
  amountCents: number;
  state: string;
  decisionDeadline: string | null;
}

export class DossierReminderResponse {
  id: string;
  householdId: string;
  householdName: string;
  title: string;
  note: string | null;
  dueAt: string;
  state: string;
  origin: string;
}
