import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { URGENCIES, type Urgency } from '#households';
import { PageRequest } from '../http/page.request.js';

export class WaitingListRequest extends PageRequest {
  @ApiPropertyOptional({ enum: URGENCIES })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;
}
