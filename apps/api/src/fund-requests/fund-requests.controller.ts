import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FundRequestsQueries, FundRequestsService } from '#fund';
import type { Actor } from '#kernel';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { DraftFundRequestRequest } from './dto/draft-fund-request.request.js';
import { FundRequestResponse, FundRequestsResponse } from './dto/fund-request.response.js';
import { FundRequestsRequest } from './dto/fund-requests.request.js';

@ApiTags('Fonds')
@Controller('v1')
export class FundRequestsController {
  constructor(
    private readonly requests: FundRequestsService,
    private readonly queries: FundRequestsQueries,
  ) {}

  /** Draft a request to the fund for this family. */
  @Allows('regisseur')
  @Post('households/:id/fund-requests')
  async draft(@CurrentActor() actor: Actor, @Id() householdId: string, @Body() body: DraftFundRequestRequest): Promise<FundRequestResponse> {
    const { id } = await this.requests.draft(actor, householdId, body);
    return this.queries.get(actor, id);
  }

  /** Requests that you may see, the nearest deadline first. */
  @Allows('fund-secretary', 'committee-member', 'decision-maker', 'regisseur')
  @Get('fund-requests')
  list(@CurrentActor() actor: Actor, @Query() page: FundRequestsRequest): Promise<FundRequestsResponse> {
    return this.queries.list(actor, page);
  }

  /** One request, as far as your role may see it; that you read it is written down. */
  @Allows('fund-secretary', 'committee-member', 'decision-maker', 'regisseur')
  @Get('fund-requests/:id')
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<FundRequestResponse> {
    return this.queries.get(actor, id);
  }
}
