import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { AuditLogQueries } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { AuditLogRequest, ProcessingLogRequest } from './dto/audit-log.request.js';
import { AuditLogResponse, ProcessingLogResponse } from './dto/audit-log.response.js';

@ApiTags('Logboek')
@Controller('v1')
export class AuditLogController {
  constructor(private readonly log: AuditLogQueries) {}

  /** Who did and saw what, newest first. That you read it is in the log as well. */
  @Allows('privacy-officer')
  @Get('audit-log')
  list(@CurrentActor() actor: Actor, @Query() filter: AuditLogRequest): Promise<AuditLogResponse> {
    return this.log.list(actor, filter);
  }

  /** The lines of the processing log that belong to a line of the audit: one per person it was about. */
  @Allows('privacy-officer')
  @Get('processing-log')
  async linesOfTrace(@CurrentActor() actor: Actor, @Query() { traceId }: ProcessingLogRequest): Promise<ProcessingLogResponse> {
    return { items: await this.log.linesOfTrace(actor, traceId) };
  }
}
