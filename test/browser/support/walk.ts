import type { Page } from 'playwright-core';
import { sees } from './person.js';

/** Pages of one thing differ by the state it is in, so a few are looked at; of any other kind one. */
const OF_A_THING = 2;
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What a page is a page of: without ids, and of what one can choose on it only that it is chosen. */
export const kindOf = (path: string): string => path.replace(ID, ':id').replace(/=[^&]*/g, '');

const isOfAThing = (kind: string): boolean => kind.endsWith('/:id') && kind.indexOf(':id') === kind.lastIndexOf(':id');

export interface Walk {
  /** Always looked at. */
  readonly from: readonly string[];
  readonly look: (path: string) => Promise<void>;
  /** Kinds of pages that others have looked at enough. */
  readonly leftOut: (kind: string) => boolean;
}

/**
 * Opens every page that can be reached from the given ones by following links, so that a new page is looked at by itself.
 * Of pages that differ only in an id, a few.
 */
export async function everyPage(page: Page, { from, look, leftOut }: Walk): Promise<string[]> {
  const waiting = [...from];
  const known = new Set(from);
  const seen = new Map<string, number>();
  const visited: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const count = seen.get(kind) ?? 0;
    if (!from.includes(path)) {
      if (leftOut(kind) || count >= (isOfAThing(kind) ? OF_A_THING : 1)) continue;
      seen.set(kind, count + 1);
    }
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
