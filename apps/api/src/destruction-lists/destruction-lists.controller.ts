import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Clock } from '#platform';
import { DestructionDeclarationQueries, DestructionItemsService, DestructionListsQueries, DestructionListsService } from '#privacy';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { PageRequest } from '../http/page.request.js';
import { DestructionItemsResponse, DestructionListResponse, DestructionListsResponse } from './dto/destruction-list.response.js';
import { KeepRecordRequest } from './dto/keep-record.request.js';
import { WithdrawDestructionListRequest } from './dto/withdraw-destruction-list.request.js';

@ApiTags('Bewaren')
@Controller('v1/destruction-lists')
export class DestructionListsController {
  constructor(
    private readonly lists: DestructionListsService,
    private readonly items: DestructionItemsService,
    private readonly queries: DestructionListsQueries,
    private readonly declarations: DestructionDeclarationQueries,
    private readonly clock: Clock,
  ) {}

  /** The lists of this municipality, newest first. */
  @Allows('privacy-officer')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageRequest): Promise<DestructionListsResponse> {
    return this.queries.list(actor, limit, cursor);
  }

  /** Make a list now, of every record whose term is over. Another privacy officer has to agree to it. */
  @Allows('privacy-officer')
  @Post()
  make(@CurrentActor() actor: Actor): Promise<CreatedResponse> {
    return this.lists.make(actor);
  }

  /** One list, with how many of its records stay and how many went. */
  @Allows('privacy-officer')
  @Get(':id')
  getOne(@CurrentActor() actor: Actor, @Id() id: string): Promise<DestructionListResponse> {
    return this.queries.getOne(actor, id);
  }

  /** What stands on it, in the order of the case numbers. No names: who must look into a record asks the team. */
  @Allows('privacy-officer')
  @Get(':id/items')
  listItems(@CurrentActor() actor: Actor, @Id() id: string, @Query() { limit, cursor }: PageRequest): Promise<DestructionItemsResponse> {
    return this.queries.listItems(actor, id, limit, cursor);
  }

  /** Keep this record after all. It also stays off the next lists, until the day that is given. If-Match: the version of the item. */
  @Allows('privacy-officer')
  @Post(':id/items/:itemId/keep')
  @HttpCode(204)
  keep(@CurrentActor() actor: Actor, @Id() id: string, @Id('itemId') itemId: string, @IfMatch() version: number, @Body() body: KeepRecordRequest): Promise<void> {
    return this.items.keep(actor, id, itemId, body, version);
  }

  /** Back on the list. If-Match: the version of the item. */
  @Allows('privacy-officer')
  @Post(':id/items/:itemId/undo')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string, @Id('itemId') itemId: string, @IfMatch() version: number): Promise<void> {
    return this.items.undo(actor, id, itemId, version);
  }

  /** Agree: the records on the list are destroyed, and that can't be undone. Never by who made the list. */
  @Allows('privacy-officer')
  @Post(':id/approval')
  @HttpCode(204)
  approve(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.lists.approve(actor, id, version);
  }

  /** Take the whole list back: nothing on it is destroyed. */
  @Allows('privacy-officer')
  @Post(':id/withdrawal')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() { reason }: WithdrawDestructionListRequest): Promise<void> {
    return this.lists.withdraw(actor, id, reason, version);
  }

  /** Try once more what did not succeed. */
  @Allows('privacy-officer')
  @Post(':id/retry')
  @HttpCode(204)
  retry(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.lists.retry(actor, id, version);
  }

  /** The declaration of destruction, to print and keep. */
  @Allows('privacy-officer')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @Get(':id/declaration.pdf')
  async declarationPdf(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    const pdf = await this.declarations.pdf(actor, id, this.clock.now());
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: 'attachment; filename="verklaring-van-vernietiging.pdf"' });
  }

  /** The same as a table. */
  @Allows('privacy-officer')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="verklaring-van-vernietiging.csv"')
  @Get(':id/declaration.csv')
  declarationCsv(@CurrentActor() actor: Actor, @Id() id: string): Promise<string> {
    return this.declarations.csv(actor, id);
  }
}
