import { Type } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Instant, Text } from '../../http/fields.js';
import { PageRequest } from '../../http/page.request.js';
import { PlanActionRequest } from '../../family-plans/dto/plan-action.request.js';
import { ShareRequest } from '../../legal-bases/dto/share.request.js';

const byMember = (share: unknown): unknown => (share as ShareRequest | null)?.memberId;
const byOrganisation = (invitation: unknown): unknown => (invitation as InvitationRequest | null)?.organisationId;

export class InvitationRequest {
  /** Who is invited. */
  @IsUUID()
  organisationId: string;

  /** What they see beforehand, per member. */
  @ArrayUnique(byMember)
  @ArrayMaxSize(30)
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @IsArray()
  @Type(() => ShareRequest)
  shares: ShareRequest[];
}

export class PlanMeetingRequest {
  /** When the meeting is. */
  @Instant()
  plannedAt: string;

  /** What it is about. Invited organisations read this as long as something is shared with them. */
  @Text(200)
  subject: string;

  /** Each organisation named once. */
  @ArrayUnique(byOrganisation)
  @ArrayMaxSize(10)
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @IsArray()
  @Type(() => InvitationRequest)
  invited: InvitationRequest[];
}

export class AgendaPointRequest {
  /** Left out: a new point. */
  @IsOptional()
  @IsUUID()
  pointId?: string;

  /** What it is about. Invited organisations read this. */
  @Text(200)
  title: string;

  /** Who brings it in, in words. Invited organisations do not read this. */
  @Text(100, { optional: true })
  broughtBy?: string;
}

export class SetAgendaRequest {
  /** The whole agenda, in its order; what is not here leaves it. */
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @IsArray()
  @Type(() => AgendaPointRequest)
  points: AgendaPointRequest[];
}

export class AttendanceRequest {
  /** Of the invited organisations those who came. */
  @ArrayUnique()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  @IsArray()
  organisationIds: string[];

  /** Who of the family was there. */
  @ArrayUnique()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  @IsArray()
  memberIds: string[];

  /** Who else, in words. */
  @Text(300, { optional: true })
  others?: string;
}

export class DiscussedRequest {
  /** A point of this agenda. */
  @IsUUID()
  pointId: string;

  /** What was said. */
  @Text(10_000, { optional: true })
  discussed: string;
}

export class WriteMinutesRequest {
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @IsArray()
  @Type(() => DiscussedRequest)
  points: DiscussedRequest[];
}

export class DecideRequest extends PlanActionRequest {
  /** The point of the agenda that it belongs to. */
  @IsUUID()
  pointId: string;
}

export class CorrectMinutesRequest {
  /** What was wrong, and how it is. */
  @Text(2_000)
  text: string;
}

const WHEN = ['upcoming', 'past'] as const;

export class OwnMeetingsRequest extends PageRequest {
  /** Still to come, or over. */
  @ApiProperty({ enum: WHEN })
  @IsIn(WHEN)
  when: (typeof WHEN)[number];
}
