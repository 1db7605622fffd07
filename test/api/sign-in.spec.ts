import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '#platform';
import { Browser } from '../embedded/issuer-browser.js';
import { startApi, type SpecApi } from '../support/api.js';

/** Like a browser at the API: cookies kept, redirects seen. `landed` is where the API sent it last. */
class Visitor {
  private readonly jar = new Map<string, string>();
  constructor(private readonly api: SpecApi) {}

  async call(method: string, path: string, headers: Record<string, string> = {}) {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.api.address), { method, redirect: 'manual', headers: { cookie, ...headers } });
    const set = answer.headers.getSetCookie();
    for (const line of set) this.keep(line);
    const text = await answer.text();
    return { status: answer.status, landed: answer.headers.get('location'), set, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  }

  /** The whole way: to the issuer, choosing who one is, and back. */
  async signIn(persona: string, returnTo = '/') {
    const { landed } = await this.call('GET', `/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    const issuer = new Browser();
    const page = await issuer.open(landed ?? '');
    const { landed: callback } = await issuer.post(page.landed ?? '', { persona });
    const { pathname, search } = new URL(callback ?? '');
    return this.call('GET', `${pathname}${search}`);
  }

  async csrfToken(): Promise<string> {
    return (await this.call('GET', '/v1/me')).body.csrfToken;
  }

  /** What somebody who stole the cookies would hold. */
  twin(): Visitor {
    const twin = new Visitor(this.api);
    this.jar.forEach((value, name) => twin.jar.set(name, value));
    return twin;
  }

  private keep(line: string): void {
    const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
    if (value && !line.includes('Expires=Thu, 01 Jan 1970')) this.jar.set(name, value);
    else this.jar.delete(name);
  }
}

class LaterClock extends Clock {
  hours = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.hours * 3_600_000);
  }
}

describe('signing in', () => {
  const clock = new LaterClock();
  let api: SpecApi;
  let visitor: Visitor;

  beforeAll(async () => {
    api = await startApi({ clock });
  });
  afterAll(() => api.close());

  it('brings a person back to the page they asked for, with a cookie that no script can read', async () => {
    visitor = new Visitor(api);
    const { status, landed, set } = await visitor.signIn('regisseur', '/gezinnen?state=active');
    expect([status, landed]).toEqual([302, '/gezinnen?state=active']);
    expect(set.find((line) => line.startsWith('naast='))).toMatch(/^naast=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect((await visitor.call('GET', '/v1/me')).body).toMatchObject({ user: { name: 'Jelle Hoekstra' }, roles: ['regisseur'] });
  });

  it('keeps only the hash of the cookie, and notes who signed in', async () => {
    const [session] = await api.db.query<{ token_hash: Buffer }>('SELECT token_hash FROM session');
    expect(session?.token_hash).toHaveLength(32);
    expect(await api.db.query(`SELECT u.subject FROM audit_event e JOIN app_user u ON u.id = e.user_id WHERE action = 'session.opened'`)).toEqual([{ subject: 'regisseur' }]);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])('never leads to another site: %s', async (returnTo) => {
    expect((await new Visitor(api).signIn('regisseur', returnTo)).landed).toBe('/');
  });

  it('refuses a callback that this browser did not ask for', async () => {
    const { landed } = await new Visitor(api).call('GET', '/sign-in/callback?code=stolen&state=made-up');
    expect(landed).toBe('/afgemeld?reden=verlopen');
    const other = new Visitor(api);
    await other.call('GET', '/sign-in');
    expect((await other.call('GET', '/sign-in/callback?code=stolen&state=made-up')).landed).toBe('/afgemeld?reden=mislukt');
    expect((await other.call('GET', '/v1/me')).status).toBe(401);
  });

  it('refuses a write that comes without the token of the page, as another site would send it', async () => {
    for (const headers of [{}, { 'x-csrf-token': '' }, { 'x-csrf-token': 'x'.repeat(32) }]) {
      expect((await visitor.call('POST', '/sign-out', headers as Record<string, string>)).status).toBe(403);
    }
    expect((await visitor.call('GET', '/v1/me')).status).toBe(200);
  });

  it('ends at once: after signing out a copy of the cookie opens nothing', async () => {
    const copy = visitor.twin();
    const { status, body } = await visitor.call('POST', '/sign-out', { 'x-csrf-token': await visitor.csrfToken() });
    expect(status).toBeLessThan(300);
    expect(body.signOutUrl).toContain(`${api.settings.OIDC_ISSUER}/`);
    for (const one of [visitor, copy]) expect((await one.call('GET', '/v1/me')).status).toBe(401);
  });

  it('ends by itself after the hours of the settings', async () => {
    const late = new Visitor(api);
    await late.signIn('gkb');
    expect((await late.call('GET', '/v1/me')).status).toBe(200);
    clock.hours = api.settings.SESSION_HOURS + 0.1;
    expect((await late.call('GET', '/v1/me')).status).toBe(401);
    clock.hours = 0;
  });

  it('shows a person without an account here where to go', async () => {
    await api.db.query(`UPDATE app_user SET active = false WHERE subject = 'finance'`);
    expect((await new Visitor(api).signIn('finance')).landed).toBe('/onbekend');
  });

  it('hears within a moment that a role was taken away or an account was closed', async () => {
    const person = new Visitor(api);
    await person.signIn('team-lead');
    const token = api.as('team-lead');
    expect([(await person.call('GET', '/v1/regisseurs')).status, (await token.get('/v1/regisseurs')).status]).toEqual([200, 200]);
    await api.db.query(`UPDATE user_role SET role = 'policy-adviser' WHERE user_id = (SELECT id FROM app_user WHERE subject = 'team-lead')`);
    await heard();
    expect([(await person.call('GET', '/v1/regisseurs')).status, (await token.get('/v1/regisseurs')).status]).toEqual([403, 403]);
    await api.db.query(`UPDATE app_user SET active = false WHERE subject = 'team-lead'`);
    await heard();
    expect([(await person.call('GET', '/v1/me')).status, (await token.get('/v1/me')).status]).toEqual([401, 401]);
  });
});

/** NOTIFY travels in milliseconds; far less than the 10 seconds for which a person is remembered. */
const heard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));
