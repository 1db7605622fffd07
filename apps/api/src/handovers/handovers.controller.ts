import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { HandoverQueries, HandoversService, HandoverTalkService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { HandoverReasonRequest, MoveTalkRequest, PlanHandoverRequest, RecordTalkRequest } from './dto/handover.request.js';
import { HandoverPageResponse } from './dto/handover.response.js';

@ApiTags('Regie')
@Controller('v1/households/:id/handovers')
export class HandoversController {
  constructor(
    private readonly handovers: HandoversService,
    private readonly talks: HandoverTalkService,
    private readonly queries: HandoverQueries,
  ) {}

  /** How the hand-over of this family stands, and who could take it over. */
  @Allows('regisseur', 'team-lead')
  @Get()
  page(@CurrentActor() actor: Actor, @Id() id: string): Promise<HandoverPageResponse> {
    return this.queries.getPage(actor, id);
  }

  /** Ask a successor. If-Match: the version of the regie (`regie.version`). Above the band only with `overrideReason`, by the team lead. */
  @Allows('regisseur', 'team-lead')
  @Post()
  plan(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: PlanHandoverRequest): Promise<CreatedResponse> {
    return this.handovers.plan(actor, id, body, version);
  }

  /** The successor says yes. If-Match: the version of the hand-over. */
  @Allows('regisseur')
  @Post(':handoverId/acceptance')
  @HttpCode(204)
  accept(@CurrentActor() actor: Actor, @Id() id: string, @Id('handoverId') handoverId: string, @IfMatch() version: number): Promise<void> {
    return this.handovers.accept(actor, id, handoverId, version);
  }

  /** The successor says no, with the reason; the regisseur stays. If-Match: the version of the hand-over. */
  @Allows('regisseur')
  @Post(':handoverId/decline')
  @HttpCode(204)
  decline(@CurrentActor() actor: Actor, @Id() id: string, @Id('handoverId') handoverId: string, @IfMatch() version: number, @Body() body: HandoverReasonRequest): Promise<void> {
    return this.handovers.decline(actor, id, handoverId, body.reason, version);
  }

  /** Put the talk on another day. If-Match: the version of the hand-over. */
  @Allows('regisseur', 'team-lead')
  @Post(':handoverId/talk-day')
  @HttpCode(204)
  moveTalk(@CurrentActor() actor: Actor, @Id() id: string, @Id('handoverId') handoverId: string, @IfMatch() version: number, @Body() body: MoveTalkRequest): Promise<void> {
    return this.handovers.moveTalk(actor, id, handoverId, body.talkOn, version);
  }

  /** The talk was held: when, and who of the family was there. If-Match: the version of the hand-over. */
  @Allows('regisseur')
  @Post(':handoverId/talk')
  @HttpCode(204)
  recordTalk(@CurrentActor() actor: Actor, @Id() id: string, @Id('handoverId') handoverId: string, @IfMatch() version: number, @Body() body: RecordTalkRequest): Promise<void> {
    return this.talks.record(actor, id, handoverId, body, version);
  }

  /** After the talk each of the two confirms; with the second the family has its new regisseur. No If-Match: both may do it at once. */
  @Allows('regisseur')
  @Post(':handoverId/confirmation')
  @HttpCode(204)
  confirm(@CurrentActor() actor: Actor, @Id() id: string, @Id('handoverId') handoverId: string): Promise<void> {
    return this.handovers.confirm(actor, id, handoverId);
  }

  /** It does not go through; the regisseur stays. If-Match: the version of the hand-over. */
  @Allows('regisseur', 'team-lead')
  @Post(':handoverId/cancellation')
  @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @Id('handoverId') handoverId: string, @IfMatch() version: number, @Body() body: HandoverReasonRequest): Promise<void> {
    return this.handovers.cancel(actor, id, handoverId, body.reason, version);
  }

  /** Switch without waiting for the talk, by illness for instance; the talk is owed to the family. If-Match: the version of the hand-over. */
  @Allows('team-lead')
  @Post(':handoverId/urgent-switch')
  @HttpCode(204)
  switchUrgently(@CurrentActor() actor: Actor, @Id() id: string, @Id('handoverId') handoverId: string, @IfMatch() version: number, @Body() body: HandoverReasonRequest): Promise<void> {
    return this.handovers.switchUrgently(actor, id, handoverId, body.reason, version);
  }
}
