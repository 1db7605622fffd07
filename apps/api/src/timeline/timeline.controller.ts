import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { TimelineQueries } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { TimelineRequest } from './dto/timeline.request.js';
import { TimelineResponse } from './dto/timeline.response.js';

@ApiTags('Tijdlijn')
@Controller('v1/households/:id/timeline')
export class TimelineController {
  constructor(private readonly queries: TimelineQueries) {}

  /** The story of the family, newest first: contacts, decisions, referrals, money, plan and meetings. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get()
  read(@CurrentActor() actor: Actor, @Id() id: string, @Query() { with: memberId, ...filter }: TimelineRequest): Promise<TimelineResponse> {
    return this.queries.get(actor, id, { ...filter, memberId });
  }
}
