import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { AftercareService, CaseQueries, CaseStepsService, ClosuresService } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { AftercareAttemptRequest, CaseStepRequest, ClosureRequest } from './dto/case.request.js';
import { AftercareAttemptResponse, CaseProgressResponse, CaseResponse } from './dto/case.response.js';

@ApiTags('Regie')
@Controller('v1/households/:id')
export class HouseholdCaseController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly steps: CaseStepsService,
    private readonly closures: ClosuresService,
    private readonly aftercare: AftercareService,
  ) {}

  /** Where the case stands, how it came there, and what it needs to go on. That you read it is noted. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('case')
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<CaseResponse> {
    return this.queries.get(actor, id);
  }

  /** One step of the case. Refused with everything that is missing. If-Match: version of the household. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post('case/steps')
  @HttpCode(200)
  step(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: CaseStepRequest, @IfMatch() version: number): Promise<CaseProgressResponse> {
    return this.steps.step(actor, id, body, version);
  }

  /** Close the case, with how the family and you look back. Refused while something is still open. If-Match: version of the household. */
  @Allows('regisseur', 'team-lead')
  @Post('closure')
  @HttpCode(200)
  close(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ClosureRequest, @IfMatch() version: number): Promise<CaseProgressResponse> {
    return this.closures.close(actor, id, body, version);
  }

  /** A contact of the aftercare was held, or nobody was reached. If-Match: version of the contact. */
  @Allows('regisseur')
  @Post('aftercare-contacts/:contactId/attempts')
  @HttpCode(200)
  attempt(
    @CurrentActor() actor: Actor, @Id() id: string, @Id('contactId') contactId: string, @Body() body: AftercareAttemptRequest, @IfMatch() version: number,
  ): Promise<AftercareAttemptResponse> {
    return this.aftercare.recordAttempt(actor, id, contactId, body, version);
  }
}
