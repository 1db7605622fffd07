import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createServer } from '../../apps/api/src/http/server.js';
import { type SpecApi, startApi } from '../support/api.js';
import type { CookieBrowser } from '../support/cookie-browser.js';
import { aBrowser, PUBLIC_URL, sentTo, signedIn, statusOfMe } from '../support/signed-in.js';
import { eventually } from '../support/worker.js';

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

/** The same browser, at the other process. */
function elsewhere(browser: CookieBrowser): CookieBrowser {
  const other = aBrowser(second);
  other.setCookie('naast', browser.cookie('naast') ?? '');
  return other;
}

describe('the end of a session', () => {
  it('comes at once in every process when somebody signs out', async () => {
    const { browser, csrf } = await signedIn(api, 'regisseur');
    const other = elsewhere(browser);
    const copy = elsewhere(browser);
    expect([await statusOfMe(browser), await statusOfMe(other)]).toEqual([200, 200]);
    expect((await browser.visit('/sign-out', { method: 'POST' })).status).toBe(403);
    const left = await browser.visit('/sign-out', { method: 'POST', headers: { 'x-csrf-token': csrf } });
    expect(left.status).toBe(201);
    const { signOutUrl } = JSON.parse(left.text) as { signOutUrl: string };
    expect(new URL(signOutUrl).searchParams.get('post_logout_redirect_uri')).toBe(`${PUBLIC_URL}/afgemeld`);
    expect(browser.cookie('naast')).toBeUndefined();
    await eventually(() => statusOfMe(other), (status) => status === 401, 1_000);
    // Whoever kept the cookie has nothing.
    expect(await statusOfMe(copy)).toBe(401);
  });

  it('leaves the other sessions of the same person alone', async () => {
    const [desk, phone] = [await signedIn(api, 'regisseur'), await signedIn(api, 'regisseur')];
    await desk.browser.visit('/sign-out', { method: 'POST', headers: { 'x-csrf-token': desk.csrf } });
    expect(await statusOfMe(phone.browser)).toBe(200);
  });

  it('comes by itself after the working day', async () => {
    const { browser } = await signedIn(api, 'regisseur');
    clock.hoursLater = 9.9;
    expect(await statusOfMe(browser)).toBe(200);
    clock.hoursLater = 10.1;
    expect(await statusOfMe(browser)).toBe(401);
  });

  it('comes at once for somebody who no longer works here, also with a token', async () => {
    const { browser } = await signedIn(api, 'finance');
    const other = elsewhere(browser);
    expect([await statusOfMe(browser), await statusOfMe(other), (await api.as('finance').get('/v1/me')).status]).toEqual([200, 200, 200]);
    await api.db.query(`UPDATE app_user SET active = false WHERE subject = 'finance'`);
    for (const where of [browser, other]) await eventually(() => statusOfMe(where), (status) => status === 401, 1_000);
    expect((await api.as('finance').get('/v1/me')).status).toBe(401);
    expect(sentTo(await aBrowser(api).signIn('finance'))).toBe('/onbekend');
  });

  it('of a role takes effect in a session that is open', async () => {
    const { browser } = await signedIn(api, 'fund-secretary');
    expect((await browser.visit('/v1/fund-requests')).status).toBe(200);
    await api.db.query(`UPDATE user_role SET role = 'policy-adviser' WHERE user_id = (SELECT id FROM app_user WHERE subject = 'fund-secretary')`);
    await eventually(async () => (await browser.visit('/v1/fund-requests')).status, (status) => status === 403, 1_000);
  });

  it.each([['empty', ''], ['short', 'x'], ['the right length', 'a'.repeat(43)], ['a path', '../../etc'], ['a NUL', '%00'], ['endless', 'a'.repeat(5_000)]])('a made-up cookie opens nothing: %s', async (_, token) => {
    const browser = aBrowser(api);
    browser.setCookie('naast', token);
    expect(await statusOfMe(browser)).toBe(401);
  });
});
