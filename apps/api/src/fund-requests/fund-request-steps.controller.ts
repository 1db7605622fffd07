import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  FundRequestAdviceService, FundRequestCompletenessService, FundRequestDecisionService, FundRequestsQueries, FundRequestsService,
} from '#fund';
import type { Actor } from '#kernel';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { AdviceRequest } from './dto/advice.request.js';
import { AgendaRequest } from './dto/agenda.request.js';
import { CompletenessRequest } from './dto/completeness.request.js';
import { ConflictRequest } from './dto/conflict.request.js';
import { DecisionRequest } from './dto/decision.request.js';
import { FundRequestResponse } from './dto/fund-request.response.js';
import { SupplementRequest } from './dto/supplement.request.js';

/** The steps of a request, each by another person. If-Match: the version you read. */
@ApiTags('Fonds')
@Controller('v1/fund-requests/:id')
export class FundRequestStepsController {
  constructor(
    private readonly requests: FundRequestsService,
    private readonly completeness: FundRequestCompletenessService,
    private readonly committee: FundRequestAdviceService,
    private readonly decisions: FundRequestDecisionService,
    private readonly queries: FundRequestsQueries,
  ) {}

  /** Send the draft in; the canvas is copied without names. */
  @Allows('regisseur')
  @Post('submission')
  @HttpCode(200)
  async submit(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<FundRequestResponse> {
    await this.requests.submit(actor, id, version);
    return this.queries.get(actor, id);
  }

  /** Complete, or ask for a supplement with a last day: then the clock stands still. */
  @Allows('fund-secretary')
  @Post('completeness')
  @HttpCode(200)
  async checkCompleteness(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CompletenessRequest): Promise<FundRequestResponse> {
    if (body.complete) await this.completeness.findComplete(actor, id, version);
    else await this.completeness.askSupplement(actor, id, body, version);
    return this.queries.get(actor, id);
  }

  /** Send what was missing; the secretary looks again. */
  @Allows('regisseur')
  @Post('supplement')
  @HttpCode(200)
  async supplement(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: SupplementRequest): Promise<FundRequestResponse> {
    await this.completeness.supplement(actor, id, body.note, version);
    return this.queries.get(actor, id);
  }

  /** Put the request on the agenda of a meeting. */
  @Allows('fund-secretary')
  @Post('agenda')
  @HttpCode(200)
  async putOnAgenda(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: AgendaRequest): Promise<FundRequestResponse> {
    await this.committee.putOnAgenda(actor, id, body.meetingOn, version);
    return this.queries.get(actor, id);
  }

  /** Advise; each member of the committee once. */
  @Allows('committee-member')
  @Post('advice')
  @HttpCode(200)
  async advise(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: AdviceRequest): Promise<FundRequestResponse> {
    await this.committee.advise(actor, id, body, version);
    return this.queries.get(actor, id);
  }

  /** Step aside because of a personal stake: from now on you do not see this request. */
  @Allows('committee-member')
  @Post('conflict')
  @HttpCode(204)
  declareConflict(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ConflictRequest): Promise<void> {
    return this.committee.declareConflict(actor, id, body.reason);
  }

  /** Decide, with reasons, by somebody who had no part in it before; what is granted is reserved at once. */
  @Allows('decision-maker')
  @Post('decision')
  @HttpCode(200)
  async decide(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: DecisionRequest): Promise<FundRequestResponse> {
    await this.decisions.decide(actor, id, body, version);
    return this.queries.get(actor, id);
  }
}
