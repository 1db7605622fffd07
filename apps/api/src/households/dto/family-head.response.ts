import { ApiProperty } from '@nestjs/swagger';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';

/** Of which family a page is. */
export class FamilyHeadResponse {
  id: string;
  caseNumber: string;
  name: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
}

/** The version goes along as If-Match with a change of the family. */
export class FamilyHeadWithVersionResponse extends FamilyHeadResponse {
  version: number;
}
