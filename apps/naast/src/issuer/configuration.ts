import { randomBytes } from 'node:crypto';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { findPersona } from '../personas.js';
import type { Secrets } from '../secrets.js';
import { memoryAdapter } from './memory-adapter.js';
import { API_SERVER, CLIENT_ID, PERSONA_GRANT } from './names.js';
import { messagePage, signOutPage } from './pages.js';

const MINUTE = 60;

/** One client, invented people, no passwords: everything that makes this issuer unfit for real use is here. */
export function issuerConfiguration(publicUrl: string, secrets: Secrets): Configuration {
  return {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: secrets.oidcClientSecret,
        grant_types: ['authorization_code', PERSONA_GRANT],
        response_types: ['code'],
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/afgemeld`],
      },
    ],
    jwks: { keys: [secrets.issuerKey] },
    cookies: { keys: [secrets.issuerCookieKey], names: { session: 'naast_issuer', interaction: 'naast_issuer_step', resume: 'naast_issuer_resume' } },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    // The name belongs in the ID token: the application has no reason to call userinfo.
    conformIdTokenClaims: false,
    ttl: { AccessToken: 30 * MINUTE, AuthorizationCode: MINUTE, IdToken: 10 * MINUTE, Interaction: 60 * MINUTE, Session: 8 * 60 * MINUTE, Grant: 8 * 60 * MINUTE },
    findAccount: (_ctx, sub) => account(sub),
    loadExistingGrant: grantWithoutAsking,
    interactions: { url: (_ctx, interaction) => `/inloggen/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      resourceIndicators: { enabled: true, defaultResource: () => [], getResourceServerInfo: () => API_SERVER, useGrantedResource: () => true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    renderError,
  };
}

function account(sub: string) {
  const persona = findPersona(sub);
  if (!persona) return undefined;
  return { accountId: sub, claims: () => ({ sub, name: persona.name, email: persona.email }) };
}

/** The only client is ours: whoever signs in has already agreed. */
async function grantWithoutAsking(ctx: KoaContextWithOIDC) {
  const { provider, client, session, params } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
  grant.addOIDCScope(String(params?.scope ?? 'openid'));
  await grant.save();
  return grant;
}

function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  const nonce = randomBytes(16).toString('base64');
  ctx.set('Content-Security-Policy', `${ctx.response.get('Content-Security-Policy')}; script-src 'nonce-${nonce}'`);
  ctx.body = signOutPage(form, nonce);
}

function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  ctx.body = messagePage('U bent uitgelogd', 'U kunt dit venster sluiten.');
}

function renderError(ctx: KoaContextWithOIDC, out: { error: string; error_description?: string }): void {
  ctx.type = 'html';
  ctx.body = messagePage('Inloggen lukte niet', `Ga terug naar Naast en probeer het opnieuw. (${out.error_description ?? out.error})`);
}
