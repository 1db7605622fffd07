import { Body, Controller, Get, Header, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { ProcessingActivitiesQueries, ProcessingActivitiesService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { ProcessingActivityListResponse, ProcessingActivityResponse } from './dto/activity.response.js';
import { ChangeActivityRequest } from './dto/change-activity.request.js';

const STAFF = [
  'regisseur', 'team-lead', 'case-worker', 'partner-worker', 'fund-secretary', 'committee-member', 'decision-maker', 'finance', 'objection-handler',
  'privacy-officer', 'policy-adviser',
] as const;

@ApiTags('Logboek')
@Controller('v1')
export class ProcessingActivitiesController {
  constructor(
    private readonly register: ProcessingActivitiesQueries,
    private readonly service: ProcessingActivitiesService,
  ) {}

  /** The register of processing of your municipality (AVG 30). */
  @Allows(...STAFF)
  @Get('processing-activities')
  async list(@CurrentActor() actor: Actor): Promise<ProcessingActivityListResponse> {
    return { items: await this.register.list(actor) };
  }

  /** The register as a table, for the Autoriteit Persoonsgegevens or to print. */
  @Allows(...STAFF)
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="verwerkingsregister.csv"')
  @Get('processing-activities.csv')
  csv(@CurrentActor() actor: Actor): Promise<string> {
    return this.register.csv(actor);
  }

  /** One line of the register; the processing log refers to it. */
  @Allows(...STAFF)
  @Get('processing-activities/:id')
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<ProcessingActivityResponse> {
    return this.register.get(actor, id);
  }

  /** Change a line. If-Match: the version you read. */
  @Allows('privacy-officer')
  @Patch('processing-activities/:id')
  async change(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ChangeActivityRequest): Promise<ProcessingActivityResponse> {
    await this.service.change(actor, id, body, version);
    return this.register.get(actor, id);
  }
}
