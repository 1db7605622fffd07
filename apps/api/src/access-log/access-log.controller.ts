import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Clock } from '#platform';
import { accessLogPdf, type AccessLogPage, AccessLogQueries, MOST_ON_PAPER } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { PageRequest } from '../http/page.request.js';
import { AccessLogResponse, MyFileResponse } from './dto/access-log.response.js';

const PDF = 'application/pdf';
const PAPER = { limit: MOST_ON_PAPER };
const AS_FILE = 'attachment; filename="wie-zag-mijn-dossier.pdf"';

@ApiTags('Inzage')
@Controller('v1')
export class AccessLogController {
  constructor(
    private readonly log: AccessLogQueries,
    private readonly clock: Clock,
  ) {}

  /** Your own file: for whom you may look, and who your regisseur is. */
  @Allows('resident')
  @Get('my-file')
  myFile(@CurrentActor() actor: Actor): Promise<MyFileResponse> {
    return this.log.myFile(actor);
  }

  /** Who saw my file? Your own lines, and those of a child under 16 whom you represent; newest first. */
  @Allows('resident')
  @Get('access-log/mine')
  mine(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<AccessLogResponse> {
    return this.log.mine(actor, page);
  }

  /** The same on paper (tagged PDF, in Dutch). */
  @Allows('resident')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-disposition', AS_FILE)
  @Get('access-log/mine.pdf')
  async minePdf(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return this.onPaper(await this.log.mine(actor, PAPER));
  }

  /** Who saw the file of this member, for their regisseur to show or print for somebody without an account. */
  @Allows('regisseur')
  @Get('households/:id/members/:memberId/access-log')
  ofMember(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('memberId') memberId: string, @Query() page: PageRequest): Promise<AccessLogResponse> {
    return this.log.ofMember(actor, householdId, memberId, page);
  }

  /** The same on paper (tagged PDF, in Dutch), of this member only. */
  @Allows('regisseur')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-disposition', AS_FILE)
  @Get('households/:id/members/:memberId/access-log.pdf')
  async ofMemberPdf(@CurrentActor() actor: Actor, @Id() householdId: string, @Id('memberId') memberId: string): Promise<StreamableFile> {
    return this.onPaper(await this.log.ofMember(actor, householdId, memberId, PAPER));
  }

  private async onPaper(page: AccessLogPage): Promise<StreamableFile> {
    return new StreamableFile(await accessLogPdf(page, this.clock.now()), { type: PDF });
  }
}
