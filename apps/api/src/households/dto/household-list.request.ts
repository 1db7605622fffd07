import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import { PageRequest } from '../../http/page.request.js';
import { CASELOAD_DUE, CASELOAD_ORDERS, type CaseloadDue, type CaseloadOrder } from '../caseload.queries.js';

export class HouseholdListRequest extends PageRequest {
  /** Only this state; unset: every family that is not closed. */
  @ApiPropertyOptional({ enum: Object.keys(HOUSEHOLD_STATES) })
  @IsOptional()
  @IsIn(Object.keys(HOUSEHOLD_STATES))
  state?: HouseholdState;

  /** What comes first. A team lead reads them by name: what is due in a dossier is not for the team lead. */
  @ApiPropertyOptional({ enum: CASELOAD_ORDERS, default: 'next-step' })
  @IsOptional()
  @IsIn(CASELOAD_ORDERS)
  order?: CaseloadOrder;

  /** Only families whose nearest date is past, lies in the coming seven days, or is not there. No effect for a team lead. */
  @ApiPropertyOptional({ enum: CASELOAD_DUE })
  @IsOptional()
  @IsIn(CASELOAD_DUE)
  due?: CaseloadDue;
}
