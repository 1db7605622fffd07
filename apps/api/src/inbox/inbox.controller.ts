import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { InboxService, RemindersQueries } from '#reminders';
import { AllowsEveryone } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { InboxPageRequest } from './dto/inbox-page.request.js';
import { InboxPageResponse } from './dto/inbox.response.js';

@ApiTags('Berichten')
@Controller('v1/inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly queries: RemindersQueries,
  ) {}

  /** Your own messages, newest first. */
  @AllowsEveryone()
  @Get()
  list(@CurrentActor() actor: Actor, @Query() { unread, limit, cursor }: InboxPageRequest): Promise<InboxPageResponse> {
    return this.queries.listInbox(actor, unread, limit, cursor);
  }

  /** Mark a message as read; repeating it changes nothing. */
  @AllowsEveryone()
  @Post(':id/read')
  @HttpCode(204)
  markRead(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.inbox.markRead(actor, id);
  }

  /** Mark a message as unread again. */
  @AllowsEveryone()
  @Post(':id/unread')
  @HttpCode(204)
  markUnread(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.inbox.markUnread(actor, id);
  }
}
