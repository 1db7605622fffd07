import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, MaxLength, MinLength } from 'class-validator';
import { BREAK_GLASS_OUTCOMES, BREAK_GLASS_STATES, type BreakGlassOutcome, type BreakGlassState } from '#privacy';
import { Text } from '../../http/fields.js';
import { PageRequest } from '../../http/page.request.js';

const STATES = Object.keys(BREAK_GLASS_STATES);
const OUTCOMES = Object.keys(BREAK_GLASS_OUTCOMES);

export class OpenBreakGlassRequest {
  /** What people call the case by. In the body and not in the URL: it leads to a family. */
  @MaxLength(40)
  @Matches(/^\s*[\w-]+\s*$/)
  caseNumber: string;

  /** Why you must see this dossier now; who reviews it reads this. */
  @MinLength(10)
  @Text(1000)
  reason: string;
}

export class CloseBreakGlassRequest {
  /** What the regisseur should know; it stands in the story of the family. */
  @Text(1000, { optional: true })
  note?: string;
}

export class ReviewBreakGlassRequest {
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome: BreakGlassOutcome;

  /** What you looked at and why you think so. */
  @Text(1000)
  note: string;
}

export class BreakGlassListRequest extends PageRequest {
  /** `running`: open now; `over`: closed and waiting for a review. */
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: BreakGlassState;
}
