import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { BASIS_PROOFS, BASIS_TYPES, type BasisProof, type BasisType, DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';
import { Day, Text } from '../../http/fields.js';
import { AgreedBy } from './agreed-by.js';
import { AgreedByRequest } from './agreed-by.request.js';

const TYPES = Object.keys(BASIS_TYPES);
const PROOFS = Object.keys(BASIS_PROOFS);

export class RecordLegalBasisRequest {
  /** A member of this household: a basis is of one person. */
  @IsUUID()
  memberId: string;

  @ApiProperty({ enum: TYPES })
  @IsIn(TYPES)
  type: BasisType;

  /** The article of the law. */
  @Text(200, { example: 'Wgs art. 8' })
  article: string;

  /** What the data are needed for. */
  @Text(500)
  purpose: string;

  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true, example: ['name', 'contact'] })
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsIn(DATA_CATEGORY_NAMES, { each: true })
  @IsArray()
  dataCategories: DataCategory[];

  /** Who may see it. */
  @IsUUID()
  toOrganisationId: string;

  /** First day on which it holds. */
  @Day()
  validFrom: LocalDate;

  /** First day on which it no longer holds. */
  @Day()
  validUntil: LocalDate;

  /** How it is known that this basis is there. */
  @ApiProperty({ enum: PROOFS })
  @IsIn(PROOFS)
  proof: BasisProof;

  /** The line of the municipality's catalogue that it is recorded under; see `GET /v1/basis-catalogue`. */
  @Text(60, { example: 'wgs' })
  catalogueCode: string;

  /** Consent only: what happens when the resident says no? */
  @Text(500, { optional: true })
  freelyGivenReason?: string;

  /** Consent: who said yes. Left out: the person themselves. Under 16 it is a legal representative. */
  @AgreedBy({ optional: true })
  agreedBy?: AgreedByRequest[];
}
