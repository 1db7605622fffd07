import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { MeetingsQueries, MeetingsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { PlanMeetingRequest } from './dto/meeting.request.js';
import { FamilyMeetingsResponse, PartnerMeetingsResponse } from './dto/meeting.response.js';
import { WhoSeesWhatResponse } from './dto/who-sees-what.response.js';
import { WhoSeesWhatQueries } from './who-sees-what.queries.js';

@ApiTags('Delen')
@Controller('v1')
export class SharingController {
  constructor(
    private readonly matrix: WhoSeesWhatQueries,
    private readonly meetings: MeetingsService,
    private readonly queries: MeetingsQueries,
  ) {}

  /** Who sees what of this family now: people × organisations, each cell explained by the gate. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('households/:id/sharing')
  whoSeesWhat(@CurrentActor() actor: Actor, @Id() id: string): Promise<WhoSeesWhatResponse> {
    return this.matrix.get(actor, id);
  }

  /** Meetings about this family, newest first. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('households/:id/meetings')
  async ofFamily(@CurrentActor() actor: Actor, @Id() id: string): Promise<FamilyMeetingsResponse> {
    return { items: await this.queries.listOfFamily(actor, id), nextCursor: null };
  }

  /** Invite organisations to a meeting. When the gate keeps something closed: 422, naming what is missing, and nobody is invited. */
  @Allows('regisseur')
  @Post('households/:id/meetings')
  plan(@CurrentActor() actor: Actor, @Id() id: string, @Body() { plannedAt, ...meeting }: PlanMeetingRequest): Promise<CreatedResponse> {
    return this.meetings.plan(actor, id, { ...meeting, plannedAt: new Date(plannedAt) });
  }

  /** The meeting does not go on. If-Match: the version of the meeting. */
  @Allows('regisseur')
  @Post('households/:id/meetings/:meetingId/cancellation')
  @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @Id('meetingId') meetingId: string, @IfMatch() version: number): Promise<void> {
    return this.meetings.cancel(actor, id, meetingId, version);
  }

  /** Meetings that my organisation is invited to, with what the gate opens now. */
  @Allows('partner-worker')
  @Get('meetings')
  ofPartner(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<PartnerMeetingsResponse> {
    return this.queries.listOfPartner(actor, page);
  }
}
