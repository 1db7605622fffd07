import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import type { LocalDate } from '#kernel';
import { BASIS_PROOFS, BASIS_TYPES, type BasisProof, type BasisType, DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';
import { Day, Text } from '../../http/fields.js';
import { AgreedBy } from './agreed-by.js';
import { AgreedByRequest } from './agreed-by.request.js';

const TYPES = Object.keys(BASIS_TYPES);
const PROOFS = Object.keys(BASIS_PROOFS);

/** What is left out stays as it was in the old basis; person and organisation always do. */
export class RenewLegalBasisRequest {
  /** First day on which the new one holds. Later than today: until then the old one goes on. */
  @Day()
  validFrom: LocalDate;

  /** First day on which it no longer holds. */
  @Day()
  validUntil: LocalDate;

  /** How it is known that this basis is there. */
  @ApiProperty({ enum: PROOFS })
  @IsIn(PROOFS)
  proof: BasisProof;

  @Text(60, { optional: true, example: 'toestemming' })
  catalogueCode?: string;

  @ApiPropertyOptional({ enum: TYPES })
  @IsOptional()
  @IsIn(TYPES)
  type?: BasisType;

  @Text(200, { optional: true, example: 'Wgs art. 8' })
  article?: string;

  @Text(500, { optional: true })
  purpose?: string;

  @ApiPropertyOptional({ enum: DATA_CATEGORY_NAMES, isArray: true })
  @IsOptional()
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsIn(DATA_CATEGORY_NAMES, { each: true })
  @IsArray()
  dataCategories?: DataCategory[];

  /** Consent only: what happens when the resident says no? */
  @Text(500, { optional: true })
  freelyGivenReason?: string;

  /** Consent: who said yes. Left out: the person themselves. */
  @AgreedBy({ optional: true })
  agreedBy?: AgreedByRequest[];
}
