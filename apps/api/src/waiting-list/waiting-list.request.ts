import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { URGENCIES, type Urgency } from '#households';
import { PageRequest } from '../http/page.request.js';

export class WaitingListRequest extends PageRequest {
  @ApiPropertyOptional({ enum: URGENCIES })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;
}

export class WaitingTrendRequest {
  /** How many weeks back. */
  @IsOptional()
  @Max(57)
  @Min(8)
  @IsInt()
  @Type(() => Number)
  weeks: number = 26;
}
