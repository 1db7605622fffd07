import { expect, it } from '@jest/globals';
import { describeInBrowser } from './support/browser.js';
import { sees, signedIn } from './support/person.js';

const MAY_SEE = `fetch('/v1/me').then((answer) => answer.json()).then(({ maySeeBsn }) => maySeeBsn)`;
const FAMILY = `fetch('/v1/households?limit=1').then((answer) => answer.json()).then(({ items: [one] }) => one.id)`;

describeInBrowser('the BSN of a new member', (browser) => {
  it('is a question only for who has the mandate to see one (Wabb 10)', async () => {
    const { page, context } = await signedIn(browser(), 'Jelle Hoekstra');
    await page.goto(`/gezinnen/${await page.evaluate<string>(FAMILY)}/mensen/nieuw`);
    await sees(page.getByLabel('Voornaam'));
    expect((await page.getByLabel('BSN').count()) > 0).toBe(await page.evaluate(MAY_SEE));
    await context.close();
  });
});
