import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { ScoresQueries, ScoresService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { CorrectRoundRequest, MeasureRequest } from './dto/score-round.request.js';
import { ScoresResponse } from './dto/scores.response.js';

@ApiTags('Regie')
@Allows('regisseur', 'case-worker')
@Controller('v1/households/:id/score-rounds')
export class ScoresController {
  constructor(
    private readonly service: ScoresService,
    private readonly queries: ScoresQueries,
  ) {}

  /** How it goes per area of life: every measurement, the lines of the picture, and the first and the latest compared. */
  @Get()
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ScoresResponse> {
    return this.queries.ofFamily(actor, id);
  }

  /** Write down how it goes, with a reason per area of life. */
  @Post()
  measure(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: MeasureRequest): Promise<CreatedResponse> {
    return this.service.measure(actor, id, body);
  }

  /** A measurement that takes the place of a wrong one, which stays to be read. */
  @Post(':roundId/correction')
  correct(@CurrentActor() actor: Actor, @Id() id: string, @Id('roundId') roundId: string, @Body() body: CorrectRoundRequest): Promise<CreatedResponse> {
    return this.service.correct(actor, id, roundId, body);
  }
}
