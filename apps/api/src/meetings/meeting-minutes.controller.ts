import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { MeetingMinutesService } from '#regie';
import { toAction } from '../family-plans/dto/plan-action.request.js';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { AttendanceRequest, CorrectMinutesRequest, DecideRequest, SetAgendaRequest, WriteMinutesRequest } from './dto/meeting.request.js';

@ApiTags('Overleg')
@Controller('v1/households/:id/meetings/:meetingId')
export class MeetingMinutesController {
  constructor(private readonly minutes: MeetingMinutesService) {}

  /** The agenda, as a whole. 422 when a title tells an invited organisation what the gate keeps closed. */
  @Allows('regisseur')
  @Put('agenda')
  @HttpCode(204)
  agenda(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('meetingId') meetingId: string, @Body() { points }: SetAgendaRequest, @IfMatch() version: number): Promise<void> {
    return this.minutes.setAgenda(actor, { householdId, meetingId, version }, points.map(({ pointId: id, title, broughtBy }) => ({ id, title, broughtBy })));
  }

  /** The meeting took place: who was there. */
  @Allows('regisseur')
  @Post('attendance')
  @HttpCode(204)
  attendance(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('meetingId') meetingId: string, @Body() body: AttendanceRequest, @IfMatch() version: number): Promise<void> {
    return this.minutes.hold(actor, { householdId, meetingId, version }, body);
  }

  /** What was said at each point. */
  @Allows('regisseur')
  @Put('minutes')
  @HttpCode(204)
  write(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('meetingId') meetingId: string, @Body() { points }: WriteMinutesRequest, @IfMatch() version: number): Promise<void> {
    return this.minutes.writeMinutes(actor, { householdId, meetingId, version }, points.map(({ pointId, discussed = '' }) => ({ id: pointId, discussed })));
  }

  /** A decision, with who does it and when: it becomes an action in the plan of the family. */
  @Allows('regisseur')
  @Post('decisions')
  decide(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('meetingId') meetingId: string, @Body() body: DecideRequest, @IfMatch() version: number): Promise<CreatedResponse> {
    return this.minutes.decide(actor, { householdId, meetingId, version }, { ...toAction(body), pointId: body.pointId });
  }

  /** From now on the minutes stand as they are. */
  @Allows('regisseur')
  @Post('closing')
  @HttpCode(204)
  close(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('meetingId') meetingId: string, @IfMatch() version: number): Promise<void> {
    return this.minutes.close(actor, { householdId, meetingId, version });
  }

  /** A line beside closed minutes that says what was wrong. */
  @Allows('regisseur')
  @Post('corrections')
  @HttpCode(204)
  correct(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('meetingId') meetingId: string, @Body() { text }: CorrectMinutesRequest, @IfMatch() version: number): Promise<void> {
    return this.minutes.correct(actor, { householdId, meetingId, version }, text);
  }
}
