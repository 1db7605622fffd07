import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { MEETING_STATES, OWNER_KINDS } from '#regie';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';
import { NamedThing } from '../../me/me.response.js';
import { SharedMemberResponse } from '../../referrals/dto/referral.response.js';

const STATES = Object.keys(MEETING_STATES);

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
  @ApiProperty({ type: String, format: 'date-time' })
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

export class ToldDecisionResponse {
  /** What is going to happen. */
  what: string;
  /** Who does it; of the family no names. */
  owner: string;
  @ApiProperty({ type: String, format: 'date' })
  dueOn: LocalDate;
}

export class PartnerMeetingResponse {
  id: string;
  caseNumber: string;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedAt: string;
  /** Goes when nothing is shared any more. */
  subject: string;
  @ApiProperty({ enum: STATES })
  state: string;
  /** Name of the regisseur who planned it. */
  organisedBy: string;
  /** What the gate opens now; a withdrawal empties it. */
  sharedMembers: readonly SharedMemberResponse[];
  /** The points, in their order; goes together with the rest. */
  agenda: readonly string[];
  decisions: readonly ToldDecisionResponse[];
}

export class PartnerMeetingsResponse {
  items: PartnerMeetingResponse[];
  nextCursor: string | null;
}

export class AttendedResponse {
  organisation: NamedThing;
  /** Null until somebody recorded who was there. */
  attended: boolean | null;
  /** What they hear of whom, in Dutch. */
  hears: readonly string[];
}

export class MeetingDecisionResponse extends ToldDecisionResponse {
  id: string;
  @ApiProperty({ enum: OWNER_KINDS })
  ownerKind: string;
}

export class PointResponse {
  id: string;
  title: string;
  /** Who brings it in, in words. */
  broughtBy: string | null;
  /** What was said; other organisations do not read it. */
  discussed: string | null;
  decisions: readonly MeetingDecisionResponse[];
}

export class MeetingCorrectionResponse {
  text: string;
  by: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

export class MeetingResponse {
  id: string;
  household: FamilyHeadResponse;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedAt: string;
  /** What it is about. */
  subject: string;
  @ApiProperty({ enum: STATES })
  state: string;
  /** Name of the regisseur who planned it. */
  organisedBy: string;
  /** The first day on which invited organisations read nothing of it any more. */
  @ApiProperty({ type: String, format: 'date' })
  readableUntil: LocalDate;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;
  /** Who of the family was there. */
  attendedMemberIds: readonly string[];
  /** Who else was there, in words. */
  attendedOthers: string | null;
  invited: readonly AttendedResponse[];
  points: readonly PointResponse[];
  corrections: readonly MeetingCorrectionResponse[];
  /** Everybody in the family. */
  people: readonly NamedThing[];
  /** Colleagues with a task in this family. */
  colleagues: readonly NamedThing[];
  version: number;
  allowedActions: readonly string[];
}

const KINDS = ['coordination', 'case-review'];

export class OwnMeetingFamilyResponse {
  id: string;
  caseNumber: string;
  name: string;
}

export class OwnMeetingResponse {
  id: string;
  @ApiProperty({ enum: KINDS })
  kind: string;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedAt: string;
  title: string;
  state: string;
  /** Name of who planned it. */
  organisedBy: string;
  /** Null for a case review: nobody reads there whose it is. */
  household: OwnMeetingFamilyResponse | null;
}

export class OwnMeetingsResponse {
  items: OwnMeetingResponse[];
  nextCursor: string | null;
}
