import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_KIND_NAMES } from '#regie';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';
import { NamedThing } from '../../me/me.response.js';

export class EarlierContactResponse {
  @ApiProperty({ enum: CONTACT_KIND_NAMES })
  kind: string;
  @ApiProperty({ type: String, format: 'date-time' })
  contactAt: string;
  /** Who of the family was there. */
  with: readonly NamedThing[];
  /** Who else, in words. */
  others: string | null;
  /** What was discussed. */
  discussed: string;
  /** What was agreed to do next. */
  nextStep: string | null;
  /** Name of who wrote it. */
  writtenBy: string;
  @ApiProperty({ type: String, format: 'date-time' })
  writtenAt: string;
  version: number;
}

export class ContactResponse extends EarlierContactResponse {
  id: string;
  /** Who corrected it last. */
  correctedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  correctedAt: string | null;
  /** Why it was corrected. */
  correctionReason: string | null;
  allowedActions: readonly string[];
}

export class ContactWithHistoryResponse {
  household: FamilyHeadResponse;
  note: ContactResponse;
  /** What stood there before, newest first. */
  earlier: readonly EarlierContactResponse[];
  version: number;
}

export class DraftContentResponse {
  kind: string;
  /** As the field holds it. */
  moment: string;
  /** Who of the family is ticked. */
  memberIds: readonly string[];
  /** Who else, in words. */
  others: string;
  /** What was discussed. */
  discussed: string;
  nextStep: string;
  /** As the field holds it. */
  remind: string;
}

export class ContactDraftResponse {
  /** Null when there is no draft. */
  content: DraftContentResponse | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  savedAt: string | null;
  /** 0 when there is no draft: send that to begin one. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  version: number;
}

export class SavedDraftResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  savedAt: string;
  version: number;
}
