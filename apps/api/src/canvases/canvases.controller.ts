import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CanvasesQueries, CanvasesService } from '#doorbraak';
import type { Actor } from '#kernel';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { CanvasRequest, toCanvasContent } from './dto/canvas.request.js';
import { CanvasResponse, toCanvasResponse } from './dto/canvas.response.js';

@ApiTags('Doorbraak')
@Controller('v1')
export class CanvasesController {
  constructor(
    private readonly canvases: CanvasesService,
    private readonly queries: CanvasesQueries,
  ) {}

  /** Start a Doorbraak canvas for this family. */
  @Allows('regisseur')
  @Post('households/:id/canvases')
  async start(@CurrentActor() actor: Actor, @Id() householdId: string, @Body() body: CanvasRequest): Promise<CanvasResponse> {
    const { id } = await this.canvases.start(actor, householdId, toCanvasContent(body));
    return this.get(actor, id);
  }

  /** Write the whole canvas anew. If-Match: the version you read. */
  @Allows('regisseur')
  @Put('canvases/:id')
  async revise(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CanvasRequest): Promise<CanvasResponse> {
    await this.canvases.revise(actor, id, toCanvasContent(body), version);
    return this.get(actor, id);
  }

  /** Read a canvas; that you read it is written down. */
  @Allows('regisseur')
  @Get('canvases/:id')
  async get(@CurrentActor() actor: Actor, @Id() id: string): Promise<CanvasResponse> {
    return toCanvasResponse(await this.queries.get(actor, id));
  }
}
