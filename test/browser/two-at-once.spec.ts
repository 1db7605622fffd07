import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { choose, hears, sees, signedIn, unfold } from './support/person.js';
import { keep } from './support/screenshots.js';
import { allWrongOn } from './support/usable.js';

const WAITING = `fetch('/v1/waiting-list?limit=1').then((answer) => answer.json()).then(({ items: [one] }) => one.householdId)`;
/** What stands there now, above what was typed. */
const meanwhile = (page: Page) => sees(page.getByRole('region', { name: 'Iemand anders was net eerder. Zo staat het nu' }));

describeInBrowser('two colleagues at the same family', (browser) => {
  it('the second reads what the first chose, above what they typed themselves, and sends it after all', async () => {
    const { page: mine, context } = await signedIn(browser(), 'Marieke Postma');
    const theirs = await context.newPage();
    const id = await mine.evaluate<string>(WAITING);
    const fill = async (page: Page, urgency: RegExp, reason: string) => {
      await page.goto(`/wachtlijst/${id}`);
      const form = await unfold(page, 'Andere urgentie');
      await choose(form, 'radio', urgency);
      await form.getByLabel('Waarom?').fill(reason);
    };
    const send = (page: Page) => page.getByRole('button', { name: 'Wijzig de urgentie' }).click();
    await fill(mine, /^Laag/, 'De school belt elke week.');
    await fill(theirs, /^Hoog/, 'De huur is betaald.');
    await send(theirs);
    await hears(theirs, 'De urgentie is gewijzigd.');
    await send(mine);
    expect(await (await meanwhile(mine)).innerText()).toContain('De huur is betaald.');
    expect(await mine.getByLabel('Waarom?').inputValue()).toBe('De school belt elke week.');
    expect(await allWrongOn(mine)).toEqual([]);
    await keep(mine, 'urgentie-tegelijk');
    await send(mine);
    await hears(mine, 'De urgentie is gewijzigd.');
    await context.close();
  });
});
