import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { RightsDecisionsService, RightsRequestsQueries, RightsRequestsService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { RecordRightsRequestRequest } from './dto/record-rights-request.request.js';
import { CasePeopleRequest, RightsRequestListRequest } from './dto/rights-request-list.request.js';
import {
  CompletionOfRequestRequest, ExtensionRequest, IdentityRequest, LiftRestrictionRequest, RightsDecisionRequest, WithdrawRightsRequestRequest,
} from './dto/rights-request-steps.request.js';
import { CasePeopleResponse, RightsRequestListResponse, RightsRequestResponse } from './dto/rights-request.response.js';

@ApiTags('Verzoeken')
@Controller('v1')
export class RightsRequestsController {
  constructor(
    private readonly requests: RightsRequestsService,
    private readonly decisions: RightsDecisionsService,
    private readonly queries: RightsRequestsQueries,
  ) {}

  /** Requests about data; the one with the nearest last day first. */
  @Allows('privacy-officer')
  @Get('rights-requests')
  list(@CurrentActor() actor: Actor, @Query() page: RightsRequestListRequest): Promise<RightsRequestListResponse> {
    return this.queries.list(actor, page);
  }

  /** Whom a request can be about, by case number. That you looked is noted. */
  @Allows('privacy-officer')
  @Get('rights-request-people')
  async people(@CurrentActor() actor: Actor, @Query() { caseNumber }: CasePeopleRequest): Promise<CasePeopleResponse> {
    return { items: await this.queries.peopleOfCase(actor, caseNumber) };
  }

  /** Write down what somebody asks about their own data, where they ask it. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Post('rights-requests')
  record(@CurrentActor() actor: Actor, @Body() body: RecordRightsRequestRequest): Promise<CreatedResponse> {
    return this.requests.record(actor, body);
  }

  /** One request, with what has to happen now. That you read it is noted. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Get('rights-requests/:id')
  getOne(@CurrentActor() actor: Actor, @Id() id: string): Promise<RightsRequestResponse> {
    return this.queries.getOne(actor, id);
  }

  /** How we know who asks, or what we ask for first. If-Match: the version of the request. */
  @Allows('privacy-officer')
  @Post('rights-requests/:id/identity')
  @HttpCode(204)
  identify(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: IdentityRequest): Promise<void> {
    return this.requests.identify(actor, id, body, version);
  }

  /** Two months more, once, told within the first month (AVG 12(3)). */
  @Allows('privacy-officer')
  @Post('rights-requests/:id/extension')
  @HttpCode(204)
  extend(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ExtensionRequest): Promise<void> {
    return this.requests.extend(actor, id, body, version);
  }

  /** Decide, with reasons. A granted restriction or objection works at once. */
  @Allows('privacy-officer')
  @Post('rights-requests/:id/decision')
  @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: RightsDecisionRequest): Promise<void> {
    return this.decisions.decide(actor, id, body, version);
  }

  /** What was granted is done, and the resident knows. */
  @Allows('privacy-officer')
  @Post('rights-requests/:id/completion')
  @HttpCode(204)
  complete(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CompletionOfRequestRequest): Promise<void> {
    return this.decisions.complete(actor, id, body, version);
  }

  /** End a restriction; the resident was told before (AVG 18(3)). */
  @Allows('privacy-officer')
  @Post('rights-requests/:id/lifting')
  @HttpCode(204)
  lift(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: LiftRestrictionRequest): Promise<void> {
    return this.decisions.lift(actor, id, body, version);
  }

  /** The resident takes the request back. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Post('rights-requests/:id/withdrawal')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: WithdrawRightsRequestRequest): Promise<void> {
    return this.requests.withdraw(actor, id, body.reason, version);
  }
}
