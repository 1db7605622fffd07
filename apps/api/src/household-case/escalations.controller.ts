import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { EscalationsQueries, EscalationsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { EndEscalationRequest, EscalationAnswerRequest, OverridingDecisionRequest, RaiseEscalationRequest } from './dto/escalation.request.js';
import { EscalationPageResponse, RaisedEscalationResponse } from './dto/escalation.response.js';
import { CaseProgressResponse } from './dto/case.response.js';

@ApiTags('Regie')
@Controller('v1')
export class EscalationsController {
  constructor(
    private readonly service: EscalationsService,
    private readonly queries: EscalationsQueries,
  ) {}

  /** What waits for you as team lead: the escalations of your teams that run, the first to answer first. */
  @Allows('team-lead')
  @Get('escalations')
  list(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<EscalationPageResponse> {
    return this.queries.list(actor, page);
  }

  /** Scale an active case up: the team lead reads along from now on. If-Match: version of the household. */
  @Allows('regisseur')
  @Post('households/:id/escalations')
  raise(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RaiseEscalationRequest, @IfMatch() version: number): Promise<RaisedEscalationResponse> {
    return this.service.raise(actor, id, body, version);
  }

  /** Answer what was asked. If-Match: version of the escalation. */
  @Allows('team-lead')
  @Post('households/:id/escalations/:escalationId/answer')
  @HttpCode(204)
  answer(
    @CurrentActor() actor: Actor, @Id() id: string, @Id('escalationId') escalationId: string, @Body() { answer }: EscalationAnswerRequest, @IfMatch() version: number,
  ): Promise<void> {
    return this.service.answer(actor, id, escalationId, answer, version);
  }

  /** Doorzettingsmacht: decide over a refusal, and record on which legal room. If-Match: version of the escalation. */
  @Allows('team-lead')
  @Post('households/:id/escalations/:escalationId/overriding-decisions')
  override(
    @CurrentActor() actor: Actor, @Id() id: string, @Id('escalationId') escalationId: string, @Body() body: OverridingDecisionRequest, @IfMatch() version: number,
  ): Promise<CreatedResponse> {
    return this.service.override(actor, id, escalationId, body, version);
  }

  /** Scale down again, with the outcome. Refused while the case lacks what an active one needs. If-Match: version of the escalation. */
  @Allows('team-lead')
  @Post('households/:id/escalations/:escalationId/end')
  @HttpCode(200)
  end(
    @CurrentActor() actor: Actor, @Id() id: string, @Id('escalationId') escalationId: string, @Body() { outcome }: EndEscalationRequest, @IfMatch() version: number,
  ): Promise<CaseProgressResponse> {
    return this.service.end(actor, id, escalationId, outcome, version);
  }
}
