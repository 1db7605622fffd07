import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { MergeQueries, MergeService } from '#households';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { HouseholdMergesResponse, MergeComparisonResponse } from './dto/household-merges.response.js';
import { MergeHouseholdsRequest } from './dto/merge-households.request.js';

@ApiTags('Gezinnen')
@Controller('v1/households/:id')
export class HouseholdMergesController {
  constructor(
    private readonly merges: MergeService,
    private readonly queries: MergeQueries,
  ) {}

  /** What may be a second dossier of this family, what went up in it before, and what happened there. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('merges')
  ofFamily(@CurrentActor() actor: Actor, @Id() id: string): Promise<HouseholdMergesResponse> {
    return this.queries.ofFamily(actor, id);
  }

  /** Two dossiers side by side: this one goes on, the other goes up in it. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('merge-candidates/:otherId')
  compare(@CurrentActor() actor: Actor, @Id() id: string, @Id('otherId') otherId: string): Promise<MergeComparisonResponse> {
    return this.queries.compare(actor, id, otherId);
  }

  /** The other dossier goes up in this one, which keeps its number. If-Match: the version of this one. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post('merges')
  merge(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: MergeHouseholdsRequest): Promise<CreatedResponse> {
    const members = body.members.map(({ memberId, sameAsMemberId }) => ({ memberId, sameAs: sameAsMemberId ?? null }));
    return this.merges.merge(actor, id, { ...body, members }, version);
  }

  /** Two dossiers again, exactly as they were. Refused, with why, when something came that would be lost. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post('merges/:mergeId/undo')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string, @Id('mergeId') mergeId: string): Promise<void> {
    return this.merges.undo(actor, id, mergeId);
  }
}
