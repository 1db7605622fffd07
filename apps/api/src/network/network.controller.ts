import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { NetworkService, RepresentativesService } from '#households';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { ChangedResponse } from '../members/dto/people.response.js';
import { BackedUpQueries } from './backed-up.queries.js';
import { BackedUpListResponse } from './dto/backed-up.response.js';
import { NetworkPersonRequest, RecordRepresentativeRequest, RepresentativeRequest } from './dto/network.request.js';

@ApiTags('Gezinnen')
@Allows('regisseur', 'case-worker')
@Controller('v1')
export class NetworkController {
  constructor(
    private readonly network: NetworkService,
    private readonly representatives: RepresentativesService,
    private readonly backedUp: BackedUpQueries,
  ) {}

  /** Record who acts for somebody by law. */
  @Post('households/:id/representatives')
  recordRepresentative(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: RecordRepresentativeRequest): Promise<ChangedResponse> {
    return this.representatives.record(actor, id, body.memberId, body);
  }

  /** Other data, or the day on which it ends. If-Match: its version. */
  @Put('households/:id/representatives/:representativeId')
  changeRepresentative(
    @CurrentActor() actor: Actor, @Id() id: string, @Id('representativeId') representativeId: string, @IfMatch() version: number, @Body() body: RepresentativeRequest,
  ): Promise<ChangedResponse> {
    return this.representatives.change(actor, id, representativeId, body, version);
  }

  /** Write down who stands beside the family. */
  @Post('households/:id/network')
  add(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: NetworkPersonRequest): Promise<ChangedResponse> {
    return this.network.add(actor, id, body);
  }

  /** Other data, or the day on which it ends. If-Match: its version. */
  @Put('households/:id/network/:networkId')
  change(@CurrentActor() actor: Actor, @Id() id: string, @Id('networkId') networkId: string, @IfMatch() version: number, @Body() body: NetworkPersonRequest): Promise<ChangedResponse> {
    return this.network.change(actor, id, networkId, body, version);
  }

  /** The buddies and mentors who can fall back on you, and whom to call about the family. */
  @Get('network-backups')
  async backups(@CurrentActor() actor: Actor): Promise<BackedUpListResponse> {
    return { items: await this.backedUp.list(actor), nextCursor: null };
  }
}
