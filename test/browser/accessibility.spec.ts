import { expect, it } from '@jest/globals';
import { describeInBrowser } from './support/browser.js';
import { aPerson, sees } from './support/person.js';
import { allWrongOn, expectAllUsable } from './support/usable.js';

const LONG = 300_000; // On a busy machine; else well under a minute and a half.

// Who can do most in a family first: of its pages only the first one looks.
const PEOPLE = ['Jelle Hoekstra', 'Marieke Postma', 'Sanne Bakker', 'Petra Mol', 'Rob Kamps', 'Anna Dijkstra'];

describeInBrowser('everybody who helps a family can use it', (browser) => {
  it.each(PEOPLE)('each page that %s can reach has nothing that shuts people out, at a desk and on a phone', async (name) => {
    await expectAllUsable(browser(), name);
  }, LONG);

  it.each(['/', '/afgemeld', '/afgemeld?reden=verlopen', '/onbekend'])('the page of who is not signed in, %s, neither', async (path) => {
    const { page, context } = await aPerson(browser());
    await page.goto(path);
    await sees(page.getByRole('heading', { level: 1 }));
    expect(await allWrongOn(page)).toEqual([]);
    await context.close();
  });
});
