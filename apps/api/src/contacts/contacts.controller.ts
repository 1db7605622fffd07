import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { type ContactContent, ContactDraftsService, ContactNotesQueries, ContactNotesService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { SaveDraftRequest } from './dto/contact-draft.request.js';
import { CorrectContactRequest, WriteContactRequest } from './dto/contact-note.request.js';
import { ContactDraftResponse, ContactWithHistoryResponse, SavedDraftResponse } from './dto/contact.response.js';

const contentOf = ({ contactAt, ...note }: WriteContactRequest): ContactContent => ({ ...note, contactAt: new Date(contactAt) });
const asTyped = ({ kind = '', moment = '', memberIds, others = '', discussed = '', nextStep = '', remind = '' }: SaveDraftRequest) =>
  ({ kind, moment, memberIds, others, discussed, nextStep, remind });

@ApiTags('Tijdlijn')
@Controller('v1/households/:id')
export class ContactsController {
  constructor(
    private readonly notes: ContactNotesService,
    private readonly queries: ContactNotesQueries,
    private readonly drafts: ContactDraftsService,
  ) {}

  /** Write down a contact with the family. Your draft of it goes. */
  @Allows('regisseur', 'case-worker')
  @Post('contact-notes')
  write(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: WriteContactRequest): Promise<CreatedResponse> {
    return this.notes.add(actor, id, contentOf(body));
  }

  /** One note, with everything that stood there before it was corrected. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('contact-notes/:noteId')
  read(@CurrentActor() actor: Actor, @Id() id: string, @Id('noteId') noteId: string): Promise<ContactWithHistoryResponse> {
    return this.queries.get(actor, id, noteId);
  }

  /** Correct a note: a new version, the old one stays readable. If-Match: the version you read. */
  @Allows('regisseur', 'case-worker')
  @Post('contact-notes/:noteId/correction')
  @HttpCode(204)
  correct(@CurrentActor() actor: Actor, @Id() id: string, @Id('noteId') noteId: string, @Body() body: CorrectContactRequest, @IfMatch() version: number): Promise<void> {
    return this.notes.correct(actor, id, noteId, { ...contentOf(body), reason: body.reason }, version);
  }

  /** What you were still writing about this family. Yours alone; version 0 when there is nothing. */
  @Allows('regisseur', 'case-worker')
  @Get('contact-draft')
  async draft(@CurrentActor() actor: Actor, @Id() id: string): Promise<ContactDraftResponse> {
    return (await this.drafts.find(actor, id)) ?? { content: null, savedAt: null, version: 0 };
  }

  /** Keep what you typed so far. If-Match: the version you have, 0 for the first time; 412 when another window was first. */
  @Allows('regisseur', 'case-worker')
  @Put('contact-draft')
  saveDraft(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SaveDraftRequest, @IfMatch() version: number): Promise<SavedDraftResponse> {
    return this.drafts.save(actor, id, asTyped(body), version);
  }

  /** Throw your draft away. If-Match: the version you have. */
  @Allows('regisseur', 'case-worker')
  @Delete('contact-draft')
  @HttpCode(204)
  dropDraft(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.drafts.drop(actor, id, version);
  }
}
