import type { SpecApi } from './api.js';
import { CookieBrowser, type Page } from './cookie-browser.js';

export const PUBLIC_URL = 'http://localhost:3000';

export const aBrowser = ({ address }: { address: string }): CookieBrowser => new CookieBrowser(PUBLIC_URL, address);
export const last = (stops: Page[]): Page => stops.at(-1) as Page;

/** Where the last stop sends the browser; without our own address in front. */
export const sentTo = (stops: Page[]): string => new URL(last(stops).headers.get('location') ?? '', PUBLIC_URL).href.replace(PUBLIC_URL, '');

/** A browser in which this persona has signed in, and the token for its writes. */
export async function signedIn(api: SpecApi, persona: string): Promise<{ browser: CookieBrowser; csrf: string }> {
  const browser = aBrowser(api);
  await browser.signIn(persona);
  const me = await browser.visit('/v1/me');
  return { browser, csrf: (JSON.parse(me.text) as { csrfToken: string }).csrfToken };
}

/** What GET /v1/me answers this browser: 200 when it is signed in. */
export const statusOfMe = async (browser: CookieBrowser): Promise<number> => (await browser.visit('/v1/me')).status;
