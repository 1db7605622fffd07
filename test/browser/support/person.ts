import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { ADDRESS } from './browser.js';

const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 10_000;

/** Someone at a screen of their own: separate cookies, separate memory. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page itself did wrong: a script that broke, a file the content policy refused. */
  readonly faults: string[];
}

export async function aPerson(browser: Browser, viewport = DESK): Promise<Person> {
  const context = await browser.newContext({ baseURL: ADDRESS, viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  return { page, context, faults: faultsOf(page) };
}

/** Signs in as people do: the page sends them to the issuer, they choose who they are, and come back where they wanted to be. */
export async function signedIn(browser: Browser, name: string, viewport = DESK): Promise<Person> {
  const person = await aPerson(browser, viewport);
  await signIn(person.page, name);
  return person;
}

export async function signIn(page: Page, name: string, path = '/'): Promise<void> {
  await page.goto(path);
  await choosePersona(page, name);
}

export async function choosePersona(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await sees(page.getByRole('main').getByRole('heading', { level: 1 }));
  await sees(page.getByText(name, { exact: true }).first(), 'attached');
}

/** Waits until it stands there, and gives it back. */
export async function sees(what: Locator, state: 'visible' | 'attached' = 'visible'): Promise<Locator> {
  await what.waitFor({ state });
  return what;
}

/** Ticks a box or chooses a radio as the keyboard does: the design system draws its own and hides the browser's. */
export async function choose(scope: Page | Locator, role: 'radio' | 'checkbox', name: string | RegExp): Promise<void> {
  const control = scope.getByRole(role, { name, exact: true });
  await control.focus();
  await control.press('Space');
}

/** The one line that says it is done, which a screen reader reads aloud. */
export const hears = (page: Page, line: string): Promise<Locator> => sees(page.getByRole('status').filter({ hasText: line }));

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name, exact: true });

/** Opens what is folded and gives its inside; a fold that is open stays open. */
export async function unfold(page: Page, title: string): Promise<Locator> {
  const fold = page.getByRole('group').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await sees(fold);
  if ((await fold.getAttribute('open')) === null) await fold.getByRole('heading', { name: title, exact: true }).click();
  return fold;
}

function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // The browser also writes a line for every answer of 400 and up: those are expected here and there.
  page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && faults.push(message.text()));
  return faults;
}
