import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { RemindersQueries, RemindersService } from '#reminders';
import { Allows, AllowsEveryone } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PlanReminderRequest } from './dto/plan-reminder.request.js';
import { ReminderPageRequest } from './dto/reminder-page.request.js';
import { ReminderPageResponse } from './dto/reminder.response.js';

@ApiTags('Herinneringen')
@Controller('v1')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly queries: RemindersQueries,
  ) {}

  /** Remind yourself of something about a family you are involved with. */
  @Allows('regisseur', 'case-worker')
  @Post('households/:id/reminders')
  plan(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: PlanReminderRequest): Promise<CreatedResponse> {
    return this.reminders.plan(actor, id, { ...body, dueAt: new Date(body.dueAt) });
  }

  /** Your own reminders, soonest first. */
  @AllowsEveryone()
  @Get('reminders')
  list(@CurrentActor() actor: Actor, @Query() { state, limit, cursor }: ReminderPageRequest): Promise<ReminderPageResponse> {
    return this.queries.listReminders(actor, state, limit, cursor);
  }

  /** Done: it leaves the list of today. If-Match: its version. */
  @AllowsEveryone()
  @Post('reminders/:id/completion')
  @HttpCode(204)
  finish(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.reminders.finish(actor, id, version);
  }

  /** Cross out a reminder that has not fired yet. If-Match: its version. */
  @Allows('regisseur', 'case-worker')
  @Delete('reminders/:id')
  @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.reminders.cancel(actor, id, version);
  }
}
