import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { BASIS_PROOFS, type BasisProof, DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';
import { Day, Text } from '../../http/fields.js';
import { AgreedBy } from '../../legal-bases/dto/agreed-by.js';
import { AgreedByRequest } from '../../legal-bases/dto/agreed-by.request.js';

const PROOFS = Object.keys(BASIS_PROOFS);

export class RecordSecrecyReleaseRequest {
  /** A member of this household. */
  @IsUUID()
  memberId: string;

  /** Whose secrecy: the role of the professional. */
  @Text(100, { example: 'huisarts' })
  professional: string;

  /** Where that professional works. */
  @Text(200)
  releasedOrganisation: string;

  /** Who may hear it. */
  @IsUUID()
  toOrganisationId: string;

  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true, example: ['health'] })
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsIn(DATA_CATEGORY_NAMES, { each: true })
  @IsArray()
  categories: DataCategory[];

  /** What it is needed for. */
  @Text(500)
  purpose: string;

  @Day()
  validFrom: LocalDate;

  /** First day on which it no longer holds. */
  @Day()
  validUntil: LocalDate;

  @ApiProperty({ enum: PROOFS })
  @IsIn(PROOFS)
  proof: BasisProof;

  /** Who said yes: under 12 a parent with authority, 12–15 child and parent, from 16 the child alone. */
  @AgreedBy()
  agreedBy: AgreedByRequest[];
}
