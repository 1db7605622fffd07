import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { SignalImportsQueries, SignalImportsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { KeepsNothing } from '../http/keeps-nothing.js';
import { CsvBody } from '../intake-imports/csv-body.js';
import { EarlySignalFileRequest } from './dto/early-signal.request.js';
import { EarlySignalImportResponse, EarlySignalPreviewResponse } from './dto/early-signal.response.js';

@ApiTags('Vroegsignalering')
@Controller('v1/early-signal-imports')
export class EarlySignalImportsController {
  constructor(
    private readonly imports: SignalImportsService,
    private readonly queries: SignalImportsQueries,
  ) {}

  /** What an import of this file would do; nothing changes (CSV, at most 2 MB). */
  @Allows('case-worker')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @KeepsNothing()
  @Post('previews')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @CsvBody() bytes: Buffer): Promise<EarlySignalPreviewResponse> {
    return this.imports.preview(actor, bytes);
  }

  /** Import signals of creditors (CSV, at most 2 MB). Lines that can't be taken change nothing and are listed with the reason. */
  @Allows('case-worker')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Post()
  async import(@CurrentActor() actor: Actor, @Query() { fileName }: EarlySignalFileRequest, @CsvBody() bytes: Buffer): Promise<EarlySignalImportResponse> {
    const { id } = await this.imports.importFile(actor, { fileName, bytes });
    return this.queries.getOne(actor, id);
  }

  /** One import of yours, with every remark about its lines. */
  @Allows('case-worker')
  @Get(':id')
  getOne(@CurrentActor() actor: Actor, @Id() id: string): Promise<EarlySignalImportResponse> {
    return this.queries.getOne(actor, id);
  }

  /** The refused lines with the reasons, to correct and import again. That you took them out is noted. */
  @Allows('case-worker')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="signalen-niet-overgenomen.csv"')
  @Get(':id/refused-rows')
  refusedRows(@CurrentActor() actor: Actor, @Id() id: string): Promise<string> {
    return this.queries.getRefusedRows(actor, id);
  }
}
