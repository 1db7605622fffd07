import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { CaseReviewsQueries, CaseReviewsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { BringInFamilyRequest, PlanCaseReviewRequest, RewriteFamilyRequest } from './dto/case-review.request.js';
import { CaseReviewColleaguesResponse, CaseReviewResponse } from './dto/case-review.response.js';

@ApiTags('Overleg')
@Controller('v1/case-reviews')
export class CaseReviewsController {
  constructor(
    private readonly service: CaseReviewsService,
    private readonly queries: CaseReviewsQueries,
  ) {}

  /** Plan a case review (casuïstiek) with colleagues. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post()
  plan(@CurrentActor() actor: Actor, @Body() { plannedAt, ...review }: PlanCaseReviewRequest): Promise<CreatedResponse> {
    return this.service.plan(actor, { ...review, plannedAt: new Date(plannedAt) });
  }

  /** Who can take part. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('colleagues')
  async colleagues(@CurrentActor() actor: Actor): Promise<CaseReviewColleaguesResponse> {
    return { items: await this.queries.colleagues(actor), nextCursor: null };
  }

  /** One review: families by a letter, in roles and age bands. Whose they are reads only who works with them. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Id() id: string): Promise<CaseReviewResponse> {
    return this.queries.get(actor, id);
  }

  /** Bring in a family. 422 when a text tells which family it is. */
  @Allows('regisseur', 'case-worker')
  @Post(':id/families')
  bringIn(@CurrentActor() actor: Actor, @Id() id: string, @Body() { householdId, ...texts }: BringInFamilyRequest): Promise<CreatedResponse> {
    return this.service.bringIn(actor, id, householdId, texts);
  }

  /** Change what stands about the family you brought in, and write down what was advised. If-Match: the version in `own`. */
  @Allows('regisseur', 'case-worker')
  @Put(':id/families/:familyId')
  @HttpCode(204)
  rewrite(@CurrentActor() actor: Actor, @Id() id: string, @Id('familyId') familyId: string, @Body() body: RewriteFamilyRequest, @IfMatch() version: number): Promise<void> {
    return this.service.rewrite(actor, id, familyId, body, version);
  }

  /** It took place. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post(':id/conclusion')
  @HttpCode(204)
  hold(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.service.move(actor, id, 'hold', version);
  }

  /** It does not go on. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post(':id/cancellation')
  @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.service.move(actor, id, 'cancel', version);
  }
}
