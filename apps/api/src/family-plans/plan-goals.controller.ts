import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { PlanGoalsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { GoalRequest, MoveGoalRequest, OrderGoalsRequest, toGoal } from './dto/plan-goal.request.js';

@ApiTags('Regie')
@Allows('regisseur')
@Controller('v1/households/:id')
export class PlanGoalsController {
  constructor(private readonly goals: PlanGoalsService) {}

  /** Write a goal in the family's own words. With the first one the plan begins. */
  @Post('plan-goals')
  add(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: GoalRequest): Promise<CreatedResponse> {
    return this.goals.add(actor, id, toGoal(body));
  }

  /** Write a goal anew. If-Match: the version of the goal. */
  @Put('plan-goals/:goalId')
  @HttpCode(204)
  revise(@CurrentActor() actor: Actor, @Id() id: string, @Id('goalId') goalId: string, @IfMatch() version: number, @Body() body: GoalRequest): Promise<void> {
    return this.goals.revise(actor, id, goalId, toGoal(body), version);
  }

  /** Reached, stopped (with the reason) or taken up again. If-Match: the version of the goal. */
  @Post('plan-goals/:goalId/moves')
  @HttpCode(204)
  move(@CurrentActor() actor: Actor, @Id() id: string, @Id('goalId') goalId: string, @IfMatch() version: number, @Body() body: MoveGoalRequest): Promise<void> {
    return this.goals.move(actor, id, goalId, body.move, body.reason ?? null, version);
  }

  /** The order in which the family wants to see its goals. If-Match: the version of the plan. */
  @Put('plan/order')
  @HttpCode(204)
  order(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: OrderGoalsRequest): Promise<void> {
    return this.goals.order(actor, id, body.goalIds, version);
  }
}
