import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { heading, sees, signedIn } from './support/person.js';

interface Weight {
  /** Calls to the API. */
  calls: string[];
  /** JavaScript as it travels, compressed. */
  scriptBytes: number;
}

/** What comes over the line while a page opens with nothing kept from before. */
async function weigh(page: Page, path: string, title: string | RegExp): Promise<Weight> {
  const line = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  const weight: Weight = { calls: [], scriptBytes: 0 };
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  line.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (type === 'Script') scripts.add(requestId);
    if (type === 'Fetch' || type === 'XHR') weight.calls.push(`${request.method} ${new URL(request.url).pathname}`);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) weight.scriptBytes += encodedDataLength;
  });
  await page.goto(path);
  await sees(heading(page, title));
  await page.waitForLoadState('networkidle');
  await line.detach();
  return weight;
}

describeInBrowser('the page a case worker opens fifty times a day', (browser) => {
  it('Vandaag and a family open with at most 6 calls and 200 kB of JavaScript', async () => {
    const { page, context } = await signedIn(browser(), 'Jelle Hoekstra');
    await page.goto('/gezinnen');
    const family = await page.getByRole('table').getByRole('link', { name: /^Familie/ }).first().getAttribute('href');
    for (const [path, title] of [['/', 'Vandaag'], [family ?? '', /^Familie/]] as const) {
      const { calls, scriptBytes } = await weigh(page, path, title);
      expect(calls.length).toBeLessThanOrEqual(6);
      expect(scriptBytes).toBeGreaterThan(10_000);
      expect(scriptBytes).toBeLessThanOrEqual(200_000);
      process.stdout.write(`${title === 'Vandaag' ? 'Vandaag' : 'a family'}: ${calls.length} calls, ${Math.round(scriptBytes / 1000)} kB of JavaScript\n`);
    }
    await context.close();
  });
});
