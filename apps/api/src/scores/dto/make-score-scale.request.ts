import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { LIFE_DOMAINS, type LifeDomain } from '#households';
import type { LocalDate } from '#kernel';
import { MOST_STEPS } from '#regie';
import { Day, Text } from '../../http/fields.js';

const DOMAINS = Object.keys(LIFE_DOMAINS);

export class ScaleStepRequest {
  @Text(60)
  label: string;

  /** What it looks like. */
  @Text(300)
  description: string;
}

export class MakeScoreScaleRequest {
  @Text(80)
  name: string;

  /** Today or later. */
  @Day()
  validFrom: LocalDate;

  /** From the hardest to the best. */
  @ApiProperty({ type: [ScaleStepRequest], maxItems: MOST_STEPS })
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => ScaleStepRequest)
  steps: ScaleStepRequest[];

  @ApiProperty({ enum: DOMAINS, isArray: true })
  @IsArray()
  @ArrayMaxSize(DOMAINS.length)
  @IsIn(DOMAINS, { each: true })
  domains: LifeDomain[];

  /** For each step of the version before it the step here that says the same. Left out: the two can't be compared. */
  @ApiProperty({ type: [Number], required: false, maxItems: MOST_STEPS })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_STEPS, { each: true })
  mapsPrevious?: number[];
}
