import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, buildEndSessionUrl, calculatePKCECodeChallenge, type Configuration, discovery } from 'openid-client';
import { type EmbeddedIssuer, startEmbeddedIssuer } from '../../apps/naast/src/embedded-issuer.js';
import { PERSONAS } from '../../apps/naast/src/personas.js';
import { loadSecrets, type Secrets } from '../../apps/naast/src/secrets.js';
import { Browser } from './issuer-browser.js';

const PUBLIC_URL = 'http://localhost:39999';
const VERIFIER = 'a-long-enough-verifier-of-at-least-43-characters-1234';

let dataDir: string;
let secrets: Secrets;
let issuer: EmbeddedIssuer;
let config: Configuration;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'naast-issuer-'));
  secrets = await loadSecrets(dataDir);
  issuer = await startEmbeddedIssuer({ port: 0, publicUrl: PUBLIC_URL, secrets });
  config = await discovery(new URL(issuer.issuer), issuer.clientId, issuer.clientSecret, undefined, { execute: [allowInsecureRequests] });
});
afterAll(async () => {
  await issuer.stop();
  await rm(dataDir, { recursive: true });
});

async function signInAs(persona: string, browser = new Browser()) {
  const url = buildAuthorizationUrl(config, {
    redirect_uri: `${PUBLIC_URL}/sign-in/callback`, scope: 'openid profile', state: 's1', nonce: 'n1',
    code_challenge: await calculatePKCECodeChallenge(VERIFIER), code_challenge_method: 'S256',
  });
  const page = await browser.open(url.href);
  const callback = page.landed?.startsWith(PUBLIC_URL) ? page.landed : (await browser.post(page.landed!, { persona })).landed!;
  const tokens = await authorizationCodeGrant(config, new URL(callback), { pkceCodeVerifier: VERIFIER, expectedState: 's1', expectedNonce: 'n1' });
  return { page, tokens, browser };
}

async function tokenFor(persona: string, secret = issuer.clientSecret) {
  const answer = await fetch(`${issuer.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`naast:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'urn:naast:demo-persona', persona }),
  });
  return { status: answer.status, body: (await answer.json()) as { access_token: string } };
}

describe('signing in with the embedded issuer', () => {
  it('a person chooses a persona and is signed in, without a password or a second question', async () => {
    const { page, tokens } = await signInAs('regisseur');
    for (const persona of PERSONAS) expect(page.text).toContain(`value="${persona.key}"`);
    expect(page.text).toContain('<html lang="nl">');
    expect(tokens.claims()).toMatchObject({ sub: 'regisseur', name: 'Jelle Hoekstra', iss: issuer.issuer, aud: 'naast' });
  });

  it('signing out goes straight back to the application, and the next person chooses again', async () => {
    const { tokens, browser } = await signInAs('team-lead');
    const url = buildEndSessionUrl(config, { id_token_hint: tokens.id_token!, post_logout_redirect_uri: `${PUBLIC_URL}/afgemeld` });
    const page = await browser.open(url.href);
    expect(page.text).toContain("click()</script>");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)![1]!;
    const left = await browser.post(`${issuer.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(left.landed).toBe(`${PUBLIC_URL}/afgemeld`);
    expect((await signInAs('gkb', browser)).tokens.claims()?.sub).toBe('gkb');
  });

  it('a persona that does not exist is refused', async () => {
    const browser = new Browser();
    const url = buildAuthorizationUrl(config, { redirect_uri: `${PUBLIC_URL}/sign-in/callback`, scope: 'openid', code_challenge: await calculatePKCECodeChallenge(VERIFIER), code_challenge_method: 'S256' });
    const page = await browser.open(url.href);
    expect((await browser.post(page.landed!, { persona: 'burgemeester' })).status).toBe(400);
  });

  it('a request without PKCE is refused', async () => {
    const page = await new Browser().open(buildAuthorizationUrl(config, { redirect_uri: `${PUBLIC_URL}/sign-in/callback`, scope: 'openid' }).href);
    expect(page.landed).toContain('error=invalid_request');
  });
});

describe('a token for scripts', () => {
  it('is a JWT for the API that says who the persona is', async () => {
    const { body } = await tokenFor('gkb');
    const keys = createRemoteJWKSet(new URL(`${issuer.issuer}/jwks`));
    const { payload } = await jwtVerify(body.access_token, keys, { issuer: issuer.issuer, audience: 'naast-api', typ: 'at+jwt' });
    expect(payload).toMatchObject({ sub: 'gkb', client_id: 'naast' });
    expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(1800);
  });

  it('is not given for an unknown persona or with a wrong secret', async () => {
    expect((await tokenFor('burgemeester')).status).toBe(400);
    expect((await tokenFor('gkb', 'guess')).status).toBe(401);
  });

  it('stays valid after a restart of the issuer', async () => {
    const { body } = await tokenFor('finance');
    const again = await startEmbeddedIssuer({ port: 0, publicUrl: PUBLIC_URL, secrets: await loadSecrets(dataDir) });
    const keys = createRemoteJWKSet(new URL(`http://localhost:${new URL(again.issuer).port}/jwks`));
    await expect(jwtVerify(body.access_token, keys, { audience: 'naast-api' })).resolves.toBeDefined();
    await again.stop();
  });
});
