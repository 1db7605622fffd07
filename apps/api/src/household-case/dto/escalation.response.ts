import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import { ESCALATION_ACTIONS, ESCALATION_STATES, type EscalationAction, type EscalationState } from '#regie';
import { Day } from '../../http/fields.js';

export class OverridingDecisionResponse {
  id: string;
  decided: string;
  against: string;
  refusal: string;
  legalRoom: string;
  decidedBy: string;
  decidedAt: string;
}

export class EscalationResponse {
  id: string;
  reason: string;
  tried: string;
  asked: string;
  @Day()
  answerBy: LocalDate;
  late: boolean;
  raisedBy: string;
  raisedAt: string;
  @ApiProperty({ enum: Object.keys(ESCALATION_STATES) })
  state: EscalationState;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
  outcome: string | null;
  endedBy: string | null;
  endedAt: string | null;
  version: number;
  @ApiProperty({ type: [OverridingDecisionResponse] })
  overridingDecisions: readonly OverridingDecisionResponse[];
  @ApiProperty({ enum: Object.keys(ESCALATION_ACTIONS), isArray: true })
  allowedActions: EscalationAction[];
}

export class RaisedEscalationResponse {
  id: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
  /** Of the household. */
  version: number;
}

export class RunningEscalationResponse {
  id: string;
  householdId: string;
  householdName: string;
  caseNumber: string;
  asked: string;
  @Day()
  answerBy: LocalDate;
  late: boolean;
  @ApiProperty({ enum: ['open', 'answered'] })
  state: 'open' | 'answered';
  raisedBy: string;
  version: number;
}

export class EscalationPageResponse {
  items: RunningEscalationResponse[];
  nextCursor: string | null;
}
