import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { ScoreScalesService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { MakeScoreScaleRequest } from './dto/make-score-scale.request.js';
import { ScoreScaleListResponse } from './dto/score-scale.response.js';

@ApiTags('Regie')
@Controller('v1/score-scales')
export class ScoreScalesController {
  constructor(private readonly service: ScoreScalesService) {}

  /** Every version of the scale of your municipality, the newest first. */
  @Allows('regisseur', 'case-worker', 'team-lead', 'policy-adviser')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<ScoreScaleListResponse> {
    return { items: await this.service.list(actor), nextCursor: null };
  }

  /** The next version. What was measured keeps the version it was measured with. If-Match: the version that it follows. */
  @Allows('policy-adviser')
  @Post()
  make(@CurrentActor() actor: Actor, @Body() body: MakeScoreScaleRequest, @IfMatch() version: number): Promise<CreatedResponse> {
    return this.service.make(actor, { ...body, mapsPrevious: body.mapsPrevious ?? null }, version);
  }
}
