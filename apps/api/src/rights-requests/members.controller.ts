import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { MemberCorrectionsService, MemberHistoryQueries, RightsRequestsQueries } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { CorrectMemberRequest } from './dto/correct-member.request.js';
import { CorrectedMemberResponse, MemberHistoryResponse } from './dto/member-history.response.js';
import { HouseholdRightsRequestsResponse } from './dto/rights-request.response.js';

@ApiTags('Verzoeken')
@Controller('v1/households/:id')
export class MembersController {
  constructor(
    private readonly corrections: MemberCorrectionsService,
    private readonly history: MemberHistoryQueries,
    private readonly requests: RightsRequestsQueries,
  ) {}

  /** What the people of this family asked about their data. */
  @Allows('regisseur', 'case-worker')
  @Get('rights-requests')
  async ofHousehold(@CurrentActor() actor: Actor, @Id() id: string): Promise<HouseholdRightsRequestsResponse> {
    return { items: await this.requests.ofHousehold(actor, id) };
  }

  /** Correct what is wrong; what it was stays readable. If-Match: the version of the member. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Patch('members/:memberId')
  correct(
    @CurrentActor() actor: Actor, @Id() id: string, @Id('memberId') memberId: string, @IfMatch() version: number, @Body() body: CorrectMemberRequest,
  ): Promise<CorrectedMemberResponse> {
    const { reason, rightsRequestId, ...fields } = body;
    return this.corrections.correct(actor, id, memberId, { fields, reason, rightsRequestId }, version);
  }

  /** What was corrected, by whom and why. That you read it is noted. */
  @Allows('regisseur', 'case-worker', 'privacy-officer')
  @Get('members/:memberId/history')
  readHistory(@CurrentActor() actor: Actor, @Id() id: string, @Id('memberId') memberId: string): Promise<MemberHistoryResponse> {
    return this.history.of(actor, id, memberId);
  }
}
