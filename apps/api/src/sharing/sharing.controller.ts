import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { WhoSeesWhatResponse } from './dto/who-sees-what.response.js';
import { WhoSeesWhatQueries } from './who-sees-what.queries.js';

@ApiTags('Delen')
@Controller('v1')
export class SharingController {
  constructor(private readonly matrix: WhoSeesWhatQueries) {}

  /** Who sees what of this family now: people × organisations, each cell explained by the gate. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('households/:id/sharing')
  whoSeesWhat(@CurrentActor() actor: Actor, @Id() id: string): Promise<WhoSeesWhatResponse> {
    return this.matrix.get(actor, id);
  }
}
