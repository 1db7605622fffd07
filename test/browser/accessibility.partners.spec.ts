import { it } from '@jest/globals';
import { describeInBrowser } from './support/browser.js';
import { expectAllUsable } from './support/usable.js';

const LONG = 300_000; // The privacy officer reaches most pages.
const PEOPLE = ['Yara de Wit', 'Tom Visser', 'Ilse Mulder', 'Farid Amrani', 'Hanneke Smit', 'Bart Kuiper', 'Noor van Dam', 'Karin Veenstra', 'Wouter Dekker'];

describeInBrowser('partners, the fund and the offices can use it', (browser) => {
  it.each(PEOPLE)('each page that %s can reach has nothing that shuts people out, at a desk and on a phone', async (name) => {
    await expectAllUsable(browser(), name);
  }, LONG);
});
