import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { CaseloadMoveService, CaseloadOfQueries } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { CaseloadOfResponse, MovedCaseloadResponse } from './dto/caseload-of.response.js';
import { MoveCaseloadRequest } from './dto/move-caseload.request.js';

@ApiTags('Regie')
@Controller('v1/caseloads')
export class CaseloadsController {
  constructor(
    private readonly queries: CaseloadOfQueries,
    private readonly moves: CaseloadMoveService,
  ) {}

  /** The families of one regisseur of your team, each with how its hand-over stands and who could take it. */
  @Allows('team-lead')
  @Get(':userId')
  of(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<CaseloadOfResponse> {
    return this.queries.get(actor, userId);
  }

  /** Plan a hand-over for each of these families at once; what could not says why, and keeps its regisseur. */
  @Allows('team-lead')
  @Post(':userId/moves')
  @HttpCode(200)
  async move(@CurrentActor() actor: Actor, @Id('userId') userId: string, @Body() body: MoveCaseloadRequest): Promise<MovedCaseloadResponse> {
    return { items: await this.moves.move(actor, userId, body), nextCursor: null };
  }
}
