import { ApiProperty } from '@nestjs/swagger';
import { HOUSEHOLD_STATES, type HouseholdState, URGENCIES, type Urgency } from '#households';
import { NamedThing } from '../../me/me.response.js';

export class NextDueResponse {
  text: string;
  dueOn: string;
}

export class HouseholdItemResponse {
  id: string;
  caseNumber: string;
  name: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
  @ApiProperty({ enum: URGENCIES })
  urgency: Urgency;
  memberCount: number;
  childCount: number;
  /** Why the reader sees this family; `team-lead`: it is in the team. */
  @ApiProperty({ enum: ['regisseur', 'substitute', 'intake', 'team-lead'] })
  role: 'regisseur' | 'substitute' | 'intake' | 'team-lead';
  /** Since when the reader is involved; null for a team lead. */
  since: string | null;
  regisseur: NamedThing | null;
  /** What has the nearest date; null for a team lead. */
  nextStep: NextDueResponse | null;
  openReferrals: number;
  version: number;
}

/** The families somebody works for, the nearest date first. */
export class HouseholdListResponse {
  items: HouseholdItemResponse[];
  nextCursor: string | null;
}

/** A family that was taken in. */
export class RegisteredHouseholdResponse {
  id: string;
  caseNumber: string;
  version: number;
}
