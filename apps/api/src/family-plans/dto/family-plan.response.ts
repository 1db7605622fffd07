import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { LIFE_DOMAINS, type LifeDomain, MEMBER_ROLES, type MemberRole } from '#households';
import {
  AGREED_HOW, type AgreedHow, GOAL_MOVES, GOAL_STATES, type GoalMove, type GoalState, OWNER_KINDS, type OwnerKind, PLAN_ACTION_MOVES, PLAN_ACTION_ORIGINS, PLAN_ACTION_STATES,
  type PlanActionMove, type PlanActionOrigin, type PlanActionState, SCHEME_STATES, type SchemeState,
} from '#regie';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';
import { Day } from '../../http/fields.js';
import { NamedThing } from '../../me/me.response.js';

const WHOSE_YES = ['self', 'parents', 'child-and-parents', 'representative'] as const;

export class PlanNextStepResponse {
  text: string;
  who: string;
  /** The action it is about. */
  actionId: string | null;
}

export class SnapshotGoalResponse {
  id: string;
  @ApiProperty({ enum: Object.keys(LIFE_DOMAINS) })
  lifeDomain: LifeDomain;
  /** In the family's own words. */
  words: string;
  /** Why the family wants this. */
  why: string;
  @ApiProperty({ enum: Object.keys(GOAL_STATES) })
  state: GoalState;
  /** Why it was stopped. */
  stateReason: string | null;
}

export class GoalResponse extends SnapshotGoalResponse {
  version: number;
  @ApiProperty({ enum: Object.keys(GOAL_MOVES), isArray: true })
  allowedActions: GoalMove[];
}

export class SnapshotActionResponse {
  id: string;
  /** Null: not placed under a goal yet. */
  goalId: string | null;
  /** What is going to happen. */
  what: string;
  @ApiProperty({ enum: OWNER_KINDS })
  ownerKind: OwnerKind;
  /** Who does it, by name or by what they are to the family. */
  owner: string;
  @Day()
  dueOn: LocalDate;
  @ApiProperty({ enum: Object.keys(PLAN_ACTION_STATES) })
  state: PlanActionState;
  /** Why it was crossed out. */
  stateReason: string | null;
}

export class PlanActionResponse extends SnapshotActionResponse {
  /** Null for somebody of the own network. */
  ownerId: string | null;
  @ApiProperty({ enum: Object.keys(PLAN_ACTION_ORIGINS), description: 'Where it came from.' })
  origin: PlanActionOrigin;
  late: boolean;
  /** Why whoever owns it can no longer do it: an organisation that may not see the family any more, a colleague or member who left. */
  leansOnNothing: string | null;
  version: number;
  @ApiProperty({ enum: Object.keys(PLAN_ACTION_MOVES), isArray: true })
  allowedActions: PlanActionMove[];
}

export class PlanAgreementResponse {
  /** Which version of the plan. */
  number: number;
  @Day()
  agreedOn: LocalDate;
  @ApiProperty({ enum: Object.keys(AGREED_HOW) })
  how: AgreedHow;
  /** In the family's own words. */
  reservations: string | null;
  /** Who said yes, one sentence each. */
  agreedBy: string[];
  /** Name of who wrote it down. */
  recordedBy: string;
}

export class PhaseResponse {
  /** Send this to move there. */
  code: string;
  name: string;
  /** What happens in it. */
  about: string;
}

export class PhaseMoveResponse {
  /** Its code. */
  phase: string;
  name: string;
  @Day()
  since: LocalDate;
  reason: string;
  by: string;
}

export class PlanPhaseResponse {
  /** Name of the way of working of this municipality. */
  model: string;
  phases: PhaseResponse[];
  /** Code of the phase now; null when none was chosen yet. */
  current: string | null;
  /** Newest first. */
  history: PhaseMoveResponse[];
}

export class SchemeResponse {
  /** In the address of a change. */
  code: string;
  name: string;
  /** What it is for. */
  about: string;
  @ApiProperty({ enum: Object.keys(SCHEME_STATES) })
  state: SchemeState;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  since: LocalDate | null;
  reason: string | null;
  /** 0: nobody looked at it yet. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  version: number;
}

export class OwnerOrganisationResponse extends NamedThing {
  /** Why it can have no action; null when it can. */
  closed: string | null;
}

export class PlanOwnersResponse {
  colleagues: NamedThing[];
  members: NamedThing[];
  organisations: OwnerOrganisationResponse[];
}

export class PlanMemberResponse extends NamedThing {
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  role: MemberRole;
  adult: boolean;
  /** Whose yes counts for this person. */
  @ApiProperty({ enum: WHOSE_YES })
  whoDecides: (typeof WHOSE_YES)[number];
  /** The same in a Dutch sentence. */
  whoDecidesText: string;
}

export class FamilyPlanResponse {
  household: FamilyHeadResponse;
  /** Of the plan as a whole; 0: there is none yet. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  version: number;
  nextStep: PlanNextStepResponse;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  reviewOn: LocalDate | null;
  /** What the municipality proposes for the next review. */
  @Day()
  proposedReviewOn: LocalDate;
  goals: GoalResponse[];
  actions: PlanActionResponse[];
  agreement: PlanAgreementResponse | null;
  /** What is different from what the family agreed to, in Dutch. */
  changes: string[];
  phase: PlanPhaseResponse;
  schemes: SchemeResponse[];
  /** Who an action can be for. */
  owners: PlanOwnersResponse;
  members: PlanMemberResponse[];
  allowedActions: string[];
}

export class PlanSnapshotResponse {
  goals: readonly SnapshotGoalResponse[];
  actions: readonly SnapshotActionResponse[];
}

export class PlanVersionResponse extends PlanAgreementResponse {
  snapshot: PlanSnapshotResponse;
  /** Compared with the version before it, in Dutch. */
  changes: string[];
}

export class PlanVersionPageResponse {
  items: PlanVersionResponse[];
  nextCursor: string | null;
}

export class AgreedVersionResponse {
  number: number;
}
