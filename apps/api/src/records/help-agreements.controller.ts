import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { HelpAgreementsService, ParentalAuthorityService, RecordsQueries } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { AuthorityResponse, HelpAgreementResponse, HelpAgreementsResponse } from './dto/record.response.js';
import { RecordAuthorityRequest } from './dto/record-authority.request.js';
import { RecordHelpAgreementRequest } from './dto/record-help-agreement.request.js';
import { WithdrawRecordRequest } from './dto/withdraw-record.request.js';

@ApiTags('Delen')
@Allows('regisseur', 'case-worker')
@Controller('v1/households/:id')
export class HelpAgreementsController {
  constructor(
    private readonly agreements: HelpAgreementsService,
    private readonly authority: ParentalAuthorityService,
    private readonly records: RecordsQueries,
  ) {}

  /** Who agreed to which help, newest first; and for each member who has to say yes. */
  @Get('help-agreements')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<HelpAgreementsResponse> {
    return this.records.listHelp(actor, id);
  }

  /** Record that somebody agrees to be helped. */
  @Post('help-agreements')
  record(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RecordHelpAgreementRequest): Promise<HelpAgreementResponse> {
    return this.agreements.record(actor, id, body);
  }

  /** Take it back. Always succeeds. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Post('help-agreements/:agreementId/withdrawal')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @Id('agreementId') agreementId: string, @Body() body: WithdrawRecordRequest): Promise<HelpAgreementResponse> {
    return this.agreements.withdraw(actor, id, agreementId, body.reason);
  }

  /** Record whether an adult of this family has authority over a child. */
  @Post('parental-authority')
  @HttpCode(200)
  recordAuthority(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RecordAuthorityRequest): Promise<AuthorityResponse> {
    return this.authority.record(actor, id, body);
  }
}
