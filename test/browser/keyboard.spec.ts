import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { heading, hears, sees, signedIn } from './support/person.js';

const MOST_STOPS = 80;

describeInBrowser('with the keyboard alone', (browser) => {
  it('the first Tab offers to skip the menu, and does', async () => {
    const { page, context } = await signedIn(browser(), 'Jelle Hoekstra');
    await page.goto('/gezinnen');
    await sees(heading(page, 'Mijn gezinnen'));
    await page.locator('body').press('Tab');
    const skip = page.getByRole('link', { name: 'Naar de inhoud' });
    expect(await hasFocus(page, skip)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
    await context.close();
  });

  it('someone walks from Vandaag to a family and sets a reminder, and sees where they are all the way', async () => {
    const { page, context } = await signedIn(browser(), 'Jelle Hoekstra');
    await sees(heading(page, 'Vandaag'));
    await walkTo(page, page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Gezinnen' }));
    await page.keyboard.press('Enter');
    await startsAtHeading(page, 'Mijn gezinnen');
    await walkTo(page, page.getByRole('table').getByRole('link').first());
    await page.keyboard.press('Enter');
    await startsAtHeading(page, /^Familie/);
    await walkTo(page, page.getByRole('link', { name: 'Zet een herinnering' }));
    await page.keyboard.press('Enter');
    await startsAtHeading(page, 'Zet een herinnering');
    await walkTo(page, page.getByLabel('Waar wil je aan denken?'));
    await page.keyboard.type('De school bellen');
    await walkTo(page, page.getByLabel('Wanneer?'));
    await typeMoment(page);
    await walkTo(page, page.getByRole('button', { name: 'Zet de herinnering' }));
    await page.keyboard.press('Enter');
    await hears(page, 'De herinnering staat.');
    await context.close();
  }, 60_000);
});

/** A new page begins at its heading, for who does not see it change. */
async function startsAtHeading(page: Page, name: string | RegExp): Promise<void> {
  await sees(heading(page, name).and(page.locator(':focus')));
}

/** Tab by Tab, and at each stop one can see where one is. */
async function walkTo(page: Page, goal: Locator): Promise<void> {
  await sees(goal);
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    expect(await invisibleFocus(page)).toBe('');
    if (await hasFocus(page, goal)) return;
  }
  throw new Error(`not reached in ${MOST_STOPS} stops: ${goal}`);
}

const hasFocus = async (page: Page, what: Locator): Promise<boolean> => (await what.and(page.locator(':focus')).count()) === 1;

/** The element that has the focus without showing it; empty when all is well. */
const invisibleFocus = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    const shown = [at, at.nextElementSibling, at.parentElement].filter(Boolean).map((one) => getComputedStyle(one));
    // Inside a date field the browser marks the part by itself.
    const visible = at === document.body || at.matches('input[type^=date]') || shown.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
    return visible ? '' : at.outerHTML.slice(0, 200);
  })()`);

/** 1 January of next year at half past ten, whichever order this browser asks for. */
async function typeMoment(page: Page): Promise<void> {
  await page.keyboard.type(`0101${new Date().getFullYear() + 1}`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1030');
  await page.keyboard.type('a');
}
