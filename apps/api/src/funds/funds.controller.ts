import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FundsQueries } from '#fund';
import type { Actor } from '#kernel';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { FundsResponse } from './dto/fund.response.js';

@ApiTags('Fonds')
@Controller('v1/funds')
export class FundsController {
  constructor(private readonly funds: FundsQueries) {}

  /** The funds of the municipality. The amounts are for people of the fund only. */
  @Allows('fund-secretary', 'committee-member', 'decision-maker', 'finance', 'regisseur')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<FundsResponse> {
    return { items: await this.funds.list(actor), nextCursor: null };
  }
}
