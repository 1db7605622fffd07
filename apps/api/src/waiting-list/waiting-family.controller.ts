import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { WaitingFamilyQueries, WaitingListService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { ChangeUrgencyRequest, NoteCallRequest } from './waiting-family.request.js';
import { WaitingFamilyDetailResponse } from './waiting-family.response.js';

@ApiTags('Regie')
@Controller('v1/households/:id')
export class WaitingFamilyController {
  constructor(
    private readonly families: WaitingFamilyQueries,
    private readonly service: WaitingListService,
  ) {}

  /** Where a waiting family stands and why, who was called when, and how its urgency changed. That you read it is noted. */
  @Allows('team-lead', 'case-worker')
  @Get('waiting')
  getOne(@CurrentActor() actor: Actor, @Id() id: string): Promise<WaitingFamilyDetailResponse> {
    return this.families.getOne(actor, id);
  }

  /** Change how urgent it is, with the reason. If-Match: the version of the household. */
  @Allows('team-lead', 'case-worker')
  @Post('urgency-changes')
  @HttpCode(204)
  changeUrgency(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ChangeUrgencyRequest): Promise<void> {
    return this.service.changeUrgency(actor, id, version, body);
  }

  /** Note that you called the family while it waits. */
  @Allows('team-lead', 'case-worker')
  @Post('waiting-contacts')
  noteCall(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: NoteCallRequest): Promise<CreatedResponse> {
    return this.service.noteCall(actor, id, body);
  }

  /** Take your own call of today back; it stays readable, crossed out. */
  @Allows('team-lead', 'case-worker')
  @Post('waiting-contacts/:contactId/undo')
  @HttpCode(204)
  undoCall(@CurrentActor() actor: Actor, @Id() id: string, @Id('contactId') contactId: string): Promise<void> {
    return this.service.undoCall(actor, id, contactId);
  }
}
