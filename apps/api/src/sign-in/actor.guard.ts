import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, hasRole, type Actor, type Role } from '#kernel';
import { Settings } from '#platform';
import { ALLOWED_ROLES, IS_PUBLIC } from '../http/allows.js';
import { KEEPS_NOTHING } from '../http/keeps-nothing.js';
import type { NaastRequest } from '../http/request.js';
import { originOf } from '../http/origin.js';
import { BearerTokens } from './bearer-tokens.js';
import { KnownActors } from './known-actors.js';
import { sessionCookieName } from './session-cookie.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const KEY = /^[\w.:-]{1,100}$/;

/** Deny by default: a route without `@Allows` or `@Public` refuses everyone. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly known: KnownActors,
    private readonly bearer: BearerTokens,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marks = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, marks)) return true;
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ALLOWED_ROLES, marks) ?? [];
    const request = context.switchToHttp().getRequest<NaastRequest>();
    const actor = await this.identify(request);
    if (!hasRole(actor, ...roles)) {
      throw new DomainError('actor.role', 'Dit hoort niet bij jouw rol.', { kind: 'forbidden' });
    }
    request.actor = { ...actor, requestId: request.id, origin: originOf(request), retry: this.reflector.get<boolean | undefined>(KEEPS_NOTHING, context.getHandler()) ? undefined : retryKey(request, actor) };
    return true;
  }

  private async identify(request: NaastRequest): Promise<Actor> {
    const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
    const actor = scheme?.toLowerCase() === 'bearer' && token ? await this.byBearer(token) : await this.bySession(request);
    if (!actor) throw new UnauthorizedException();
    return actor;
  }

  private async byBearer(token: string): Promise<Actor | undefined> {
    const subject = await this.bearer.findSubject(token);
    return subject === undefined ? undefined : this.known.bySubject(subject);
  }

  private async bySession(request: NaastRequest): Promise<Actor | undefined> {
    const token = request.cookies[sessionCookieName(this.settings)];
    const session = token ? await this.known.bySession(token) : undefined;
    if (session && !SAFE.has(request.method)) refuseForged(request, session.csrfToken);
    return session?.actor;
  }
}

/** A browser sends the cookie along by itself; another site can't read the token that must stand beside it. */
function refuseForged(request: NaastRequest, expected: string): void {
  const [given, wanted] = [Buffer.from(String(request.headers['x-csrf-token'] ?? '')), Buffer.from(expected)];
  const same = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!same) throw new DomainError('actor.csrf', 'Ververs de pagina en probeer het opnieuw.', { kind: 'forbidden' });
}

function retryKey(request: NaastRequest, { municipalityId }: Actor): Actor['retry'] {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    const message = 'Een Idempotency-Key bestaat uit 1 tot 100 letters, cijfers, punten of streepjes.';
    throw new DomainError('retry.key', message, { kind: 'invalid', fields: [{ name: 'Idempotency-Key', message }] });
  }
  const body = Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null);
  const requestHash = createHash('sha256').update(`${municipalityId} ${request.method} ${request.url}\n`).update(body).digest();
  return { key, requestHash };
}
