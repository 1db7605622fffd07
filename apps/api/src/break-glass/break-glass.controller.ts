import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { BreakGlassQueries, BreakGlassService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { BreakGlassListRequest, CloseBreakGlassRequest, OpenBreakGlassRequest, ReviewBreakGlassRequest } from './dto/break-glass.request.js';
import { BreakGlassPageResponse, BreakGlassResponse, OpenedBreakGlassResponse } from './dto/break-glass.response.js';

@ApiTags('Noodtoegang')
@Controller('v1/break-glass')
export class BreakGlassController {
  constructor(
    private readonly service: BreakGlassService,
    private readonly queries: BreakGlassQueries,
  ) {}

  /** Open the dossier of a family you don't work for, to read it. The team lead and the privacy officer hear it at once. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post()
  open(@CurrentActor() actor: Actor, @Body() body: OpenBreakGlassRequest): Promise<OpenedBreakGlassResponse> {
    return this.service.open(actor, body);
  }

  /** What was opened in the municipality, or for a team lead among the families of the team; newest first. */
  @Allows('privacy-officer', 'team-lead')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: BreakGlassListRequest): Promise<BreakGlassPageResponse> {
    return this.queries.list(actor, page);
  }

  /** What you have open now. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('mine')
  async mine(@CurrentActor() actor: Actor): Promise<BreakGlassPageResponse> {
    return { items: await this.queries.mine(actor), nextCursor: null };
  }

  /** One use of it, with its review. */
  @Allows('privacy-officer', 'team-lead', 'regisseur', 'case-worker')
  @Get(':id')
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<BreakGlassResponse> {
    return this.queries.get(actor, id);
  }

  /** Close the dossier before the time is over. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post(':id/end')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: CloseBreakGlassRequest): Promise<void> {
    return this.service.close(actor, id, body.note);
  }

  /** Say whether it was needed. Never by who used it. If-Match: its version. */
  @Allows('privacy-officer', 'team-lead')
  @Post(':id/review')
  @HttpCode(204)
  review(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ReviewBreakGlassRequest): Promise<void> {
    return this.service.review(actor, id, body, version);
  }
}
