import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { PHONE } from './person.js';

const FOLDER = 'screenshots';
// Drawing a long page is slow while another browser works on the same cores; a picture is no check of how fast the page is.
const PICTURE = { fullPage: true, animations: 'disabled', timeout: 60_000 } as const;

/** Keeps the page as it is now, at a desk and on a phone, for people to look at. */
export async function keep(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const before = page.viewportSize();
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: `${FOLDER}/${name}-1280.png`, ...PICTURE });
  await page.setViewportSize(PHONE);
  await page.screenshot({ path: `${FOLDER}/${name}-390.png`, ...PICTURE });
  if (before) await page.setViewportSize(before);
}
