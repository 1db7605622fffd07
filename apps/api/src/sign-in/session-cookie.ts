import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#platform';
import type { SignInAttempt } from './issuer.js';

const ATTEMPT = 'naast_sign_in';
const ATTEMPT_SECONDS = 600;

/** `__Host-` makes the browser itself insist on HTTPS, this host and path /. Plain HTTP only exists outside production. */
export const sessionCookieName = (settings: Settings): string => (isSecure(settings) ? '__Host-naast' : 'naast');

const isSecure = (settings: Settings): boolean => settings.PUBLIC_URL.startsWith('https:');

const base = (settings: Settings) => ({ httpOnly: true, sameSite: 'lax', secure: isSecure(settings) }) as const;

export function setSessionCookie(reply: FastifyReply, settings: Settings, token: string, expires: Date): void {
  void reply.setCookie(sessionCookieName(settings), token, { ...base(settings), path: '/', expires });
}

export function clearSessionCookie(reply: FastifyReply, settings: Settings): void {
  void reply.clearCookie(sessionCookieName(settings), { ...base(settings), path: '/' });
}

/** Signed, so that nobody can plant an attempt of their own in somebody else's browser. */
export function keepAttempt(reply: FastifyReply, settings: Settings, attempt: SignInAttempt): void {
  const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
  void reply.setCookie(ATTEMPT, value, { ...base(settings), path: '/sign-in', maxAge: ATTEMPT_SECONDS, signed: true });
}

export function takeAttempt(request: FastifyRequest, reply: FastifyReply, settings: Settings): SignInAttempt | undefined {
  void reply.clearCookie(ATTEMPT, { ...base(settings), path: '/sign-in' });
  const { valid, value } = request.unsignCookie(request.cookies[ATTEMPT] ?? '');
  return valid && value ? (JSON.parse(Buffer.from(value, 'base64url').toString()) as SignInAttempt) : undefined;
}
