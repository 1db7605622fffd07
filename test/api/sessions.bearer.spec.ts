import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { exportSPKI, generateKeyPair } from 'jose';
import { Clock } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { type OtherIssuer, startOtherIssuer } from '../support/other-issuer.js';
import { tokenOf } from '../support/tokens.js';

class MovableClock extends Clock {
  minutesLater = 0;
  override now(): Date {
    return new Date(Date.now() + this.minutesLater * 60_000);
  }
}

const clock = new MovableClock();
let issuer: OtherIssuer;
let api: SpecApi;

beforeAll(async () => {
  issuer = await startOtherIssuer();
  api = await startApi({ clock, settings: { OIDC_ISSUER: issuer.url } });
});
afterAll(async () => {
  await api.close();
  await issuer.close();
});
afterEach(() => {
  clock.minutesLater = 0;
});

const me = async (authorization: string) => (await api.as(undefined).call('GET', '/v1/me', { headers: { authorization } })).status;
const bearer = async (token: string | Promise<string>): Promise<number> => me(`Bearer ${await token}`);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

describe('a bearer token', () => {
  it('of the issuer, for this API, for somebody we know, opens the door', async () => {
    expect(await bearer(issuer.token())).toBe(200);
    expect(await bearer(issuer.token({ aud: ['another', 'naast-api'] }))).toBe(200);
  });

  it('needs no CSRF token: no other site can make a browser send it', async () => {
    const answer = await api.as(undefined).call('POST', '/v1/households', { body: {}, headers: { authorization: `Bearer ${await issuer.token({ sub: 'case-worker' })}` } });
    expect(answer.status).toBe(400);
  });

  it('is refused when it is for another audience, of another issuer, or for nobody', async () => {
    for (const claims of [{ aud: 'naast' }, { aud: undefined }, { aud: 'naast-api-2' }, { iss: 'https://evil.example' }, { iss: `${issuer.url}/` }, { iss: undefined }, { sub: undefined }, { sub: '' }, { sub: 'nobody-we-know' }]) {
      expect({ claims, status: await bearer(issuer.token(claims)) }).toEqual({ claims, status: 401 });
    }
    expect(await bearer(tokenOf('regisseur'))).toBe(401);
  });

  it('is refused before its time, after its time, and without a time', async () => {
    for (const claims of [{ exp: inSeconds(-1) }, { exp: 0 }, { exp: undefined }, { nbf: inSeconds(300) }]) {
      expect({ claims, status: await bearer(issuer.token(claims)) }).toEqual({ claims, status: 401 });
    }
  });

  it('ends when it says so, also when it was checked before', async () => {
    const token = await issuer.token({ exp: inSeconds(600) });
    expect(await bearer(token)).toBe(200);
    clock.minutesLater = 11;
    expect(await bearer(token)).toBe(401);
  });

  it('is refused without a signature, with a signature of the wrong kind, or with somebody else’s', async () => {
    const claims = { iss: issuer.url, aud: 'naast-api', sub: 'regisseur', exp: inSeconds(600) };
    for (const alg of ['none', 'None', 'NONE']) expect(await bearer(`${part({ alg })}.${part(claims)}.`)).toBe(401);
    const asSecret = new TextEncoder().encode(await exportSPKI(issuer.publicKey));
    expect(await bearer(issuer.token({}, { key: asSecret, alg: 'HS256' }))).toBe(401);
    const { privateKey } = await generateKeyPair('RS256');
    expect(await bearer(issuer.token({}, { key: privateKey }))).toBe(401);
    expect(await bearer(issuer.token({}, { key: privateKey, kid: 'k2' }))).toBe(401);
  });

  it('is refused when its content was changed afterwards', async () => {
    const [head, , signature] = (await issuer.token()).split('.');
    expect(await bearer(`${head}.${part({ iss: issuer.url, aud: 'naast-api', sub: 'team-lead', exp: inSeconds(600) })}.${signature}`)).toBe(401);
  });

  it('gets its roles from us: what it says of roles itself counts for nothing', async () => {
    const headers = { authorization: `Bearer ${await issuer.token({ sub: 'gkb', roles: ['team-lead'], role: 'team-lead', scope: 'admin' })}` };
    expect((await api.as(undefined).call('GET', '/v1/regisseurs', { headers })).status).toBe(403);
  });

  it.each([['nothing', 'Bearer '], ['no token', 'Bearer x'], ['two dots', 'Bearer ..'], ['a password', 'Basic cmVnaXNzZXVyOng='], ['two', 'Bearer a b'], ['a word', 'regisseur'], ['endless', `Bearer ${'a'.repeat(6_000)}`]])(
    'that is %s is refused as a 401', async (_, header) => {
      expect(await me(header)).toBe(401);
    });
});

describe('when the issuer cannot be reached', () => {
  it('nobody comes in, and nobody learns why', async () => {
    const dark = await startApi({ settings: { OIDC_ISSUER: 'http://127.0.0.1:9' } });
    const answer = await dark.as(undefined).call<{ detail: string }>('GET', '/v1/me', { headers: { authorization: `Bearer ${await issuer.token()}` } });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|fetch/);
    await dark.close();
  });
});
