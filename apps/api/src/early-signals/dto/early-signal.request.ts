import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { LocalDate } from '#kernel';
import { type PlainStep, SIGNAL_ACTION_NAMES, SIGNAL_STATES, type SignalState, STEPS_OF_THEIR_OWN } from '#regie';
import { Day, Text } from '../../http/fields.js';
import { PageRequest } from '../../http/page.request.js';

const STATES = Object.keys(SIGNAL_STATES);
const STEPS = SIGNAL_ACTION_NAMES.filter((action) => !(STEPS_OF_THEIR_OWN as readonly string[]).includes(action));

export class EarlySignalListRequest extends PageRequest {
  /** Left out: everything that is still open. */
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: SignalState;
}

export class EarlySignalFileRequest {
  /** Name of the file, to recognise it by. */
  @Text(200, { example: 'vroegsignalen.csv' })
  fileName: string;
}

export class YearCountRequest {
  @Max(2100)
  @Min(2020)
  @IsInt()
  @Type(() => Number)
  year: number;
}

export class PlanHomeVisitRequest {
  @Day()
  visitOn: LocalDate;

  /** A colleague of your team. */
  @IsUUID()
  visitorId: string;
}

export class NoteSignalStepRequest {
  @ApiProperty({ enum: STEPS })
  @IsIn(STEPS)
  action: PlainStep;

  /** What the team has to know at the next try. */
  @Text(500, { optional: true })
  note?: string;
}
