import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { PHONE } from './person.js';

const FOLDER = 'screenshots';

/** Keeps the page as it is now, at a desk and on a phone, for people to look at. */
export async function keep(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const before = page.viewportSize();
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: `${FOLDER}/${name}-1280.png`, fullPage: true, animations: 'disabled' });
  await page.setViewportSize(PHONE);
  await page.screenshot({ path: `${FOLDER}/${name}-390.png`, fullPage: true, animations: 'disabled' });
  if (before) await page.setViewportSize(before);
}
