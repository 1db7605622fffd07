import { Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { IntakeImportsQueries, IntakeImportsService } from '#households';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { PageRequest } from '../http/page.request.js';
import { CsvBody } from './csv-body.js';
import { IntakeImportRequest } from './dto/intake-import.request.js';
import { IntakeImportListResponse, IntakeImportResponse } from './dto/intake-import.response.js';

@ApiTags('Aanmeldingen')
@Controller('v1/intake-imports')
export class IntakeImportsController {
  constructor(
    private readonly imports: IntakeImportsService,
    private readonly queries: IntakeImportsQueries,
  ) {}

  /** Import an export of reported families (CSV, at most 2 MB). Rows that can't be taken change nothing and are listed with the reason. */
  @Allows('case-worker')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Post()
  async import(@CurrentActor() actor: Actor, @Query() { fileName }: IntakeImportRequest, @CsvBody() bytes: Buffer): Promise<IntakeImportResponse> {
    const { id } = await this.imports.importFile(actor, { fileName, bytes });
    return this.queries.getOne(actor, id);
  }

  /** Your own imports, newest first. */
  @Allows('case-worker')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<IntakeImportListResponse> {
    return this.queries.list(actor, page);
  }

  /** One import of yours, with every remark about its rows. */
  @Allows('case-worker')
  @Get(':id')
  getOne(@CurrentActor() actor: Actor, @Id() id: string): Promise<IntakeImportResponse> {
    return this.queries.getOne(actor, id);
  }

  /** The refused rows with the reasons, to correct and import again. That you took them out is noted. */
  @Allows('case-worker')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="niet-overgenomen.csv"')
  @Get(':id/refused-rows')
  refusedRows(@CurrentActor() actor: Actor, @Id() id: string): Promise<string> {
    return this.queries.getRefusedRows(actor, id);
  }
}
