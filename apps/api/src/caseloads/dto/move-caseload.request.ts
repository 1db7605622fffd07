import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID, ValidateNested } from 'class-validator';
import type { LocalDate } from '#kernel';
import { Day, Text } from '../../http/fields.js';

export class FamilyToMoveRequest {
  @IsUUID()
  householdId: string;

  /** Who is asked to take this family. */
  @IsUUID()
  successorId: string;
}

export class MoveCaseloadRequest {
  /** Why this colleague stops with these families. */
  @Text(500)
  reason: string;

  /** Before or on this day the talks with the families are held. */
  @Day()
  talkOn: LocalDate;

  /** Why it may be above the band of the team. */
  @Text(500, { optional: true })
  overrideReason?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique(({ householdId }: FamilyToMoveRequest) => householdId)
  @ValidateNested({ each: true })
  @Type(() => FamilyToMoveRequest)
  families: FamilyToMoveRequest[];
}
