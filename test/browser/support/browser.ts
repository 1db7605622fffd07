import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

const ARGUMENTS = [
  '--lang=nl-NL', // For what the browser itself writes: a date field.
  '--no-sandbox', // Root runs the suites in a container, where Chromium's own sandbox refuses to start.
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const ADDRESS = process.env['NAAST_BROWSER_ADDRESS'] ?? '';

/** A suite with a browser of its own; without Chromium it is skipped by name. */
export function describeInBrowser(name: string, suite: (browser: () => Browser) => void): void {
  const executablePath = process.env['NAAST_BROWSER_CHROMIUM'];
  if (!executablePath) return describe.skip(`${name} (chromium is missing)`, () => suite(notThere));
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    });
    afterAll(() => browser?.close());
    suite(() => browser ?? notThere());
  });
}

function notThere(): never {
  throw new Error('the browser has not started');
}
