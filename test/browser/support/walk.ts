import type { Page } from 'playwright-core';
import { sees } from './person.js';

/** Pages of one thing differ by the state it is in, so a few are looked at; of any other kind one. */
const OF_A_THING = 3;
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Opens every page that can be reached from the given ones by following links, so that a new page is looked at by itself.
 * Of pages that differ only in an id, a few.
 */
export async function everyPage(page: Page, from: string[], look: (path: string) => Promise<void>): Promise<string[]> {
  const waiting = [...from];
  const known = new Set(from);
  const seen = new Map<string, number>();
  const visited: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = path.replace(ID, ':id');
    const count = seen.get(kind) ?? 0;
    if (count >= (kind.endsWith('/:id') ? OF_A_THING : 1)) continue;
    seen.set(kind, count + 1);
    visited.push(path);
    await page.goto(path);
    await settled(page);
    await unfoldAll(page);
    const links = (await linksOn(page)).filter((link) => !known.has(link));
    waiting.push(...new Set(links));
    for (const link of links) known.add(link);
    await look(path);
  }
  return visited;
}

/** The page has its title and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await sees(page.getByRole('heading', { level: 1 }).first());
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** Also those of which only one is open at a time. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate('document.querySelectorAll("main details").forEach((fold) => { fold.removeAttribute("name"); fold.open = true; })');

/** Addresses inside Naast; not those of files. */
const linksOn = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('a[href^="/"]:not([download])')].map((link) => link.getAttribute('href'))
    .filter((href) => !/^\\/(v1|sign-in)\\b/.test(href))`);
