import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { SavedViewsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CreatedResponse } from '../http/created.response.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { SavedViewRequest } from './saved-view.request.js';
import { SavedViewListResponse } from './saved-view.response.js';

@ApiTags('Gezinnen')
@Controller('v1/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  /** The views of "Mijn gezinnen" that you keep. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<SavedViewListResponse> {
    return { items: await this.views.list(actor), nextCursor: null };
  }

  /** Keep a view for yourself. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Post()
  keep(@CurrentActor() actor: Actor, @Body() { name, state, due, order }: SavedViewRequest): Promise<CreatedResponse> {
    return this.views.keep(actor, { name, state: state ?? null, due: due ?? null, order: order ?? null });
  }

  /** Throw a view of your own away. */
  /** Remove a view of your own. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.views.remove(actor, id);
  }
}
