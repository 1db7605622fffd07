import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { LIFE_DOMAINS, type LifeDomain } from '#households';
import type { LocalDate } from '#kernel';
import { MOST_STEPS, SCORE_MOMENTS, SCORE_VIEWS, type ScoreMoment, type ScoreView } from '#regie';
import { Day, Text } from '../../http/fields.js';

const DOMAINS = Object.keys(LIFE_DOMAINS);

export class ScoreRequest {
  @ApiProperty({ enum: DOMAINS })
  @IsIn(DOMAINS)
  domain: LifeDomain;

  /** Step of the scale; 1 is the hardest. */
  @IsInt()
  @Min(1)
  @Max(MOST_STEPS)
  step: number;

  /** Why this step. */
  @Text(1000)
  reason: string;
}

export class MeasurementRequest {
  @ApiProperty({ enum: Object.keys(SCORE_MOMENTS) })
  @IsIn(Object.keys(SCORE_MOMENTS))
  moment: ScoreMoment;

  /** Not in the future, and not before the family was reported. */
  @Day()
  measuredOn: LocalDate;

  /** Whose view it is. */
  @ApiProperty({ enum: Object.keys(SCORE_VIEWS) })
  @IsIn(Object.keys(SCORE_VIEWS))
  view: ScoreView;

  /** The version of the scale that was on the screen. */
  @IsUUID()
  scaleId: string;

  /** Only what matters in this family now. */
  @ApiProperty({ type: [ScoreRequest], maxItems: DOMAINS.length })
  @ArrayMaxSize(DOMAINS.length)
  @ValidateNested({ each: true })
  @Type(() => ScoreRequest)
  scores: ScoreRequest[];
}

export class MeasureRequest extends MeasurementRequest {
  /** Left out: about the family as a whole. */
  @IsOptional()
  @IsUUID()
  memberId?: string;
}

export class CorrectRoundRequest extends MeasurementRequest {
  /** What was wrong. */
  @Text(500)
  correctionReason: string;
}
