import { ApiProperty } from '@nestjs/swagger';
import { NamedThing } from '../../me/me.response.js';
import { SharedMemberResponse } from '../../referrals/dto/referral.response.js';

const STATES = ['planned', 'cancelled'];

export class InvitedMemberResponse {
  memberId: string;
  memberName: string;
  /** The kinds of data, in Dutch. */
  what: string;
}

export class InvitedResponse {
  organisation: NamedThing;
  shares: readonly InvitedMemberResponse[];
}

export class FamilyMeetingResponse {
  id: string;
  @ApiProperty({ format: 'date-time' })
  plannedAt: string;
  /** What it is about, in the words of who planned it. */
  subject: string;
  @ApiProperty({ enum: STATES })
  state: string;
  /** Name of the regisseur who planned it. */
  organisedBy: string;
  invited: readonly InvitedResponse[];
  version: number;
  allowedActions: readonly string[];
}

export class FamilyMeetingsResponse {
  items: readonly FamilyMeetingResponse[];
  nextCursor: string | null;
}

export class PartnerMeetingResponse {
  id: string;
  caseNumber: string;
  @ApiProperty({ format: 'date-time' })
  plannedAt: string;
  /** Goes when nothing is shared any more. */
  subject: string;
  @ApiProperty({ enum: STATES })
  state: string;
  /** Name of the regisseur who planned it. */
  organisedBy: string;
  /** What the gate opens now; a withdrawal empties it. */
  sharedMembers: readonly SharedMemberResponse[];
}

export class PartnerMeetingsResponse {
  items: PartnerMeetingResponse[];
  nextCursor: string | null;
}
