import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { TeamBoardQueries } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { TeamBoardResponse } from './team-board.response.js';

@ApiTags('Regie')
@Controller('v1/team-board')
export class TeamBoardController {
  constructor(private readonly board: TeamBoardQueries) {}

  /** How your team stands: who waits, whose hands are full, what is late. */
  @Allows('team-lead')
  @Get()
  get(@CurrentActor() actor: Actor): Promise<TeamBoardResponse> {
    return this.board.get(actor);
  }
}
