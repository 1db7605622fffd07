import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_KIND_NAMES } from '#regie';
import { NamedThing } from '../../me/me.response.js';

/** Which family a page is about. */
export class FamilyHeadResponse {
  id: string;
  caseNumber: string;
  name: string;
  state: string;
}

export class EarlierContactResponse {
  @ApiProperty({ enum: CONTACT_KIND_NAMES })
  kind: string;
  @ApiProperty({ format: 'date-time' })
  contactAt: string;
  /** Who of the family was there. */
  with: readonly NamedThing[];
  /** Who else, in words. */
  others: string | null;
  /** What was discussed. */
  discussed: string;
  /** What was agreed to do next. */
  nextStep: string | null;
  writtenBy: string;
  @ApiProperty({ format: 'date-time' })
  writtenAt: string;
  version: number;
}

export class ContactResponse extends EarlierContactResponse {
  id: string;
  correctedBy: string | null;
  @ApiProperty({ format: 'date-time' })
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
  contactAt: string;
  memberIds: readonly string[];
  others: string;
  discussed: string;
  nextStep: string;
  remindOn: string;
}

export class ContactDraftResponse {
  /** Null when there is no draft. */
  content: DraftContentResponse | null;
  @ApiProperty({ format: 'date-time' })
  savedAt: string | null;
  /** 0 when there is no draft: send that to begin one. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  version: number;
}

export class SavedDraftResponse {
  @ApiProperty({ format: 'date-time' })
  savedAt: string;
  version: number;
}
