import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { LegalBasesService, SharingQueries } from '#privacy';
import { ReferralStopsService, WithdrawalPreviewQueries } from '#referrals';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { KeepsNothing } from '../http/keeps-nothing.js';
import { LegalBasesResponse, LegalBasisResponse, SharingPreviewResponse, WithdrawalPreviewResponse, WithdrawalResponse } from './dto/legal-basis.response.js';
import { RecordLegalBasisRequest } from './dto/record-legal-basis.request.js';
import { RenewLegalBasisRequest } from './dto/renew-legal-basis.request.js';
import { SharingPreviewRequest } from './dto/share.request.js';
import { WithdrawLegalBasisRequest } from './dto/withdraw-legal-basis.request.js';

@ApiTags('Delen')
@Allows('regisseur', 'case-worker')
@Controller('v1/households/:id')
export class LegalBasesController {
  constructor(
    private readonly bases: LegalBasesService,
    private readonly sharing: SharingQueries,
    private readonly stops: ReferralStopsService,
    private readonly previews: WithdrawalPreviewQueries,
  ) {}

  /** All legal bases of this household, newest first. */
  @Get('legal-bases')
  async list(@CurrentActor() actor: Actor, @Id() id: string): Promise<LegalBasesResponse> {
    return { items: await this.sharing.listBases(actor, id) };
  }

  /** Record why data of one member may go to one organisation. */
  @Post('legal-bases')
  record(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RecordLegalBasisRequest): Promise<LegalBasisResponse> {
    return this.bases.record(actor, id, body);
  }

  /** What stops when this basis is withdrawn, and what to do then. Changes nothing. */
  @Get('legal-bases/:basisId/withdrawal-preview')
  withdrawalPreview(@CurrentActor() actor: Actor, @Id() id: string, @Id('basisId') basisId: string): Promise<WithdrawalPreviewResponse> {
    return this.previews.preview(actor, id, basisId);
  }

  /** A new basis for the same person and organisation: in the place of one that runs, or after one that ended or was withdrawn. */
  @Post('legal-bases/:basisId/renewal')
  renew(@CurrentActor() actor: Actor, @Id() id: string, @Id('basisId') basisId: string, @Body() body: RenewLegalBasisRequest): Promise<LegalBasisResponse> {
    return this.bases.renew(actor, id, basisId, body, this.stops.stopWithoutBasis);
  }

  /** Withdraw. Always succeeds, needs no If-Match, and stops what leans on it at once. The privacy officer does it on request of a resident. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Post('legal-bases/:basisId/withdrawal')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @Id('basisId') basisId: string, @Body() body: WithdrawLegalBasisRequest): Promise<WithdrawalResponse> {
    return this.bases.withdraw(actor, id, basisId, body.reason, this.stops.stopWithoutBasis);
  }

  /** What would this organisation see, and what is still missing? Changes nothing. */
  @KeepsNothing()
  @Post('sharing-preview')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SharingPreviewRequest): Promise<SharingPreviewResponse> {
    return this.sharing.preview(actor, id, body.toOrganisationId, body.shares);
  }
}
