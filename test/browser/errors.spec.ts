import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { choosePersona, heading, hears, type Person, sees, signedIn } from './support/person.js';
import { keep } from './support/screenshots.js';
import { inDays } from './support/when.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describeInBrowser('when something goes wrong', (browser) => {
  const jelle = (): Promise<Person> => signedIn(browser(), 'Jelle Hoekstra');

  it('without a server the page says so calmly, and tries again on request', async () => {
    const { page, context } = await jelle();
    await toFirstFamily(page, async () => void (await context.route('**/v1/households/*', (route) => route.abort('connectionrefused'))));
    await sees(page.getByText(/We krijgen geen verbinding/));
    await keep(page, 'fout-geen-verbinding');
    await context.unroute('**/v1/households/*');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await sees(heading(page, /^Familie/));
    await context.close();
  });

  it('without internet nothing waits for ever: it says so, and what was typed can be sent again', async () => {
    const { page, context } = await jelle();
    await toFirstFamily(page);
    await page.getByRole('link', { name: 'Zet een herinnering' }).click();
    await typeReminder(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Zet de herinnering' }).click();
    await sees(page.getByText(/We krijgen geen verbinding/));
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Zet de herinnering' }).click();
    await hears(page, 'De herinnering staat.');
    await context.close();
  });

  it('who was signed out in another tab signs in again, comes back, and has lost no word', async () => {
    const { page, context } = await jelle();
    await toFirstFamily(page);
    await page.getByRole('link', { name: 'Zet een herinnering' }).click();
    await typeReminder(page);
    await signOutElsewhere(page);
    await page.getByRole('button', { name: 'Zet de herinnering' }).click();
    await sees(page.getByRole('alert'));
    await keep(page, 'fout-uitgelogd');
    const path = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Log opnieuw in' }).click();
    await choosePersona(page, 'Jelle Hoekstra');
    await sees(heading(page, 'Zet een herinnering'));
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.getByLabel('Waar wil je aan denken?').inputValue()).toBe('De school bellen');
    await page.getByRole('button', { name: 'Zet de herinnering' }).click();
    await hears(page, 'De herinnering staat.');
    await context.close();
  });

  it('who opens a page while signed out comes to that page after signing in', async () => {
    const { page, context } = await jelle();
    await toFirstFamily(page);
    const path = new URL(page.url()).pathname;
    await signOutElsewhere(page);
    await page.reload();
    await choosePersona(page, 'Jelle Hoekstra');
    await sees(heading(page, /^Familie/));
    expect(new URL(page.url()).pathname).toBe(path);
    await context.close();
  });

  it('two tabs with the same canvas: the second hears that it changed, keeps its words, and can save after all', async () => {
    const { page, context } = await jelle();
    await aCanvas(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByLabel('Wie betaalt?').fill('De gemeente betaalt.');
    await page.getByLabel('Wat is er nodig?').fill('Een eigen kamer.');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await hears(page, 'De doorbraak is bewaard.');
    await other.getByRole('button', { name: 'Bewaar' }).click();
    await sees(other.getByText(/Iemand anders heeft dit net gewijzigd/));
    await keep(other, 'fout-gewijzigd');
    expect(await other.getByLabel('Wie betaalt?').inputValue()).toBe('De gemeente betaalt.');
    await other.getByRole('button', { name: 'Bewaar' }).click();
    await hears(other, 'De doorbraak is bewaard.');
    await context.close();
  });

  it('lists on top what is missing in a form, and each line leads to its question', async () => {
    const { page, context } = await signedIn(browser(), 'Sanne Bakker');
    await page.goto('/wachtlijst/nieuw');
    await page.getByRole('button', { name: 'Meld aan' }).click();
    const summary = page.getByRole('alert');
    await sees(summary.and(page.locator(':focus')));
    await keep(page, 'fout-formulier');
    const lines = await summary.getByRole('link').all();
    expect(lines.length).toBeGreaterThanOrEqual(8);
    for (const line of lines) {
      await line.click();
      const question = page.locator('main form :is(.ams-field, fieldset):has(:focus)').last();
      expect(await (await sees(question)).innerText()).toContain(await line.innerText());
    }
    await context.close();
  });

  it.each(['/bestaat-niet', `/gezinnen/${NOBODY}`, `/verwijzingen/${NOBODY}`, `/fonds/${NOBODY}`])('%s is not there, and the way back is', async (path) => {
    const { page, context } = await jelle();
    await page.goto(path);
    await sees(heading(page, 'Deze pagina is er niet'));
    await keep(page, 'fout-niet-gevonden');
    await page.getByRole('link', { name: 'Naar Vandaag' }).click();
    await sees(heading(page, 'Vandaag'));
    await context.close();
  });
});

async function toFirstFamily(page: Page, before: () => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Gezinnen' }).click();
  const family = await sees(page.getByRole('table').getByRole('link').first());
  await before();
  await family.click();
}

async function typeReminder(page: Page): Promise<void> {
  await page.getByLabel('Waar wil je aan denken?').fill('De school bellen');
  await page.getByLabel('Wanneer?').fill(`${inDays(30)}T10:30`);
}

async function signOutElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto('/berichten');
  await other.getByRole('button', { name: 'Uitloggen' }).click();
  await sees(heading(other, 'Je bent uitgelogd'));
  await other.close();
}

/** A saved canvas, open to change. */
async function aCanvas(page: Page): Promise<void> {
  await toFirstFamily(page);
  await page.getByRole('link', { name: 'Maak een doorbraak' }).click();
  await page.getByLabel('Hoe ziet het leven er over een jaar uit?').fill('Iedereen heeft een eigen bed.');
  await page.getByLabel('Wat staat in de weg?').fill('Het huis is te klein.');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await sees(heading(page, 'Doorbraak'));
}
