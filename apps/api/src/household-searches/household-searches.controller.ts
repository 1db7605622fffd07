import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { HouseholdSearch } from '#households';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { KeepsNothing } from '../http/keeps-nothing.js';
import { HouseholdSearchRequest } from './dto/household-search.request.js';
import { HouseholdSearchResponse } from './dto/household-search.response.js';

/** POST, because what somebody looks for is a name. It changes nothing. */
@ApiTags('Gezinnen')
@Controller('v1/household-searches')
export class HouseholdSearchesController {
  constructor(private readonly search: HouseholdSearch) {}

  /** Find a family among those you may see. Forgives spelling, accents and tussenvoegsels. The log notes that you searched, not for what. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @KeepsNothing()
  @Post()
  @HttpCode(200)
  find(@CurrentActor() actor: Actor, @Body() { text }: HouseholdSearchRequest): Promise<HouseholdSearchResponse> {
    return this.search.find(actor, text);
  }
}
