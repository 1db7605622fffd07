import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { BasisCatalogueService, RecordsQueries } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { BasisCatalogueResponse, SwitchedRuleResponse } from './dto/basis-rule.response.js';
import { SwitchBasisRuleRequest } from './dto/switch-basis-rule.request.js';

@ApiTags('Afspraken en toestemming')
@Controller('v1/basis-catalogue')
export class BasisCatalogueController {
  constructor(
    private readonly catalogue: BasisCatalogueService,
    private readonly records: RecordsQueries,
  ) {}

  /** Every ground of this municipality: the article, what it allows and for whom. Those that are off are in it too. */
  @Allows('regisseur', 'case-worker', 'team-lead', 'privacy-officer')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<BasisCatalogueResponse> {
    return { items: await this.records.catalogue(actor) };
  }

  /** Switch a ground on or off, with the reason. What leans on it is flagged for review, not cut. If-Match: the version of the line. */
  @Allows('privacy-officer')
  @Patch(':code')
  switchRule(@CurrentActor() actor: Actor, @Param('code') code: string, @IfMatch() version: number, @Body() body: SwitchBasisRuleRequest): Promise<SwitchedRuleResponse> {
    return this.catalogue.switchRule(actor, code, body.enabled, body.reason, version);
  }
}
