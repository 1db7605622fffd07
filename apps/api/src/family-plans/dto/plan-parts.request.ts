import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import type { LocalDate } from '#kernel';
import { SCHEME_STATES, type SchemeState } from '#regie';
import { Day, Text } from '../../http/fields.js';

const STATES = Object.keys(SCHEME_STATES);

export class SetReviewRequest {
  @Day()
  reviewOn: LocalDate;
}

export class MovePhaseRequest {
  /** One of the phases of the municipality. */
  @ApiProperty({ type: String, pattern: '^[a-z0-9-]{1,40}$', example: 'work' })
  @Matches(/^[a-z0-9-]{1,40}$/)
  phase: string;

  /** The day on which it began. */
  @Day()
  since: LocalDate;

  @Text(500)
  reason: string;
}

export class SetSchemeRequest {
  @ApiProperty({ enum: STATES })
  @IsIn(STATES)
  state: SchemeState;

  /** Asked for, granted, refused or used since. */
  @Day({ optional: true })
  since?: LocalDate;

  /** Needed when it does not apply. */
  @Text(500, { optional: true })
  reason?: string;
}
