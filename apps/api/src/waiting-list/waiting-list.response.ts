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
  /** From which day the waiting counts: after the intake still the first day, after a reopening the new one. */
  waitingSince: string;
  waitingDays: number;
  /** In how many days the municipality wants a family with this urgency off the list. */
  targetDays: number;
  /** 0 while within the target. */
  overTargetDays: number;
  lastCalledOn: string | null;
  /** Nobody called for longer than the municipality wants. */
  callOverdue: boolean;
  /** Place in the whole list of your teams; null while only one urgency is shown. */
  place: number | null;
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

export class WaitingWeekResponse {
  /** Monday. */
  weekOf: string;
  /** How many waited at the end of the week; null: fewer than 5. */
  waiting: number | null;
  entered: number | null;
  left: number | null;
  /** How many days those who left had waited, on average. */
  averageDays: number | null;
}

export class WaitingTrendResponse {
  @ApiProperty({ enum: ['shorter', 'longer', 'same', 'unknown'] })
  answer: 'shorter' | 'longer' | 'same' | 'unknown';
  /** The answer in one Dutch sentence. */
  sentence: string;
  weeks: WaitingWeekResponse[];
}

export class WaitingListResponse {
  items: WaitingFamilyResponse[];
  nextCursor: string | null;
}
