import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ROLES } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { OrganisationListRequest } from './organisation-list.request.js';
import { OrganisationListResponse } from './organisation-list.response.js';

@ApiTags('Organisaties')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsQueries) {}

  /** Whom a family can be referred to. */
  @Allows(...ROLES.filter((role) => role !== 'resident'))
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { kind }: OrganisationListRequest): Promise<OrganisationListResponse> {
    return { items: await this.organisations.list(actor, kind), nextCursor: null };
  }
}
