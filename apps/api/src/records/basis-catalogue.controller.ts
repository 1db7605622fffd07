import { Body, Controller, Get, Param, Patch, type PipeTransform } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DomainError } from '#kernel';
import { BasisCatalogueService, RecordsQueries } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { BasisCatalogueResponse, SwitchedRuleResponse } from './dto/basis-rule.response.js';
import { SwitchBasisRuleRequest } from './dto/switch-basis-rule.request.js';

/** What can be no code at all can't be in the catalogue either: the same 404. */
const KNOWN_SHAPE: PipeTransform<string, string> = {
  transform(code) {
    if (/^[a-z0-9-]{1,60}$/.test(code)) return code;
    throw new DomainError('basis-rule.not-found', 'Deze grondslag staat niet in de lijst van jouw gemeente.', { kind: 'not-found' });
  },
};

@ApiTags('Delen')
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
  switchRule(@CurrentActor() actor: Actor, @Param('code', KNOWN_SHAPE) code: string, @IfMatch() version: number, @Body() body: SwitchBasisRuleRequest): Promise<SwitchedRuleResponse> {
    return this.catalogue.switchRule(actor, code, body.enabled, body.reason, version);
  }
}
