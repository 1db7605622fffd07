import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { URGENCIES, type Urgency } from '#households';
import type { LocalDate } from '#kernel';
import { CALL_OUTCOME_NAMES, type CallOutcome } from '#regie';
import { Day, Text } from '../http/fields.js';

export class ChangeUrgencyRequest {
  @ApiProperty({ enum: URGENCIES })
  @IsIn(URGENCIES)
  urgency: Urgency;

  /** Why; everyone who sees the waiting list reads it. */
  @Text(500)
  reason: string;
}

export class NoteCallRequest {
  @Day()
  calledOn: LocalDate;

  @ApiProperty({ enum: CALL_OUTCOME_NAMES })
  @IsIn(CALL_OUTCOME_NAMES)
  outcome: CallOutcome;

  /** What the team has to know at the next call. */
  @Text(500, { optional: true })
  note?: string;

  /** When you want to try again: that morning it stands on your list. */
  @Day({ optional: true })
  nextTryOn?: LocalDate;
}
