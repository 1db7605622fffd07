import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { SplitService } from '#households';
import { MoverRecords } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { SplitHouseholdRequest, SplitOffResponse } from './dto/split-household.request.js';
import { SplitPreviewResponse } from './dto/split-preview.response.js';
import { SplitQueries } from './split.queries.js';

@ApiTags('Gezinnen')
@Controller('v1/households/:id/splits')
export class HouseholdSplitsController {
  constructor(
    private readonly splits: SplitService,
    private readonly records: MoverRecords,
    private readonly queries: SplitQueries,
  ) {}

  /** Who is in the family, and what is shared about whom: for who divides it in two. */
  @Allows('regisseur', 'case-worker')
  @Get('preview')
  preview(@CurrentActor() actor: Actor, @Id() id: string): Promise<SplitPreviewResponse> {
    return this.queries.preview(actor, id);
  }

  /** Part of the family gets a dossier of its own. Who splits does not come into it. If-Match: the version of the household. */
  @Allows('regisseur', 'case-worker')
  @Post()
  split(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() { mainHereId, address, ...body }: SplitHouseholdRequest): Promise<SplitOffResponse> {
    return this.splits.split(actor, id, { ...body, mainHereId: mainHereId ?? null, address: address ?? null }, version, this.records.whoLeft);
  }
}
