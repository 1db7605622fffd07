import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { LegalHoldsService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { LegalHoldsResponse } from './dto/legal-hold.response.js';
import { MarkHelpKindsRequest } from './dto/mark-help-kinds.request.js';
import { PlaceLegalHoldRequest } from './dto/place-legal-hold.request.js';

@ApiTags('Bewaren')
@Controller('v1')
export class LegalHoldsController {
  constructor(private readonly holds: LegalHoldsService) {}

  /** Records that may not be destroyed yet, newest first. */
  @Allows('privacy-officer')
  @Get('legal-holds')
  list(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageRequest): Promise<LegalHoldsResponse> {
    return this.holds.list(actor, limit, cursor);
  }

  /** Hold the record of a case, by its number. */
  @Allows('privacy-officer')
  @Post('legal-holds')
  place(@CurrentActor() actor: Actor, @Body() body: PlaceLegalHoldRequest): Promise<CreatedResponse> {
    return this.holds.place(actor, body);
  }

  /** Let the record go again; its term decides from here on. */
  @Allows('privacy-officer')
  @Post('legal-holds/:id/lift')
  @HttpCode(204)
  lift(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.holds.lift(actor, id, version);
  }

  /** Which kinds of help this family really had. It takes the place of what the record itself would say by default. */
  @Allows('privacy-officer')
  @Put('help-kinds')
  @HttpCode(204)
  markHelpKinds(@CurrentActor() actor: Actor, @Body() { caseNumber, kinds }: MarkHelpKindsRequest): Promise<void> {
    return this.holds.markHelpKinds(actor, caseNumber, kinds);
  }
}
