import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { ReferralExport, ReferralSending, ReferralsQueries, ReferralStandingQueries } from '#referrals';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { ListReferralsRequest } from './dto/list-referrals.request.js';
import { ReferralPageResponse, ReferralProgressResponse, ReferralResponse, ReferralStandingResponse } from './dto/referral.response.js';
import { SendReferralRequest } from './dto/send-referral.request.js';

@ApiTags('Verwijzingen')
@Controller('v1')
export class ReferralsController {
  constructor(
    private readonly sending: ReferralSending,
    private readonly queries: ReferralsQueries,
    private readonly exporting: ReferralExport,
    private readonly standings: ReferralStandingQueries,
  ) {}

  /** Refer a family warmly. Without a legal basis for every category: 422, naming what is missing. */
  @Allows('regisseur')
  @Post('households/:id/referrals')
  @HttpCode(201)
  send(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SendReferralRequest): Promise<ReferralProgressResponse> {
    return this.sending.send(actor, id, body);
  }

  /** A box of referrals, newest first. */
  @Allows('partner-worker', 'regisseur')
  @Get('referrals')
  list(@CurrentActor() actor: Actor, @Query() query: ListReferralsRequest): Promise<ReferralPageResponse> {
    return this.queries.list(actor, query);
  }

  /** What your organisation received, for your own administration: only what a legal basis opens today. That you took it out is noted. */
  @Allows('partner-worker')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="verwijzingen.csv"')
  @Get('referrals/export')
  export(@CurrentActor() actor: Actor): Promise<string> {
    return this.exporting.csv(actor);
  }

  /** One referral. A partner sees the fields that a legal basis opens today, and nothing else of the family. */
  @Allows('partner-worker', 'regisseur')
  @Get('referrals/:id')
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReferralResponse> {
    return this.queries.get(actor, id);
  }

  /** Did anything change since a screen was opened? For asking again and again; nothing of the family is in it. */
  @Allows('partner-worker', 'regisseur')
  @Get('referrals/:id/standing')
  standing(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReferralStandingResponse> {
    return this.standings.get(actor, id);
  }
}
