import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createServer } from '../../apps/api/src/http/server.js';
import { type SpecApi, startApi } from '../support/api.js';
import { CookieBrowser, type Page } from '../support/cookie-browser.js';
import { eventually } from '../support/worker.js';

const PUBLIC_URL = 'http://localhost:3000';
const HOUR_MS = 3_600_000;

class MovableClock extends Clock {
  hoursLater = 0;
  override now(): Date {
    return new Date(Date.now() + this.hoursLater * HOUR_MS);
  }
}

const clock = new MovableClock();
let api: SpecApi;
/** A second process of the API on the same database, as behind a load balancer. */
let second: { app: NestFastifyApplication; address: string };

beforeAll(async () => {
  api = await startApi({ clock });
  const app = await createServer(ApiModule.forSettings(api.settings, clock), api.settings);
  await app.listen(0, '127.0.0.1');
  second = { app, address: await app.getUrl() };
});
afterAll(async () => {
  await second.app.close();
  await api.close();
});
afterEach(() => {
  clock.hoursLater = 0;
});

const aBrowser = (address = api.address): CookieBrowser => new CookieBrowser(PUBLIC_URL, address);
const last = (stops: Page[]): Page => stops.at(-1) as Page;
const sentTo = (stops: Page[]): string => new URL(last(stops).headers.get('location') ?? '', PUBLIC_URL).href.replace(PUBLIC_URL, '');

async function signedIn(persona: string): Promise<{ browser: CookieBrowser; csrf: string }> {
  const browser = aBrowser();
  await browser.signIn(persona);
  const me = await browser.visit('/v1/me');
  return { browser, csrf: (JSON.parse(me.text) as { csrfToken: string }).csrfToken };
}

/** The same browser, at the other process. */
function elsewhere(browser: CookieBrowser): CookieBrowser {
  const other = aBrowser(second.address);
  other.setCookie('naast', browser.cookie('naast') ?? '');
  return other;
}

const me = async (browser: CookieBrowser): Promise<number> => (await browser.visit('/v1/me')).status;

describe('signing in', () => {
  it('goes by authorization code with PKCE, and brings the person back where they were', async () => {
    const browser = aBrowser();
    const stops = await browser.signIn('regisseur', '/gezinnen?state=intake');
    const asked = new URL(stops[0]?.headers.get('location') ?? '');
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code', code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.any(String), nonce: expect.any(String),
    });
    expect(sentTo(stops)).toBe('/gezinnen?state=intake');
    expect(JSON.parse((await browser.visit('/v1/me')).text)).toMatchObject({ user: { name: 'Jelle Hoekstra' }, csrfToken: expect.any(String), sessionExpiresAt: expect.any(String) });
  });

  it('gives the browser one cookie that no script reads and no other site sends along', async () => {
    const line = last(await aBrowser().signIn('regisseur')).setCookies.find((one) => one.startsWith('naast=')) ?? '';
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).toMatch(/; Path=\//);
    expect(line).not.toMatch(/Domain=/i);
  });

  it('over HTTPS insists on it: Secure, and a name that only this host can set', async () => {
    const settings = Object.assign(Object.create(Object.getPrototypeOf(api.settings) as object), api.settings, { PUBLIC_URL: 'https://naast.example' }) as typeof api.settings;
    const app = await createServer(ApiModule.forSettings(settings), settings);
    await app.listen(0, '127.0.0.1');
    const start = await aBrowser(await app.getUrl()).visit('/sign-in');
    expect(start.setCookies.join()).toMatch(/; Secure/);
    expect(start.headers.get('strict-transport-security')).toContain('max-age=');
    const planted = new CookieBrowser(PUBLIC_URL, await app.getUrl());
    planted.setCookie('naast', (await signedIn('regisseur')).browser.cookie('naast') ?? '');
    expect(await me(planted)).toBe(401);
    await app.close();
  });

  it('never takes over a cookie that was there before, and keeps only its hash', async () => {
    const browser = aBrowser();
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
    const browser = aBrowser();
    expect(sentTo(await browser.signIn('objection-handler'))).toBe('/onbekend');
    expect(browser.cookie('naast')).toBeUndefined();
    expect(await me(browser)).toBe(401);
  });

  it.each(['//evil.example', '///evil.example', 'https://evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/%09/evil.example', 'javascript:alert(1)', 'evil.example', '/@evil.example', '/.//evil.example', '/..//evil.example', '/x\r\nLocation: https://evil.example', '/%0d%0aLocation:%20https://evil.example', '@evil.example'])(
    'never sends to another site: returnTo=%j', async (returnTo) => {
      const to = new URL(last(await aBrowser().signIn('gkb', returnTo)).headers.get('location') ?? '', PUBLIC_URL);
      expect(to.origin).toBe(PUBLIC_URL);
    });

  it('is refused when the answer belongs to no attempt, to another attempt, or was used before', async () => {
    const browser = aBrowser();
    const stops = await browser.signIn('team-lead');
    const callback = last(stops).url;
    expect(sentTo(await browser.follow(callback))).toBe('/afgemeld?reden=verlopen');
    const other = aBrowser();
    await other.visit('/sign-in');
    expect(sentTo(await other.follow(callback))).toBe('/afgemeld?reden=mislukt');
    expect(other.cookie('naast')).toBeUndefined();
    const forged = aBrowser();
    forged.setCookie('naast_sign_in', Buffer.from(JSON.stringify({ state: callback.searchParams.get('state'), nonce: 'n', verifier: 'v'.repeat(43), returnTo: '//evil.example' })).toString('base64url'));
    expect(sentTo(await forged.follow(callback))).toBe('/afgemeld?reden=verlopen');
    expect(sentTo(await aBrowser().follow('/sign-in/callback'))).toBe('/afgemeld?reden=verlopen');
  });
});

describe('a write with the session cookie', () => {
  const write = (browser: CookieBrowser, headers: Record<string, string> = {}) => browser.visit('/v1/households', { json: {}, headers });

  it('is refused without the token that only our own page can read', async () => {
    const { browser } = await signedIn('case-worker');
    const answer = await write(browser);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([403, { type: 'urn:naast:problem:actor.csrf' }]);
  });

  it("is refused with somebody else's token, or with one of an earlier session", async () => {
    const first = await signedIn('case-worker');
    const again = await signedIn('case-worker');
    const other = await signedIn('team-lead');
    for (const token of [first.csrf, other.csrf, '', 'x', 'é'.repeat(again.csrf.length), `${again.csrf}x`]) {
      const answer = await write(again.browser, { 'x-csrf-token': token });
      expect(answer.status).toBe(403);
    }
  });

  it('goes through with the own token', async () => {
    const { browser, csrf } = await signedIn('case-worker');
    expect((await write(browser, { 'x-csrf-token': csrf })).status).toBe(400);
  });

  it('cannot come from a form of another site', async () => {
    const { browser, csrf } = await signedIn('case-worker');
    const answer = await browser.visit('/v1/households', { form: { urgency: 'hoog' }, headers: { 'x-csrf-token': csrf } });
    expect(answer.status).toBe(415);
  });
});

describe('the end of a session', () => {
  it('comes at once in every process when somebody signs out', async () => {
    const { browser, csrf } = await signedIn('regisseur');
    const other = elsewhere(browser);
    const copy = elsewhere(browser);
    expect([await me(browser), await me(other)]).toEqual([200, 200]);
    expect((await browser.visit('/sign-out', { method: 'POST' })).status).toBe(403);
    const left = await browser.visit('/sign-out', { method: 'POST', headers: { 'x-csrf-token': csrf } });
    expect(left.status).toBe(201);
    const { signOutUrl } = JSON.parse(left.text) as { signOutUrl: string };
    expect(new URL(signOutUrl).searchParams.get('post_logout_redirect_uri')).toBe(`${PUBLIC_URL}/afgemeld`);
    expect(browser.cookie('naast')).toBeUndefined();
    await eventually(() => me(other), (status) => status === 401, 1_000);
    // Whoever kept the cookie has nothing.
    expect(await me(copy)).toBe(401);
  });

  it('leaves the other sessions of the same person alone', async () => {
    const [desk, phone] = [await signedIn('regisseur'), await signedIn('regisseur')];
    await desk.browser.visit('/sign-out', { method: 'POST', headers: { 'x-csrf-token': desk.csrf } });
    expect(await me(phone.browser)).toBe(200);
  });

  it('comes by itself after the working day', async () => {
    const { browser } = await signedIn('regisseur');
    clock.hoursLater = 9.9;
    expect(await me(browser)).toBe(200);
    clock.hoursLater = 10.1;
    expect(await me(browser)).toBe(401);
  });

  it('comes at once for somebody who no longer works here, also with a token', async () => {
    const { browser } = await signedIn('finance');
    const other = elsewhere(browser);
    expect([await me(browser), await me(other), (await api.as('finance').get('/v1/me')).status]).toEqual([200, 200, 200]);
    await api.db.query(`UPDATE app_user SET active = false WHERE subject = 'finance'`);
    for (const where of [browser, other]) await eventually(() => me(where), (status) => status === 401, 1_000);
    expect((await api.as('finance').get('/v1/me')).status).toBe(401);
    expect(sentTo(await aBrowser().signIn('finance'))).toBe('/onbekend');
  });

  it('of a role takes effect in a session that is open', async () => {
    const { browser } = await signedIn('fund-secretary');
    expect((await browser.visit('/v1/fund-requests')).status).toBe(200);
    await api.db.query(`UPDATE user_role SET role = 'policy-adviser' WHERE user_id = (SELECT id FROM app_user WHERE subject = 'fund-secretary')`);
    await eventually(async () => (await browser.visit('/v1/fund-requests')).status, (status) => status === 403, 1_000);
  });

  it.each([['empty', ''], ['short', 'x'], ['the right length', 'a'.repeat(43)], ['a path', '../../etc'], ['a NUL', '%00'], ['endless', 'a'.repeat(5_000)]])('a made-up cookie opens nothing: %s', async (_, token) => {
    const browser = aBrowser();
    browser.setCookie('naast', token);
    expect(await me(browser)).toBe(401);
  });
});
