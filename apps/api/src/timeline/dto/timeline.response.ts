import { ApiProperty } from '@nestjs/swagger';
import { TIMELINE_GROUP_NAMES } from '#regie';
import { ContactResponse } from '../../contacts/dto/contact.response.js';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';
import { FamilyMemberNameResponse } from '../../households/dto/family-member-name.response.js';

export class TimelineItemResponse {
  id: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  @ApiProperty({ enum: TIMELINE_GROUP_NAMES })
  group: string;
  /** What happened, in one line; null for a contact, which says it itself. */
  text: string | null;
  /** Who did it. */
  by: string;
  note: ContactResponse | null;
}

export class TimelineResponse {
  household: FamilyHeadResponse;
  /** Everybody in the family, to filter by. */
  people: readonly FamilyMemberNameResponse[];
  items: readonly TimelineItemResponse[];
  nextCursor: string | null;
  allowedActions: readonly string[];
}
