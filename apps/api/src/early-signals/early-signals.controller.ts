import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { SignalCasesService, SignalsQueries, VisitorsQueries } from '#regie';
import { RegisteredHouseholdResponse } from '../households/dto/household-list.response.js';
import { RegisterHouseholdRequest } from '../households/dto/register-household.request.js';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { EarlySignalListRequest, NoteSignalStepRequest, PlanHomeVisitRequest, YearCountRequest } from './dto/early-signal.request.js';
import { EarlySignalListResponse, EarlySignalResponse, VisitorListResponse, YearCountResponse } from './dto/early-signal.response.js';

@ApiTags('Vroegsignalering')
@Controller('v1/early-signals')
export class EarlySignalsController {
  constructor(
    private readonly signals: SignalsQueries,
    private readonly visitorsOf: VisitorsQueries,
    private readonly cases: SignalCasesService,
  ) {}

  /** People of your team about whom creditors told, by when somebody should have talked with them. */
  @Allows('team-lead', 'case-worker')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: EarlySignalListRequest): Promise<EarlySignalListResponse> {
    return this.signals.list(actor, page);
  }

  /** How many home visits the municipality did in a year, against its target. A policy adviser gets no small numbers. */
  @Allows('team-lead', 'case-worker', 'policy-adviser')
  @Get('year-count')
  yearCount(@CurrentActor() actor: Actor, @Query() { year }: YearCountRequest): Promise<YearCountResponse> {
    return this.signals.yearCount(actor, year);
  }

  /** The colleagues of your team who can go on a visit. */
  @Allows('team-lead', 'case-worker')
  @Get('visitors')
  async visitors(@CurrentActor() actor: Actor): Promise<VisitorListResponse> {
    return { items: await this.visitorsOf.list(actor), nextCursor: null };
  }

  /** One person: the signals and what the team did. That you read it is noted. */
  @Allows('team-lead', 'case-worker')
  @Get(':id')
  getOne(@CurrentActor() actor: Actor, @Id() id: string): Promise<EarlySignalResponse> {
    return this.signals.getOne(actor, id);
  }

  /** Plan a home visit, or plan it anew. If-Match: its version. */
  @Allows('team-lead', 'case-worker')
  @Post(':id/visits')
  @HttpCode(204)
  planVisit(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: PlanHomeVisitRequest): Promise<void> {
    return this.cases.planVisit(actor, id, version, body);
  }

  /** Note what you tried and what came of it. If-Match: its version. */
  @Allows('team-lead', 'case-worker')
  @Post(':id/steps')
  @HttpCode(204)
  noteStep(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: NoteSignalStepRequest): Promise<void> {
    return this.cases.noteStep(actor, id, version, body);
  }

  /** The offer of help is taken: report the family, and close the signal in the same breath. If-Match: the version of the signal. */
  @Allows('team-lead', 'case-worker')
  @Post(':id/household')
  acceptHelp(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: RegisterHouseholdRequest): Promise<RegisteredHouseholdResponse> {
    return this.cases.acceptHelp(actor, id, version, body);
  }
}
