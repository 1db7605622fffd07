import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { LIFE_EVENT_ACTIONS, LIFE_EVENT_KINDS, LIFE_EVENT_STATES, type LifeEventAction, type LifeEventKind, type LifeEventState, PLAN_ACTION_STATES, type PlanActionState } from '#regie';
import { Day } from '../../http/fields.js';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';

export class EventActionResponse {
  id: string;
  /** What somebody does. */
  what: string;
  @Day()
  dueOn: LocalDate;
  @ApiProperty({ enum: Object.keys(PLAN_ACTION_STATES) })
  state: PlanActionState;
  /** Whose it is, in words. */
  owner: string;
}

export class LifeEventResponse {
  id: string;
  @ApiProperty({ enum: LIFE_EVENT_KINDS })
  kind: LifeEventKind;
  /** Null: about the family as a whole. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  memberId: string | null;
  memberName: string | null;
  @Day()
  on: LocalDate;
  note: string | null;
  @ApiProperty({ enum: Object.keys(LIFE_EVENT_STATES) })
  state: LifeEventState;
  /** Why it was withdrawn. */
  withdrawalReason: string | null;
  /** What it put in the plan, soonest first. */
  actions: readonly EventActionResponse[];
  /** After a death: how many bases, releases and agreements on this name still run. */
  recordsToEnd: number;
  version: number;
  @ApiProperty({ enum: Object.keys(LIFE_EVENT_ACTIONS), isArray: true })
  allowedActions: readonly LifeEventAction[];
}

export class PersonOfFamilyResponse {
  id: string;
  name: string;
  /** Not 18 yet. */
  isMinor: boolean;
}

export class LifeEventsResponse {
  household: FamilyHeadResponse;
  /** Who belongs to the family now. */
  members: readonly PersonOfFamilyResponse[];
  events: readonly LifeEventResponse[];
  allowedActions: readonly string[];
}

export class PreviewItemResponse {
  /** Which item of the checklist. */
  code: string;
  text: string;
  @Day()
  dueOn: LocalDate;
  /** It should have been done already: as soon as can be. */
  late: boolean;
  /** Whose it would be, in words. */
  owner: string;
}

export class LifeEventPreviewResponse {
  @Day()
  on: LocalDate;
  items: readonly PreviewItemResponse[];
}
