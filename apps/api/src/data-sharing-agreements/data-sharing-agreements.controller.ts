import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { AgreementsQueries, AgreementsService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { ConfirmAgreementRequest, EndAgreementRequest, RecordAgreementRequest } from './dto/agreement.request.js';
import { AgreementPageResponse, EndedAgreementResponse } from './dto/agreement.response.js';

@ApiTags('Privacyovereenkomsten')
@Controller('v1/data-sharing-agreements')
export class DataSharingAgreementsController {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly queries: AgreementsQueries,
  ) {}

  /** Agreements with partners, newest first. A partner reads its own. */
  @Allows('privacy-officer', 'regisseur', 'case-worker', 'team-lead', 'partner-worker')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<AgreementPageResponse> {
    return this.queries.list(actor, page);
  }

  /** Write down a new agreement. It opens nothing until it is confirmed. */
  @Allows('privacy-officer')
  @Post()
  record(@CurrentActor() actor: Actor, @Body() body: RecordAgreementRequest): Promise<CreatedResponse> {
    return this.agreements.record(actor, body);
  }

  /** Confirm it as it was signed. If-Match: the version of the agreement. */
  @Allows('privacy-officer')
  @Patch(':id')
  @HttpCode(204)
  confirm(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ConfirmAgreementRequest): Promise<void> {
    return this.agreements.confirm(actor, id, body, version);
  }

  /** End it. Always succeeds, needs no If-Match; what the partner sees under it stops at once. */
  @Allows('privacy-officer')
  @Post(':id/end')
  @HttpCode(200)
  end(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: EndAgreementRequest): Promise<EndedAgreementResponse> {
    return this.agreements.end(actor, id, reason);
  }
}
