import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import { Text } from '../http/fields.js';
import { CASELOAD_DUE, CASELOAD_ORDERS, type CaseloadDue, type CaseloadOrder } from '../households/caseload.queries.js';

const STATES = Object.keys(HOUSEHOLD_STATES);

export class SavedViewRequest {
  /** How you call it. No names of families. */
  @Text(60, { example: 'Deze week bellen' })
  name: string;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: HouseholdState;

  @ApiPropertyOptional({ enum: CASELOAD_DUE })
  @IsOptional()
  @IsIn(CASELOAD_DUE)
  due?: CaseloadDue;

  @ApiPropertyOptional({ enum: CASELOAD_ORDERS })
  @IsOptional()
  @IsIn(CASELOAD_ORDERS)
  order?: CaseloadOrder;
}
