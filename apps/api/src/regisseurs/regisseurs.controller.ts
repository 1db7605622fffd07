import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { RegisseursQueries } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { RegisseurListResponse } from './regisseur-list.response.js';

@ApiTags('Regie')
@Controller('v1/regisseurs')
export class RegisseursController {
  constructor(private readonly regisseurs: RegisseursQueries) {}

  /** The regisseurs of your team, with how many families each has. */
  @Allows('team-lead')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<RegisseurListResponse> {
    return { items: await this.regisseurs.list(actor), nextCursor: null };
  }
}
