import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { FamilyPlanQueries, PlanAgreementsService, PlanPhasesService, PlanSchemesService } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { AgreeToPlanRequest, toPlanAgreement } from './dto/agree-to-plan.request.js';
import { AgreedVersionResponse, FamilyPlanResponse, PlanVersionPageResponse } from './dto/family-plan.response.js';
import { MovePhaseRequest, SetReviewRequest, SetSchemeRequest } from './dto/plan-parts.request.js';

const PDF = 'application/pdf';

@ApiTags('Regie')
@Controller('v1/households/:id')
export class FamilyPlanController {
  constructor(
    private readonly plans: FamilyPlanQueries,
    private readonly agreements: PlanAgreementsService,
    private readonly phases: PlanPhasesService,
    private readonly schemes: PlanSchemesService,
  ) {}

  /** The one plan of this family: goals, who does what by when, what was agreed, the phase and the schemes. That you read it is written down. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('plan')
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<FamilyPlanResponse> {
    return this.plans.get(actor, id);
  }

  /** On one page for the family (tagged PDF, in plain Dutch): the most important that fits. */
  @Allows('regisseur')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-disposition', 'attachment; filename="gezinsplan.pdf"')
  @Get('plan.pdf')
  async onPaper(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.plans.onPaper(actor, id), { type: PDF });
  }

  /** What the family agreed to, newest first, and what changed each time. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('plan-versions')
  versions(@CurrentActor() actor: Actor, @Id() id: string, @Query() page: PageRequest): Promise<PlanVersionPageResponse> {
    return this.plans.versions(actor, id, page);
  }

  /** The family says yes to the plan as it is now. If-Match: the version of the plan that they saw. */
  @Allows('regisseur')
  @Post('plan/agreements')
  agree(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: AgreeToPlanRequest): Promise<AgreedVersionResponse> {
    return this.agreements.agree(actor, id, toPlanAgreement(body), version);
  }

  /** Choose the day on which the plan is looked at again. If-Match: the version of the plan. */
  @Allows('regisseur')
  @Put('plan/review')
  @HttpCode(204)
  review(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: SetReviewRequest): Promise<void> {
    return this.agreements.review(actor, id, body.reviewOn, version);
  }

  /** The family is in another phase. If-Match: the version of the plan. */
  @Allows('regisseur')
  @Post('plan/phases')
  @HttpCode(204)
  movePhase(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: MovePhaseRequest): Promise<void> {
    return this.phases.move(actor, id, body, version);
  }

  /** Where a scheme stands for this family. If-Match: the version of the scheme, "0" when nobody looked at it yet. */
  @Allows('regisseur')
  @Put('plan/schemes/:code')
  @HttpCode(204)
  setScheme(@CurrentActor() actor: Actor, @Id() id: string, @Param('code') code: string, @IfMatch() version: number, @Body() body: SetSchemeRequest): Promise<void> {
    return this.schemes.set(actor, id, code, { state: body.state, since: body.since ?? null, reason: body.reason ?? null }, version);
  }
}
