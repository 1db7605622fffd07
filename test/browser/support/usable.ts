import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { PHONE, sees, signedIn } from './person.js';
import { everyPage, kindOf } from './walk.js';

const DESK = { width: 1280, height: 900 };

/** The pages of one family are many, and show colleagues the same, as a filtered list does: each kind is looked at by so many people of a suite. */
const PEOPLE_PER_PAGE = 1;
const lookedBy = new Map<string, Set<string>>();
const wasLookedAt = (kind: string): boolean => /^\/gezinnen\/:id\/.|\?/.test(kind) && (lookedBy.get(kind)?.size ?? 0) >= PEOPLE_PER_PAGE;

/** Signs in as this person, opens all they can reach, and expects that nothing there shuts people out. */
export async function expectAllUsable(browser: Browser, name: string): Promise<void> {
  const { page, context, faults } = await signedIn(browser, name);
  const titles = new Map<string, string>();
  const kinds = new Set<string>();
  const wrong: string[] = [];
  const look = async (path: string): Promise<void> => {
    kinds.add(kindOf(path));
    if (await page.getByRole('heading', { level: 1, name: NOWHERE }).isVisible()) wrong.push(`${path} is a link that leads nowhere`);
    wrong.push(...(await allWrongOn(page)).map((line) => `${path} ${line}`));
    wrong.push(...(await inErrorState(page)).map((line) => `${path} (errors) ${line}`));
    titles.set(path.replace(/\?.*/, ''), await page.title());
  };
  const visited = await everyPage(page, { from: ['/', ...(await isSearching(page)), ...(await page.evaluate<string[]>(A_FAMILY_PER_STATE))], look, leftOut: wasLookedAt });
  for (const kind of kinds) lookedBy.set(kind, (lookedBy.get(kind) ?? new Set()).add(name));
  await context.close();
  expect(wrong).toEqual([]);
  expect(faults).toEqual([]);
  expect(visited.length).toBeGreaterThanOrEqual(name === 'Anna Dijkstra' ? 1 : 2);
  const pages = new Set([...titles.keys()].map(kindOf));
  expect(new Set([...titles.values()].map((title) => title.replace(/\d{4}-\d{6}/, ':number'))).size).toBeGreaterThanOrEqual(pages.size - KINDS_THAT_SHARE_A_TITLE);
}

/** No link leads to the results of a search: one types. */
const isSearching = async (page: Page): Promise<string[]> => ((await page.getByRole('search').count()) > 0 ? ['/zoeken'] : []);

/** What one can do about a family differs by its state, and to which family the first link leads differs from start to start. */
const A_FAMILY_PER_STATE = `fetch('/v1/households?limit=50').then((answer) => (answer.ok ? answer.json() : { items: [] }))
  .then(({ items }) => [...new Map(items.map(({ id, state }) => [state, '/gezinnen/' + id]))].flatMap(([state, path]) => (state === 'aftercare' ? [path, path + '/verloop'] : [path])))`;

/** How pages begin that could not show what was asked. */
const NOWHERE = /^(Deze pagina is er niet|Dit lukte niet|Dit mag je niet bekijken)$/;

/** A family's page and a page about it are both named after the case: the history of a shared computer holds no names. */
const KINDS_THAT_SHARE_A_TITLE = 1;

/** At both widths: what axe finds, what does not fit, and what makes the page hard to name. */
export async function allWrongOn(page: Page): Promise<string[]> {
  const wrong = (await basicsOf(page)).map((line) => `desk: ${line}`);
  wrong.push(...(await violationsOn(page)).map((line) => `desk: ${line}`));
  await page.setViewportSize(PHONE);
  // Half under the bar that stays on top a link is smaller than it is.
  await page.evaluate('scrollTo(0, 0)');
  wrong.push(...(await violationsOn(page)).map((line) => `phone: ${line}`));
  const [scroll, width]: [number, number] = await page.evaluate('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
  if (scroll > width) wrong.push(`phone: ${scroll - width} pixels do not fit`);
  await page.setViewportSize(DESK);
  return wrong;
}

async function basicsOf(page: Page): Promise<string[]> {
  const [language, headings, title]: [string, number, string] = await page.evaluate(
    '[document.documentElement.lang, [...document.querySelectorAll("h1:not(dialog *)")].filter((one) => one.checkVisibility()).length, document.title]',
  );
  return [language !== 'nl' && `its language is '${language}'`, headings !== 1 && `${headings} first headings`, !/ [–-] Naast$/.test(title) && `its title is '${title}'`].filter((line) => line !== false);
}

/** Sends a form that is still empty: the summary of what is wrong has the focus, and is as usable as the rest. */
async function inErrorState(page: Page): Promise<string[]> {
  const sent = await page.evaluate<boolean>(SEND_AN_EMPTY_FORM);
  if (!sent) return [];
  const focused = await sees(page.locator('[role=alert]:focus')).then(() => true, () => false);
  const wrong = await violationsOn(page);
  return focused ? wrong : ['the summary of errors has no focus', ...wrong];
}

/** Only one in which something that must be filled in is empty: another would really be sent. */
const SEND_AN_EMPTY_FORM = `(() => {
  const lacks = (form) => [...form.querySelectorAll('input[aria-required=true], textarea[aria-required=true], select[aria-required=true]')].some((field) => field.value === '')
    || [...form.querySelectorAll('input[type=radio]')].some(({ name }) => !form.querySelector('input[name="' + name + '"]:checked'));
  const form = [...document.querySelectorAll('main form')].find(lacks);
  form?.requestSubmit();
  return form !== undefined;
})()`;
