import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { AllowsEveryone } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { TodayResponse } from './dto/today.response.js';
import { TodayQueries } from './today.queries.js';

@ApiTags('Vandaag')
@Controller('v1/today')
export class TodayController {
  constructor(private readonly queries: TodayQueries) {}

  /** What needs me today? */
  @AllowsEveryone()
  @Get()
  today(@CurrentActor() actor: Actor): Promise<TodayResponse> {
    return this.queries.getToday(actor);
  }
}
