import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';

const SIDES = ['survivor', 'merged'] as const;
type Side = (typeof SIDES)[number];

const Choose = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ enum: SIDES })(target, key);
  IsOptional()(target, key);
  IsIn(SIDES)(target, key as string);
};

/** Per field from which dossier it is kept; left out: from the one that goes on. An address goes as a whole. */
export class MergeFieldsRequest {
  @Choose() name?: Side;
  @Choose() urgency?: Side;
  @Choose() reportedOn?: Side;
  @Choose() note?: Side;
  @Choose() address?: Side;
}

export class SamePersonRequest {
  /** A member of the dossier that goes up. */
  @IsUUID()
  memberId: string;

  /** The same person in the dossier that goes on; left out for who comes along. */
  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  sameAsMemberId?: string;
}

export class MergeHouseholdsRequest {
  /** The dossier that goes up in this one. */
  @IsUUID()
  mergedHouseholdId: string;

  /** Its version as you read it. */
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  mergedVersion: number;

  @IsObject()
  @ValidateNested()
  @Type(() => MergeFieldsRequest)
  fields: MergeFieldsRequest;

  /** Who is who. For who is left out counts what Naast recognised (BSN, or name and birth date). */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SamePersonRequest)
  members: SamePersonRequest[];
}
