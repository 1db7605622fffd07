import { ApiProperty } from '@nestjs/swagger';
import { HOUSEHOLD_STATES, type HouseholdState, URGENCIES, type Urgency } from '#households';
import { NamedThing } from '../me/me.response.js';

export class WaitingFamilyResponse {
  householdId: string;
  caseNumber: string;
  name: string;
  memberCount: number;
  childCount: number;
  @ApiProperty({ enum: URGENCIES })
  urgency: Urgency;
  urgencyReason: string | null;
  reportedOn: string;
  waitingDays: number;
  neighbourhood: string | null;
  source: string;
  lifeDomains: string[];
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
  /** Who is asked to become regisseur and has not answered yet. */
  proposedRegisseur: NamedThing | null;
  /** Send as If-Match when proposing a regisseur. */
  version: number;
  allowedActions: string[];
}

export class WaitingListResponse {
  items: WaitingFamilyResponse[];
  nextCursor: string | null;
}
