import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { RecordsQueries, SecrecyReleasesService } from '#privacy';
import { ReferralStopsService } from '#referrals';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { SecrecyReleaseResponse, SecrecyReleasesResponse, SecrecyWithdrawalResponse } from './dto/record.response.js';
import { RecordSecrecyReleaseRequest } from './dto/record-secrecy-release.request.js';
import { WithdrawRecordRequest } from './dto/withdraw-record.request.js';

@ApiTags('Delen')
@Allows('regisseur', 'case-worker')
@Controller('v1/households/:id/secrecy-releases')
export class SecrecyReleasesController {
  constructor(
    private readonly releases: SecrecyReleasesService,
    private readonly records: RecordsQueries,
    private readonly stops: ReferralStopsService,
  ) {}

  /** What professionals may tell about this family, newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Id() id: string): Promise<SecrecyReleasesResponse> {
    return { items: await this.records.listReleases(actor, id) };
  }

  /** Record that somebody lets a professional tell what falls under their secrecy. */
  @Post()
  record(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RecordSecrecyReleaseRequest): Promise<SecrecyReleaseResponse> {
    return this.releases.record(actor, id, body);
  }

  /** Take it back. Always succeeds, and stops what could only be shared with it. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Post(':releaseId/withdrawal')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @Id('releaseId') releaseId: string, @Body() body: WithdrawRecordRequest): Promise<SecrecyWithdrawalResponse> {
    return this.releases.withdraw(actor, id, releaseId, body.reason, this.stops.stopWithoutBasis);
  }
}
