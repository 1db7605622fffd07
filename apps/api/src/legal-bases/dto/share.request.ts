import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';

const byMember = (share: unknown): unknown => (share as ShareRequest | null)?.memberId;

/** What should go along of one member of the household. */
export class ShareRequest {
  @IsUUID()
  memberId: string;

  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true, example: ['name', 'contact'] })
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsIn(DATA_CATEGORY_NAMES, { each: true })
  @IsArray()
  categories: DataCategory[];
}

export class SharingPreviewRequest {
  /** The organisation that would receive the data. */
  @IsUUID()
  toOrganisationId: string;

  /** Per member, each named once. */
  @ArrayUnique(byMember)
  @ArrayMaxSize(30)
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @IsArray()
  @Type(() => ShareRequest)
  shares: ShareRequest[];
}
