import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { WaitingListQueries } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { WaitingListRequest } from './waiting-list.request.js';
import { WaitingListResponse } from './waiting-list.response.js';

@ApiTags('Regie')
@Controller('v1/waiting-list')
export class WaitingListController {
  constructor(private readonly waitingList: WaitingListQueries) {}

  /** Families of your team that wait for a regisseur: the most urgent first, then the longest wait. */
  @Allows('team-lead', 'case-worker')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: WaitingListRequest): Promise<WaitingListResponse> {
    return this.waitingList.list(actor, page);
  }
}
