import { Body, Controller, Get, Header, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { RightsExportsQueries, RightsExportsService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { CheckTextsRequest } from './dto/rights-request-steps.request.js';
import { RightsExportResponse } from './dto/rights-export.response.js';

const JSON_TYPE = 'application/json';
const PDF_TYPE = 'application/pdf';

/** The file with everything about one person, for that person. */
@ApiTags('Verzoeken')
@Allows('privacy-officer')
@Controller('v1/rights-requests/:id')
export class RightsExportsController {
  constructor(
    private readonly exports: RightsExportsService,
    private readonly queries: RightsExportsQueries,
  ) {}

  /** Start: the worker puts the texts ready to look through. */
  @Post('export')
  start(@CurrentActor() actor: Actor, @Id() id: string): Promise<CreatedResponse> {
    return this.exports.start(actor, id);
  }

  /** How far it is, and the texts while they wait to be looked through. */
  @Header('cache-control', 'no-store')
  @Get('export')
  status(@CurrentActor() actor: Actor, @Id() id: string): Promise<RightsExportResponse> {
    return this.queries.status(actor, id);
  }

  /** Every text was looked through: from here the files are made. If-Match: the version of the export. */
  @Post('export/texts')
  @HttpCode(204)
  check(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: CheckTextsRequest): Promise<void> {
    return this.exports.check(actor, id, body, version);
  }

  /** The file for a computer. That it was taken is noted. */
  @ApiProduces(JSON_TYPE)
  @ApiOkResponse({ content: { [JSON_TYPE]: { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-disposition', 'attachment; filename="gegevens.json"')
  @Header('cache-control', 'no-store')
  @Get('export.json')
  async json(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.queries.json(actor, id)), { type: JSON_TYPE });
  }

  /** The file to read. That it was taken is noted. */
  @ApiProduces(PDF_TYPE)
  @ApiOkResponse({ content: { [PDF_TYPE]: { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-disposition', 'attachment; filename="gegevens.pdf"')
  @Header('cache-control', 'no-store')
  @Get('export.pdf')
  async pdf(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.queries.pdf(actor, id), { type: PDF_TYPE });
  }
}
