import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { SubstitutionsQueries, SubstitutionsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { ArrangeSubstitutionRequest } from './dto/arrange-substitution.request.js';
import { ColleagueListResponse, SubstitutionPageResponse } from './dto/substitution.response.js';

@ApiTags('Regie')
@Controller('v1/substitutions')
export class SubstitutionsController {
  constructor(
    private readonly service: SubstitutionsService,
    private readonly queries: SubstitutionsQueries,
  ) {}

  /** Let a colleague stand in for a while: all families of the regisseur open for them from the first day up to the last. */
  @Allows('regisseur', 'team-lead')
  @Post()
  arrange(@CurrentActor() actor: Actor, @Body() body: ArrangeSubstitutionRequest): Promise<CreatedResponse> {
    return this.service.arrange(actor, body);
  }

  /** Your absences, those you stand in for, and for a team lead those of the team; newest first. */
  @Allows('regisseur', 'team-lead')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<SubstitutionPageResponse> {
    return this.queries.list(actor, page);
  }

  /** The regisseurs of your team or organisation: who can stand in for whom. */
  @Allows('regisseur', 'team-lead')
  @Get('colleagues')
  async colleagues(@CurrentActor() actor: Actor): Promise<ColleagueListResponse> {
    return { items: await this.queries.colleagues(actor), nextCursor: null };
  }

  /** Back early, or it does not go through. If-Match: its version. */
  @Allows('regisseur', 'team-lead')
  @Post(':id/end')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.service.end(actor, id, version);
  }
}
