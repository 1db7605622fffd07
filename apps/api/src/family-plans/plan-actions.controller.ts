import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { PlanActionListService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { MovePlanActionRequest, PlanActionRequest, toAction } from './dto/plan-action.request.js';

@ApiTags('Regie')
@Controller('v1/households/:id/plan-actions')
export class PlanActionsController {
  constructor(private readonly actions: PlanActionListService) {}

  /** Say who does what by when. An organisation that may not see the family can't have an action (422). */
  @Allows('regisseur')
  @Post()
  add(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: PlanActionRequest): Promise<CreatedResponse> {
    return this.actions.add(actor, id, toAction(body));
  }

  /** Another text, owner or day. If-Match: the version of the action. */
  @Allows('regisseur')
  @Put(':actionId')
  @HttpCode(204)
  revise(@CurrentActor() actor: Actor, @Id() id: string, @Id('actionId') actionId: string, @IfMatch() version: number, @Body() body: PlanActionRequest): Promise<void> {
    return this.actions.revise(actor, id, actionId, toAction(body), version);
  }

  /** Done, crossed out (with the reason) or on the list again; the colleague whose action it is can tick it off. If-Match: the version of the action. */
  @Allows('regisseur', 'case-worker')
  @Post(':actionId/moves')
  @HttpCode(204)
  move(@CurrentActor() actor: Actor, @Id() id: string, @Id('actionId') actionId: string, @IfMatch() version: number, @Body() body: MovePlanActionRequest): Promise<void> {
    return this.actions.move(actor, id, actionId, body.move, body.reason ?? null, version);
  }
}
