import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { Settings } from '#platform';
import { AllowsEveryone } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import type { NaastRequest } from '../http/request.js';
import { KnownActors } from '../sign-in/known-actors.js';
import { sessionCookieName } from '../sign-in/session-cookie.js';
import { MeResponse } from './me.response.js';

@ApiTags('Ik')
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly organisations: OrganisationsQueries,
    private readonly known: KnownActors,
    private readonly settings: Settings,
  ) {}

  /** Who am I here, and what may I do? */
  @AllowsEveryone()
  @Get()
  async me(@CurrentActor() actor: Actor, @Req() request: NaastRequest): Promise<MeResponse> {
    const token = request.cookies[sessionCookieName(this.settings)];
    const session = token ? await this.known.bySession(token) : undefined;
    const me = await this.organisations.getMe(actor);
    return {
      ...me,
      roles: [...actor.roles],
      csrfToken: session?.csrfToken ?? null,
      sessionExpiresAt: session?.expiresAt.toISOString() ?? null,
    };
  }
}
