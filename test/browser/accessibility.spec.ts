import { expect, it } from '@jest/globals';
import { describeInBrowser } from './support/browser.js';
import { aPerson, sees } from './support/person.js';
import { allWrongOn, expectAllUsable } from './support/usable.js';

const LONG = 120_000;

const PEOPLE = ['Sanne Bakker', 'Marieke Postma', 'Jelle Hoekstra', 'Petra Mol', 'Rob Kamps', 'Anna Dijkstra'];

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
