import type { Middleware } from 'koa';
import type { Provider } from 'oidc-provider';
import { findPersona, PERSONAS } from '../personas.js';
import { messagePage, signInPage } from './pages.js';

const PATH = /^\/inloggen\/[\w-]+$/;
const LONGEST_BODY = 2_000;

/** The pages of the embedded issuer itself, before the provider's own routes. */
export function signInRoutes(provider: Provider, publicUrl: string): Middleware {
  return async (ctx, next) => {
    // The answer to the form is a redirect to the application, which `form-action` must allow as well.
    ctx.set('Content-Security-Policy', `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${new URL(publicUrl).origin}`);
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.set('Referrer-Policy', 'no-referrer');
    if (!PATH.test(ctx.path)) return next();
    ctx.set('Cache-Control', 'no-store');
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (!interaction) {
      ctx.status = 400;
      ctx.body = messagePage('Deze pagina is verlopen', 'Ga terug naar Naast en log opnieuw in.');
    } else if (ctx.method === 'POST') {
      const persona = findPersona((await readForm(ctx.req)).get('persona') ?? '');
      if (!persona) return ctx.throw(400);
      ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: persona.key } }));
      ctx.status = 303;
    } else {
      ctx.body = signInPage(ctx.path, PERSONAS);
    }
  };
}

async function readForm(request: AsyncIterable<Buffer>): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) {
    body += chunk.toString();
    if (body.length > LONGEST_BODY) break;
  }
  return new URLSearchParams(body);
}
