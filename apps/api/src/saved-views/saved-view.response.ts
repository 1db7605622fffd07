import { ApiProperty } from '@nestjs/swagger';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import { CASELOAD_DUE, CASELOAD_ORDERS } from '../households/caseload.queries.js';

export class SavedViewResponse {
  id: string;
  name: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES), nullable: true })
  state: HouseholdState | null;
  @ApiProperty({ enum: CASELOAD_DUE, nullable: true })
  due: string | null;
  @ApiProperty({ enum: CASELOAD_ORDERS, nullable: true })
  order: string | null;
}

/** All of them: there are never more than a dozen. */
export class SavedViewListResponse {
  items: SavedViewResponse[];
  nextCursor: string | null;
}
