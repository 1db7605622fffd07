import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Actor } from '#kernel';
import { ActorsQueries, SessionsService } from '#organisations';
import { describeError, LOGGER, Settings } from '#platform';
import { AllowsEveryone, Public } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { originOf } from '../http/origin.js';
import type { NaastRequest } from '../http/request.js';
import { Issuer } from './issuer.js';
import { KnownActors } from './known-actors.js';
import { clearSessionCookie, keepAttempt, sessionCookieName, setSessionCookie, takeAttempt } from './session-cookie.js';

/** Only a path of our own: never a way to another site. */
const safePath = (path: string | undefined): string => (path && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : '/');

@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly issuer: Issuer,
    private readonly actors: ActorsQueries,
    private readonly sessions: SessionsService,
    private readonly known: KnownActors,
    private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Public()
  @Get('sign-in')
  async start(@Query('returnTo') returnTo: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { url, attempt } = await this.issuer.startSignIn(safePath(returnTo));
    keepAttempt(reply, this.settings, attempt);
    await reply.redirect(url.href, 302);
  }

  @Public()
  @Get('sign-in/callback')
  async callback(@Req() request: NaastRequest, @Res() reply: FastifyReply): Promise<void> {
    const attempt = takeAttempt(request, reply, this.settings);
    if (!attempt) return void (await reply.redirect('/afgemeld?reden=verlopen', 302));
    const query = request.url.slice(request.url.indexOf('?'));
    const who = await this.issuer.finishSignIn(query, attempt).catch((error: unknown) => {
      this.logger.warn({ requestId: request.id, ...describeError(error) }, 'sign-in refused');
      return undefined;
    });
    if (!who) return void (await reply.redirect('/afgemeld?reden=mislukt', 302));
    const actor = await this.actors.findBySubject(who.subject);
    if (!actor) return void (await reply.redirect('/onbekend', 302));
    const session = await this.sessions.open({ ...actor, requestId: request.id, origin: originOf(request) }, who.idToken);
    setSessionCookie(reply, this.settings, session.token, session.expiresAt);
    await reply.redirect(attempt.returnTo, 302);
  }

  @AllowsEveryone()
  @Post('sign-out')
  async signOut(@CurrentActor() actor: Actor, @Req() request: NaastRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ signOutUrl: string }> {
    const token = request.cookies[sessionCookieName(this.settings)];
    const idToken = token ? await this.sessions.close(actor, token) : null;
    this.known.forget();
    clearSessionCookie(reply, this.settings);
    return { signOutUrl: await this.issuer.signOutUrl(idToken) };
  }
}
