import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { LIFE_EVENT_KINDS, type LifeEventKind } from '#regie';
import { Day, Text } from '../../http/fields.js';

export class PreviewLifeEventRequest {
  @ApiProperty({ enum: LIFE_EVENT_KINDS })
  @IsIn(LIFE_EVENT_KINDS)
  kind: LifeEventKind;

  /** Whom it is about. May be left out for what happens to the family: divorce, moving, birth. */
  @IsOptional()
  @IsUUID()
  memberId?: string;

  /** The day. Left out for turning 18: it follows from the birth date. */
  @Day({ optional: true })
  on?: LocalDate;
}

export class StartLifeEventRequest extends PreviewLifeEventRequest {
  @Text(1000, { optional: true })
  note?: string;
}

export class CorrectLifeEventRequest {
  /** Another day moves the actions that are still open. */
  @Day({ optional: true })
  on?: LocalDate;

  @Text(1000, { optional: true })
  note?: string;
}

export class WithdrawLifeEventRequest {
  /** Why it does not happen, or was no such event. */
  @Text(500)
  reason: string;
}
