import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { HOUSEHOLD_ACTIONS, HOUSEHOLD_STATES, type HouseholdAction, type HouseholdState } from '#households';
import { AFTERCARE_GOING, AFTERCARE_STATES, type AftercareGoing, type AftercareState } from '#regie';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';
import { Day } from '../../http/fields.js';
import { NamedThing } from '../../me/me.response.js';
import { EscalationResponse } from './escalation.response.js';

export class CaseProgressResponse {
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
  /** Of the household. */
  version: number;
}

export class MissingFact {
  /** Name of the fact. */
  name: string;
  /** What is missing, as a sentence. */
  message: string;
}

export class CaseActionResponse {
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_ACTIONS) })
  action: HouseholdAction;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  to: HouseholdState;
  /** Empty: go ahead. */
  @ApiProperty({ type: [MissingFact] })
  missing: readonly MissingFact[];
}

export class CaseChangeResponse {
  id: string;
  /** The first time is 1; every reopening begins a next one. */
  period: number;
  at: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  from: HouseholdState;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  to: HouseholdState;
  by: string;
  /** For who may see the content. */
  reason: string | null;
  /** Who took over. */
  otherParty: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  contactOn: LocalDate | null;
}

export class AftercareContactResponse {
  id: string;
  period: number;
  months: number;
  @Day()
  plannedOn: LocalDate;
  /** The planned day, or later when nobody was reached. */
  @Day()
  nextAttemptOn: LocalDate;
  attempts: number;
  @ApiProperty({ enum: Object.keys(AFTERCARE_STATES) })
  state: AftercareState;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  heldOn: LocalDate | null;
  @ApiProperty({ enum: Object.keys(AFTERCARE_GOING), nullable: true })
  going: AftercareGoing | null;
  /** In the words of the family. */
  words: string | null;
  version: number;
}

export class ClosureResponse {
  period: number;
  goalsReached: number;
  goalsDropped: number;
  /** Which goals were reached and which not, and why. */
  planEvaluation: string;
  /** What the family says of the help. */
  familyWords: string;
  familyJudgement: number | null;
  /** What helped most, together looked back. */
  madeTheDifference: string;
  /** What was agreed for later. */
  agreed: string;
  /** Name of who closed it. */
  closedBy: string;
  closedAt: string;
}

export class OpenReferralOfCase {
  id: string;
  /** Name of the partner. */
  partnerName: string;
  state: string;
}

export class OpenFundRequestOfCase {
  id: string;
  state: string;
}

export class GoalOfCase {
  /** In the words of the family. */
  words: string;
  state: string;
  /** Why it is so, in words. */
  stateReason: string | null;
}

export class CaseResponse {
  household: FamilyHeadResponse;
  /** Of the household. */
  version: number;
  period: number;
  @Day()
  reportedOn: LocalDate;
  @ApiProperty({ type: NamedThing, nullable: true })
  regisseur: NamedThing | null;
  /** What you may do in this state, with what must be true first. */
  @ApiProperty({ type: [CaseActionResponse] })
  actions: readonly CaseActionResponse[];
  /** What an active case lacks that is older than the rule. */
  @ApiProperty({ type: [MissingFact] })
  lacking: readonly MissingFact[];
  /** The newest first. */
  @ApiProperty({ type: [CaseChangeResponse] })
  changes: readonly CaseChangeResponse[];
  @ApiProperty({ type: [EscalationResponse] })
  escalations: readonly EscalationResponse[];
  @ApiProperty({ type: [AftercareContactResponse] })
  aftercare: readonly AftercareContactResponse[];
  mayRecordAftercare: boolean;
  @ApiProperty({ type: [ClosureResponse] })
  closures: readonly ClosureResponse[];
  @ApiProperty({ type: [OpenReferralOfCase] })
  openReferrals: readonly OpenReferralOfCase[];
  @ApiProperty({ type: [OpenFundRequestOfCase] })
  openFundRequests: readonly OpenFundRequestOfCase[];
  @ApiProperty({ type: [GoalOfCase] })
  goals: readonly GoalOfCase[];
  /** Offered when somebody scales up. */
  @Day()
  answerBy: LocalDate;
}

export class AftercareAttemptResponse {
  @ApiProperty({ enum: Object.keys(AFTERCARE_STATES) })
  state: AftercareState;
  attempts: number;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  nextAttemptOn: LocalDate | null;
  version: number;
}
