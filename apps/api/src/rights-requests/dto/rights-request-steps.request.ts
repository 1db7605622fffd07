import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateNested } from 'class-validator';
import type { LocalDate } from '#kernel';
import { IDENTITY_CHECKS, type IdentityCheck, type RightsOutcome } from '#privacy';
import { Day, Text } from '../../http/fields.js';

export class IdentityRequest {
  /** How we know who asks. Leave out to ask for more proof first. */
  @ApiPropertyOptional({ enum: Object.keys(IDENTITY_CHECKS) })
  @IsOptional()
  @IsIn(Object.keys(IDENTITY_CHECKS))
  how?: IdentityCheck;

  /** What was asked, when there is a reason to doubt (AVG 12(6)). */
  @Text(500, { optional: true })
  asked?: string;
}

export class ExtensionRequest {
  /** Why one month is too short; the resident hears it. */
  @Text(1000)
  reasons: string;

  /** The day on which the resident was told. */
  @Day()
  toldOn: LocalDate;
}

export class RightsDecisionRequest {
  @IsIn(['granted', 'partly-granted', 'refused'])
  outcome: RightsOutcome;

  /** Why; the resident reads it. */
  @Text(2000)
  reasons: string;

  /** The resident was told of the complaint and the court (AVG 12(4)); needed for a (partial) refusal. */
  @IsOptional()
  @IsBoolean()
  remediesTold?: boolean;

  /** What the resident has to say when a correction is refused; kept beside the data. */
  @Text(2000, { optional: true })
  ownStatement?: string;
}

export class CompletionOfRequestRequest {
  /** The day on which it was done and told. */
  @Day()
  doneOn: LocalDate;

  /** What was done, and how the resident heard of it. */
  @Text(1000)
  note: string;
}

export class WithdrawRightsRequestRequest {
  /** Why the resident takes it back. */
  @Text(500, { optional: true })
  reason?: string;
}

export class LiftRestrictionRequest {
  /** The day on which the resident was told, before it ends (AVG 18(3)). */
  @Day()
  toldOn: LocalDate;

  /** Why it ends. */
  @Text(1000)
  reason: string;
}

export class TextChoiceRequest {
  /** Id of the text. */
  @IsUUID()
  id: string;

  /** Whether it goes along. */
  @IsBoolean()
  included: boolean;

  /** Words in it that are about somebody else; they are blackened. */
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  @IsArray()
  blacken: string[];
}

export class CheckTextsRequest {
  /** The officer looked through every text for data of others. */
  @IsBoolean()
  checkedForOthers: boolean;

  /** A choice for every text. */
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => TextChoiceRequest)
  @IsArray()
  texts: TextChoiceRequest[];
}
