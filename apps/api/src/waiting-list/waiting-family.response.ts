import { ApiProperty } from '@nestjs/swagger';
import { URGENCIES, type Urgency } from '#households';
import { CALL_OUTCOME_NAMES, type CallOutcome } from '#regie';
import { FamilyHeadResponse } from '../households/dto/family-head.response.js';

export class UrgencyChangeResponse {
  at: string;
  by: string;
  @ApiProperty({ enum: URGENCIES })
  from: Urgency;
  @ApiProperty({ enum: URGENCIES })
  to: Urgency;
  reason: string;
}

export class WaitingCallResponse {
  id: string;
  calledOn: string;
  by: string;
  @ApiProperty({ enum: CALL_OUTCOME_NAMES })
  outcome: CallOutcome;
  note: string | null;
  nextTryOn: string | null;
  /** Noted by mistake. */
  undone: boolean;
  allowedActions: string[];
}

export class WaitingFamilyDetailResponse {
  household: FamilyHeadResponse;
  version: number;
  @ApiProperty({ enum: URGENCIES })
  urgency: Urgency;
  urgencyReason: string | null;
  /** From which day the waiting counts. */
  waitingSince: string;
  waitingDays: number;
  targetDays: number;
  overTargetDays: number;
  lastCalledOn: string | null;
  callOverdue: boolean;
  /** Place in the whole list of your teams. */
  place: number;
  /** The order explained, in Dutch, without naming another family. */
  why: string;
  urgencyHistory: UrgencyChangeResponse[];
  calls: WaitingCallResponse[];
  allowedActions: string[];
}
