import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import { PageRequest } from '../../http/page.request.js';

export class HouseholdListRequest extends PageRequest {
  /** Only this state; unset: every family that is not closed. */
  @ApiPropertyOptional({ enum: Object.keys(HOUSEHOLD_STATES) })
  @IsOptional()
  @IsIn(Object.keys(HOUSEHOLD_STATES))
  state?: HouseholdState;
}
