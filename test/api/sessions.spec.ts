import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createServer } from '../../apps/api/src/http/server.js';
import { type SpecApi, startApi } from '../support/api.js';
import { CookieBrowser } from '../support/cookie-browser.js';
import { aBrowser, last, PUBLIC_URL, sentTo, signedIn, statusOfMe } from '../support/signed-in.js';

let api: SpecApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('signing in', () => {
  it('goes by authorization code with PKCE, and brings the person back where they were', async () => {
    const browser = aBrowser(api);
    const stops = await browser.signIn('regisseur', '/gezinnen?state=intake');
    const asked = new URL(stops[0]?.headers.get('location') ?? '');
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code', code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.any(String), nonce: expect.any(String),
    });
    expect(sentTo(stops)).toBe('/gezinnen?state=intake');
    expect(JSON.parse((await browser.visit('/v1/me')).text)).toMatchObject({ user: { name: 'Jelle Hoekstra' }, csrfToken: expect.any(String), sessionExpiresAt: expect.any(String) });
  });

  it('gives the browser one cookie that no script reads and no other site sends along', async () => {
    const line = last(await aBrowser(api).signIn('regisseur')).setCookies.find((one) => one.startsWith('naast=')) ?? '';
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).toMatch(/; Path=\//);
    expect(line).not.toMatch(/Domain=/i);
  });

  it('over HTTPS insists on it: Secure, and a name that only this host can set', async () => {
    const settings = Object.assign(Object.create(Object.getPrototypeOf(api.settings) as object), api.settings, { PUBLIC_URL: 'https://naast.example' }) as typeof api.settings;
    const app = await createServer(ApiModule.forSettings(settings), settings);
    await app.listen(0, '127.0.0.1');
    const start = await aBrowser({ address: await app.getUrl() }).visit('/sign-in');
    expect(start.setCookies.join()).toMatch(/; Secure/);
    expect(start.headers.get('strict-transport-security')).toContain('max-age=');
    const planted = new CookieBrowser(PUBLIC_URL, await app.getUrl());
    planted.setCookie('naast', (await signedIn(api, 'regisseur')).browser.cookie('naast') ?? '');
    expect(await statusOfMe(planted)).toBe(401);
    await app.close();
  });

  it('never takes over a cookie that was there before, and keeps only its hash', async () => {
    const browser = aBrowser(api);
    browser.setCookie('naast', 'chosen-by-somebody-else');
    await browser.signIn('regisseur');
    const token = browser.cookie('naast') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const hash = createHash('sha256').update(token).digest();
    expect(await api.db.query('SELECT 1 FROM session WHERE token_hash = $1', [hash])).toHaveLength(1);
    expect(await api.db.query('SELECT 1 FROM session s WHERE s::text LIKE $1', [`%${token}%`])).toEqual([]);
  });

  it('opens nothing for somebody whom the issuer knows and Naast does not', async () => {
    await api.db.query(`UPDATE app_user SET subject = 'left-long-ago' WHERE subject = 'objection-handler'`);
    const browser = aBrowser(api);
    expect(sentTo(await browser.signIn('objection-handler'))).toBe('/onbekend');
    expect(browser.cookie('naast')).toBeUndefined();
    expect(await statusOfMe(browser)).toBe(401);
  });

  it.each(['//evil.example', '///evil.example', 'https://evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/%09/evil.example', 'javascript:alert(1)', 'evil.example', '/@evil.example', '/.//evil.example', '/..//evil.example', '/x\r\nLocation: https://evil.example', '/%0d%0aLocation:%20https://evil.example', '@evil.example'])(
    'never sends to another site: returnTo=%j', async (returnTo) => {
      const to = new URL(last(await aBrowser(api).signIn('gkb', returnTo)).headers.get('location') ?? '', PUBLIC_URL);
      expect(to.origin).toBe(PUBLIC_URL);
    });

  it('is refused when the answer belongs to no attempt, to another attempt, or was used before', async () => {
    const browser = aBrowser(api);
    const stops = await browser.signIn('team-lead');
    const callback = last(stops).url;
    expect(sentTo(await browser.follow(callback))).toBe('/afgemeld?reden=verlopen');
    const other = aBrowser(api);
    await other.visit('/sign-in');
    expect(sentTo(await other.follow(callback))).toBe('/afgemeld?reden=mislukt');
    expect(other.cookie('naast')).toBeUndefined();
    const forged = aBrowser(api);
    forged.setCookie('naast_sign_in', Buffer.from(JSON.stringify({ state: callback.searchParams.get('state'), nonce: 'n', verifier: 'v'.repeat(43), returnTo: '//evil.example' })).toString('base64url'));
    expect(sentTo(await forged.follow(callback))).toBe('/afgemeld?reden=verlopen');
    expect(sentTo(await aBrowser(api).follow('/sign-in/callback'))).toBe('/afgemeld?reden=verlopen');
  });
});

describe('a write with the session cookie', () => {
  const write = (browser: CookieBrowser, headers: Record<string, string> = {}) => browser.visit('/v1/households', { json: {}, headers });

  it('is refused without the token that only our own page can read', async () => {
    const { browser } = await signedIn(api, 'case-worker');
    const answer = await write(browser);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([403, { type: 'urn:naast:problem:actor.csrf' }]);
  });

  it("is refused with somebody else's token, or with one of an earlier session", async () => {
    const first = await signedIn(api, 'case-worker');
    const again = await signedIn(api, 'case-worker');
    const other = await signedIn(api, 'team-lead');
    for (const token of [first.csrf, other.csrf, '', 'x', 'é'.repeat(again.csrf.length), `${again.csrf}x`]) {
      const answer = await write(again.browser, { 'x-csrf-token': token });
      expect(answer.status).toBe(403);
    }
  });

  it('goes through with the own token', async () => {
    const { browser, csrf } = await signedIn(api, 'case-worker');
    expect((await write(browser, { 'x-csrf-token': csrf })).status).toBe(400);
  });

  it('cannot come from a form of another site', async () => {
    const { browser, csrf } = await signedIn(api, 'case-worker');
    const answer = await browser.visit('/v1/households', { form: { urgency: 'hoog' }, headers: { 'x-csrf-token': csrf } });
    expect(answer.status).toBe(415);
  });
});
