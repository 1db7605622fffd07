import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { BsnService } from '#households';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { KeepsNothing } from '../http/keeps-nothing.js';
import { BsnLookupRequest } from './dto/bsn-lookup.request.js';
import { BsnLookupResponse } from './dto/bsn-lookup.response.js';
import { RevealBsnRequest } from './dto/reveal-bsn.request.js';
import { RevealedBsnResponse } from './dto/revealed-bsn.response.js';

/** POST for both: a number in a URL, or one behind a GET, stays behind in histories and caches. */
@ApiTags('Gezinnen')
@Controller('v1')
export class BsnController {
  constructor(private readonly bsn: BsnService) {}

  /** Show the BSN of one member, for a minute. Who looked and why stands in the log. Organisations without the right: 403. */
  @Allows('case-worker', 'regisseur', 'team-lead', 'decision-maker', 'objection-handler')
  @KeepsNothing()
  @Post('households/:id/members/:memberId/bsn-reveal')
  @HttpCode(200)
  reveal(@CurrentActor() actor: Actor, @Id() id: string, @Id('memberId') memberId: string, @Body() { reason }: RevealBsnRequest): Promise<RevealedBsnResponse> {
    return this.bsn.reveal(actor, id, memberId, reason);
  }

  /** Find the family of a BSN, among the families you work with. An unknown number and somebody else's give the same answer. */
  @Allows('case-worker', 'regisseur', 'team-lead', 'decision-maker', 'objection-handler')
  @KeepsNothing()
  @Post('bsn-lookup')
  @HttpCode(200)
  find(@CurrentActor() actor: Actor, @Body() { bsn }: BsnLookupRequest): Promise<BsnLookupResponse> {
    return this.bsn.find(actor, bsn);
  }
}
