import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { RetentionRulesService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { ChangeTermRequest } from './dto/change-term.request.js';
import { RetentionRuleResponse, RetentionRulesResponse } from './dto/retention-rule.response.js';

@ApiTags('Bewaren')
@Controller('v1/retention-rules')
export class RetentionRulesController {
  constructor(private readonly rules: RetentionRulesService) {}

  /** How long each kind of record is kept in this municipality, from when it counts and where that comes from. */
  @Allows('privacy-officer')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<RetentionRulesResponse> {
    return { items: await this.rules.list(actor), nextCursor: null };
  }

  /** Another term. Longer is free, shorter than the default asks a reason. */
  @Allows('privacy-officer')
  @Patch(':code')
  change(@CurrentActor() actor: Actor, @Param('code') code: string, @IfMatch() version: number, @Body() body: ChangeTermRequest): Promise<RetentionRuleResponse> {
    return this.rules.change(actor, code, body, version);
  }
}
