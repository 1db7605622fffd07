import type { Locator, Page } from 'playwright-core';
import { heading, sees } from './person.js';

export async function go(page: Page, word: string, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: word }).click();
  await sees(heading(page, title));
}

const URGENCIES = ['Spoed', 'Hoog', 'Normaal', 'Laag'];

export const urgencyAndDays = (row: string): [urgency: number, days: number] => [
  URGENCIES.findIndex((word) => row.includes(word)),
  Number(/(\d+) dag/.exec(row)?.[1]),
];

export async function factsOf(page: Page): Promise<Record<string, string>> {
  const [terms, values] = await Promise.all([page.getByRole('term').allInnerTexts(), page.getByRole('definition').allInnerTexts()]);
  return Object.fromEntries(terms.map((term, at) => [term, values[at] ?? '']));
}

export async function reservedAt(page: Page): Promise<number> {
  await go(page, 'Fonds', 'Fonds');
  // What was on screen before shows first, until the newest has come.
  await page.reload();
  await sees(page.getByRole('term').first());
  const { Gereserveerd = '' } = await factsOf(page);
  return Number(Gereserveerd.replace(/[^\d,]/g, '').replace(',', '.'));
}

/** What happens on the server later shows on a page that is opened anew. */
export async function seesAfterReloading(page: Page, path: string, what: Locator, patience: number): Promise<void> {
  const until = performance.now() + patience;
  do {
    await page.goto(path);
    const there = await what.waitFor({ timeout: 2_000 }).then(() => true, () => false);
    if (there) return;
  } while (performance.now() < until);
  throw new Error(`${path} does not show it after ${patience / 1000} s`);
}
