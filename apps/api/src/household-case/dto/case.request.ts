import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { LocalDate } from '#kernel';
import { AFTERCARE_GOING, type AftercareGoing, CASE_STEPS, type CaseStep } from '#regie';
import { Day, Text } from '../../http/fields.js';

export class CaseStepRequest {
  @ApiProperty({ enum: CASE_STEPS })
  @IsIn(CASE_STEPS)
  action: CaseStep;

  /** Why; asked when the family leaves, comes back, or waits again. */
  @Text(1_000, { optional: true })
  reason?: string;

  /** With `place-on-waiting-list`: somebody looked now whether everyone in the family is safe. */
  @IsOptional()
  @IsBoolean()
  safetyChecked?: boolean;

  /** With `refer-elsewhere`: who takes over. */
  @Text(200, { optional: true, example: 'Maatschappelijk werk Assen' })
  otherParty?: string;

  /** With `refer-elsewhere`: when the other had the first contact with the family. */
  @Day({ optional: true })
  contactOn?: LocalDate;
}

export class ClosureRequest {
  /** Which goals were reached and which not, and why. */
  @Text(4_000)
  planEvaluation: string;

  /** What the family says of the help, in their words. */
  @Text(4_000)
  familyWords: string;

  /** How satisfied they are, from 1 (not at all) to 5 (very); left out: they gave no number. */
  @ApiPropertyOptional({ minimum: 1, maximum: 5 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  familyJudgement?: number;

  @Text(2_000)
  madeTheDifference: string;

  /** What was agreed for later: whom they call when it goes wrong. */
  @Text(2_000)
  agreed: string;
}

export class AftercareAttemptRequest {
  /** False: nobody answered. There is a next day to try, until it counts as not reached. */
  @IsBoolean()
  reached: boolean;

  @Day({ optional: true })
  heldOn?: LocalDate;

  @ApiPropertyOptional({ enum: Object.keys(AFTERCARE_GOING) })
  @IsOptional()
  @IsIn(Object.keys(AFTERCARE_GOING))
  going?: AftercareGoing;

  /** How it goes, in the words of the family. */
  @Text(2_000, { optional: true })
  words?: string;
}
