import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { MeetingQueries, MeetingsQueries, MeetingsService, OwnMeetingsQueries } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { OwnMeetingsRequest, PlanMeetingRequest } from './dto/meeting.request.js';
import { FamilyMeetingsResponse, MeetingResponse, OwnMeetingsResponse, PartnerMeetingsResponse } from './dto/meeting.response.js';

@ApiTags('Overleg')
@Controller('v1')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly lists: MeetingsQueries,
    private readonly own: OwnMeetingsQueries,
    private readonly one: MeetingQueries,
  ) {}

  /** Meetings about this family, newest first. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('households/:id/meetings')
  async ofFamily(@CurrentActor() actor: Actor, @Id() id: string): Promise<FamilyMeetingsResponse> {
    return { items: await this.lists.listOfFamily(actor, id), nextCursor: null };
  }

  /** Invite organisations to a meeting. When the gate keeps something closed: 422, naming what is missing, and nobody is invited. */
  @Allows('regisseur')
  @Post('households/:id/meetings')
  plan(@CurrentActor() actor: Actor, @Id() id: string, @Body() { plannedAt, ...meeting }: PlanMeetingRequest): Promise<CreatedResponse> {
    return this.meetings.plan(actor, id, { ...meeting, plannedAt: new Date(plannedAt) });
  }

  /** One meeting: agenda, who was there, minutes and decisions. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('households/:id/meetings/:meetingId')
  read(@CurrentActor() actor: Actor, @Id() id: string, @Id('meetingId') meetingId: string): Promise<MeetingResponse> {
    return this.one.get(actor, id, meetingId);
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
    return this.lists.listOfPartner(actor, page);
  }

  /** Meetings of the families you work with, and case reviews you take part in. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('meetings/mine')
  mine(@CurrentActor() actor: Actor, @Query() page: OwnMeetingsRequest): Promise<OwnMeetingsResponse> {
    return this.own.list(actor, page);
  }
}
