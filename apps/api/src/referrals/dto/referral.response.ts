import { ApiProperty } from '@nestjs/swagger';
import { DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';
import { REFERRAL_STATES, REFUSAL_CODES, type ReferralState, type RefusalCode } from '#referrals';
import { NamedThing } from '../../me/me.response.js';

const STATES = Object.keys(REFERRAL_STATES);
const SIDES = ['regisseur', 'partner'];

export class ReferralNextStepResponse {
  /** What has to happen, for this reader. */
  text: string;
  /** Whose turn it is: a name, 'Jij' or 'Niemand'. */
  who: string;
}

export class ReferralSummaryResponse {
  id: string;
  caseNumber: string;
  /** Sender only. */
  householdId?: string;
  /** Sender only. */
  householdName?: string;
  fromOrganisation: NamedThing;
  toOrganisation: NamedThing;
  /** Gone for the partner when the referral is closed. */
  question: string;
  /** Eviction or cut-off threatens. */
  threatening: boolean;
  @ApiProperty({ enum: STATES })
  state: ReferralState;
  requestedAt: string | null;
  answerBy: string | null;
  firstContactBy: string | null;
  /** The answer or the first contact is overdue. */
  late: boolean;
  version: number;
}

export class ReferralPageResponse {
  items: ReferralSummaryResponse[];
  nextCursor: string | null;
}

/** A field is only there when a legal basis opens its category today. */
export class SharedMemberResponse {
  memberId: string;
  name?: string;
  birthDate?: string;
  phone?: string;
  email?: string;
  address?: string;
  /** Comes with the address: a protected address is never handed on. */
  protectedAddress?: boolean;
  /** Place in the family; only with category `household`. */
  role?: string;
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  categories: readonly DataCategory[];
  /** On which ground, in words. */
  basis: string;
  /** First day on which part of it is no longer seen. */
  until: string;
}

export class ReferralEventResponse {
  at: string;
  kind: string;
  text: string;
  by: string;
}

export class RefusalResponse {
  @ApiProperty({ enum: Object.keys(REFUSAL_CODES) })
  code: RefusalCode;
  label: string;
  explanation: string;
  nextStep: string;
}

export class RegisseurNameResponse {
  name: string;
}

export class ReferralResponse extends ReferralSummaryResponse {
  /** When the partner first read it. */
  receivedAt: string | null;
  firstContactOn: string | null;
  regisseur: RegisseurNameResponse;
  /** The regisseur, until the partner has recorded the first contact. */
  @ApiProperty({ enum: SIDES })
  responsible: 'regisseur' | 'partner';
  refusal: RefusalResponse | null;
  sharedMembers: readonly SharedMemberResponse[];
  events: readonly ReferralEventResponse[];
  nextStep: ReferralNextStepResponse;
  allowedActions: readonly string[];
}

/** Where it stands after a step. Read the referral for everything else. */
export class ReferralProgressResponse {
  id: string;
  caseNumber: string;
  @ApiProperty({ enum: STATES })
  state: ReferralState;
  answerBy: string | null;
  firstContactBy: string | null;
  @ApiProperty({ enum: SIDES })
  responsible: 'regisseur' | 'partner';
  nextStep: ReferralNextStepResponse;
  allowedActions: readonly string[];
  version: number;
}

export class ReferralStandingResponse {
  version: number;
  /** Changes with everything that is opened or closed for the reader; says nothing else. */
  opens: string;
}
