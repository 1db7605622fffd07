import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID, ValidateNested } from 'class-validator';
import { Instant, Text } from '../../http/fields.js';
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
