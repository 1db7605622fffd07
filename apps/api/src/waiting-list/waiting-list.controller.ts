import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { WaitingListQueries, WaitingTrendQueries } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { WaitingListRequest, WaitingTrendRequest } from './waiting-list.request.js';
import { WaitingListResponse, WaitingTrendResponse } from './waiting-list.response.js';

@ApiTags('Regie')
@Controller('v1/waiting-list')
export class WaitingListController {
  constructor(
    private readonly waitingList: WaitingListQueries,
    private readonly trends: WaitingTrendQueries,
  ) {}

  /** Families of your team that wait for a regisseur: the most urgent first, then the longest wait. */
  @Allows('team-lead', 'case-worker')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: WaitingListRequest): Promise<WaitingListResponse> {
    return this.waitingList.list(actor, page);
  }

  /** Does the list get shorter? Up to and including yesterday; a policy adviser gets the municipality without small numbers. */
  @Allows('team-lead', 'case-worker', 'policy-adviser')
  @Get('trend')
  async trend(@CurrentActor() actor: Actor, @Query() { weeks }: WaitingTrendRequest): Promise<WaitingTrendResponse> {
    const trend = await this.trends.trend(actor, weeks);
    return { ...trend, weeks: [...trend.weeks] };
  }
}
