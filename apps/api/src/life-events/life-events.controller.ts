import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { LifeEventsQueries, LifeEventsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { CorrectLifeEventRequest, PreviewLifeEventRequest, StartLifeEventRequest, WithdrawLifeEventRequest } from './dto/life-event.request.js';
import { LifeEventPreviewResponse, LifeEventsResponse } from './dto/life-event.response.js';

@ApiTags('Regie')
@Allows('regisseur')
@Controller('v1/households/:id')
export class LifeEventsController {
  constructor(
    private readonly service: LifeEventsService,
    private readonly queries: LifeEventsQueries,
  ) {}

  /** What happens in the life of this family, with the actions that came from it and what Naast proposes. */
  @Allows('regisseur', 'case-worker')
  @Get('life-events')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<LifeEventsResponse> {
    return this.queries.ofFamily(actor, id);
  }

  /** Which actions starting this event would give, and when. Nothing is kept. */
  @Post('life-event-preview')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: PreviewLifeEventRequest): Promise<LifeEventPreviewResponse> {
    return this.queries.preview(actor, id, body);
  }

  /** Start an event, or what Naast proposed: its checklist becomes actions in the plan. */
  @Post('life-events')
  start(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: StartLifeEventRequest): Promise<CreatedResponse> {
    return this.service.start(actor, id, body);
  }

  /** Another day or note. Open actions move along with the day; what was done stays. */
  @Patch('life-events/:eventId')
  @HttpCode(204)
  correct(@CurrentActor() actor: Actor, @Id() id: string, @Id('eventId') eventId: string, @Body() body: CorrectLifeEventRequest, @IfMatch() version: number): Promise<void> {
    return this.service.correct(actor, id, eventId, body, version);
  }

  /** It does not happen, or was no such event: what is open in the plan goes, what was done stays. */
  @Post('life-events/:eventId/withdrawal')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @Id('eventId') eventId: string, @Body() body: WithdrawLifeEventRequest, @IfMatch() version: number): Promise<void> {
    return this.service.withdraw(actor, id, eventId, body.reason, version);
  }
}
