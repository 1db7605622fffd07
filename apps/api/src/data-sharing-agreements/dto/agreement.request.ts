import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';
import { Day, Text } from '../../http/fields.js';

export class ConfirmAgreementRequest {
  /** What the agreement is called. */
  @Text(200)
  title: string;

  /** Its number at the municipality. */
  @Text(80, { optional: true })
  reference?: string;

  /** The day on which both sides had signed. Needed to confirm. */
  @Day({ optional: true })
  signedOn?: LocalDate;

  /** First day on which it holds. */
  @Day()
  validFrom: LocalDate;

  /** First day on which it no longer holds. */
  @Day()
  validUntil: LocalDate;

  /** The kinds of data that it is about; no other can be shared. */
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true, example: ['name', 'contact', 'finances'] })
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsIn(DATA_CATEGORY_NAMES, { each: true })
  @IsArray()
  categories: DataCategory[];

  /** Where the signed document is kept. */
  @Text(300, { optional: true })
  documentReference?: string;
}

export class RecordAgreementRequest extends ConfirmAgreementRequest {
  /** The partner. */
  @IsUUID()
  organisationId: string;
}

export class EndAgreementRequest {
  /** Why it ends. */
  @Text(500)
  reason: string;
}
