import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { HouseholdsService } from '#households';
import { Clock } from '#platform';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { CaseloadQueries } from './caseload.queries.js';
import { toDossier } from './dossier.js';
import { DossierQueries } from './dossier.queries.js';
import { DossierResponse } from './dto/dossier.response.js';
import { HouseholdListRequest } from './dto/household-list.request.js';
import { HouseholdListResponse, RegisteredHouseholdResponse } from './dto/household-list.response.js';
import { RegisterHouseholdRequest } from './dto/register-household.request.js';

@ApiTags('Gezinnen')
@Controller('v1/households')
export class HouseholdsController {
  constructor(
    private readonly households: HouseholdsService,
    private readonly caseload: CaseloadQueries,
    private readonly dossiers: DossierQueries,
    private readonly clock: Clock,
  ) {}

  /** Report a family by hand; it goes on the waiting list. */
  @Allows('case-worker', 'team-lead')
  @Post()
  register(@CurrentActor() actor: Actor, @Body() body: RegisterHouseholdRequest): Promise<RegisteredHouseholdResponse> {
    return this.households.register(actor, body);
  }

  /** My families; for a team lead the families of the team that have left the waiting list. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: HouseholdListRequest): Promise<HouseholdListResponse> {
    return this.caseload.list(actor, page);
  }

  /** One family, as far as you may see it. That you read it is noted. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get(':id')
  async dossier(@CurrentActor() actor: Actor, @Id() id: string): Promise<DossierResponse> {
    return toDossier(await this.dossiers.getRow(actor, id), actor, this.clock.today());
  }
}
