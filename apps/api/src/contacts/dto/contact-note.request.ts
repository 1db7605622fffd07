import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { CONTACT_KIND_NAMES, type ContactKind, LONGEST_NOTE } from '#regie';
import { Day, Instant, Text } from '../../http/fields.js';

export class WriteContactRequest {
  /** How it went: gesprek, huisbezoek, telefoon, spreekuur or bericht. */
  @ApiProperty({ enum: CONTACT_KIND_NAMES })
  @IsIn(CONTACT_KIND_NAMES)
  kind: ContactKind;

  /** When it was; not in the future, and not before the family was reported. */
  @Instant()
  contactAt: string;

  /** Who of the family was there. */
  @ArrayUnique()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  @IsArray()
  memberIds: string[];

  /** Who else, in words: the own network, a partner. */
  @Text(200, { optional: true })
  others?: string;

  /** What was discussed. */
  @Text(LONGEST_NOTE)
  discussed: string;

  /** What was agreed to do next. */
  @Text(500, { optional: true })
  nextStep?: string;

  /** The day on which the writer is reminded of the next step. */
  @Day({ optional: true })
  remindOn?: LocalDate;
}

export class CorrectContactRequest extends WriteContactRequest {
  /** Why it changes. */
  @Text(500)
  reason: string;
}
