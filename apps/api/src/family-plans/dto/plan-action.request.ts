import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { type ActionInput, type ActionOwner, OWNER_KINDS, type OwnerKind, PLAN_ACTION_MOVES, type PlanActionMove } from '#regie';
import { Day, Text } from '../../http/fields.js';

const MOVES = Object.keys(PLAN_ACTION_MOVES);

export class PlanActionRequest {
  /** The goal it serves; left out: none yet. */
  @IsOptional()
  @IsUUID()
  goalId?: string;

  /** What is going to happen. */
  @Text(300)
  what: string;

  /** Who does it; the field that goes with it says who exactly. */
  @ApiProperty({ enum: OWNER_KINDS })
  @IsIn(OWNER_KINDS)
  ownerKind: OwnerKind;

  /** A colleague with a task in this family. */
  @IsOptional()
  @IsUUID()
  ownerUserId?: string;

  /** A member of this family. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string;

  /** An organisation that may see this family and was asked to help. */
  @IsOptional()
  @IsUUID()
  ownerOrganisationId?: string;

  /** Somebody of the own network, by what they are to the family: "oma", "de buurman". */
  @Text(80, { optional: true })
  ownerRole?: string;

  @Day()
  dueOn: LocalDate;
}

const ownerOf = ({ ownerKind, ownerUserId, ownerMemberId, ownerOrganisationId, ownerRole }: PlanActionRequest): ActionOwner => {
  const ids = { user: ownerUserId, member: ownerMemberId, organisation: ownerOrganisationId };
  return ownerKind === 'network' ? { kind: 'network', role: ownerRole ?? '' } : { kind: ownerKind, id: ids[ownerKind] ?? '' };
};

export const toAction = (request: PlanActionRequest): ActionInput =>
  ({ goalId: request.goalId ?? null, what: request.what, owner: ownerOf(request), dueOn: request.dueOn });

export class MovePlanActionRequest {
  @ApiProperty({ enum: MOVES })
  @IsIn(MOVES)
  move: PlanActionMove;

  /** Needed to cross an action out. */
  @Text(500, { optional: true })
  reason?: string;
}
