import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsIn, IsOptional, IsUUID } from 'class-validator';
import { LIFE_DOMAINS, type LifeDomain } from '#households';
import { GOAL_MOVES, type GoalContent, type GoalMove, LONGEST_GOAL, LONGEST_WHY } from '#regie';
import { Text } from '../../http/fields.js';

const DOMAINS = Object.keys(LIFE_DOMAINS);
const MOVES = Object.keys(GOAL_MOVES);

export class GoalRequest {
  /** The one area of life that this goal is about. */
  @ApiProperty({ enum: DOMAINS })
  // Left out it is refused by the rule itself, which says what to do.
  @IsOptional()
  @IsIn(DOMAINS)
  lifeDomain: LifeDomain;

  /** In the family's own words. */
  @Text(LONGEST_GOAL)
  words: string;

  /** Why the family wants this. */
  @Text(LONGEST_WHY, { optional: true })
  why?: string;
}

export const toGoal = ({ lifeDomain, words, why }: GoalRequest): GoalContent => ({ lifeDomain, words, why: why ?? '' });

export class MoveGoalRequest {
  @ApiProperty({ enum: MOVES })
  @IsIn(MOVES)
  move: GoalMove;

  /** Needed to stop a goal. */
  @Text(500, { optional: true })
  reason?: string;
}

export class OrderGoalsRequest {
  /** From the first to the last. */
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  goalIds: string[];
}
