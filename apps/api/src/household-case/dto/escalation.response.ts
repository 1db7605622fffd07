import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { HOUSEHOLD_STATES, type HouseholdState } from '#households';
import { ESCALATION_ACTIONS, ESCALATION_STATES, type EscalationAction, type EscalationState } from '#regie';
import { Day } from '../../http/fields.js';

export class OverridingDecisionResponse {
  id: string;
  /** What was decided. */
  decided: string;
  /** Who had refused. */
  against: string;
  /** What they refused, and why. */
  refusal: string;
  /** The room that the law gives. */
  legalRoom: string;
  decidedBy: string;
  decidedAt: string;
}

export class EscalationResponse {
  id: string;
  reason: string;
  /** What was tried already. */
  tried: string;
  /** What the team lead is asked to decide or do. */
  asked: string;
  @Day()
  answerBy: LocalDate;
  late: boolean;
  /** Name of who asked. */
  raisedBy: string;
  raisedAt: string;
  @ApiProperty({ enum: Object.keys(ESCALATION_STATES) })
  state: EscalationState;
  /** What the team lead answered. */
  answer: string | null;
  /** Name of who answered. */
  answeredBy: string | null;
  answeredAt: string | null;
  /** What came of it. */
  outcome: string | null;
  /** Name of who scaled down. */
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
  /** What the team lead is asked to decide or do. */
  asked: string;
  @Day()
  answerBy: LocalDate;
  late: boolean;
  @ApiProperty({ enum: ['open', 'answered'] })
  state: 'open' | 'answered';
  /** Name of who asked. */
  raisedBy: string;
  version: number;
}

export class EscalationPageResponse {
  items: RunningEscalationResponse[];
  nextCursor: string | null;
}
