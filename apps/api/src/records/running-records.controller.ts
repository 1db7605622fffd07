import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { RunningRecordsQueries } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { RunningRecordsRequest } from './dto/running-records.request.js';
import { RunningRecordsResponse } from './dto/running-records.response.js';

@ApiTags('Delen')
@Allows('privacy-officer')
@Controller('v1/running-records')
export class RunningRecordsController {
  constructor(private readonly records: RunningRecordsQueries) {}

  /** What runs for the people of a case, to withdraw on request of a resident. That you looked is noted. */
  @Get()
  async ofCase(@CurrentActor() actor: Actor, @Query() { caseNumber }: RunningRecordsRequest): Promise<RunningRecordsResponse> {
    return { items: await this.records.ofCase(actor, caseNumber) };
  }
}
