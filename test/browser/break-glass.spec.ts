import { expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { go } from './support/lists.js';
import { choose, heading, hears, sees, signedIn } from './support/person.js';
import { keep } from './support/screenshots.js';
import { allWrongOn } from './support/usable.js';

const LONG = 120_000;
const NUMBER = /\d{4}-\d{6}/;

/** A family of Jelle, as its number and its address. */
async function aFamilyOfJelle(browser: Browser): Promise<{ number: string; path: string }> {
  const { page, context } = await signedIn(browser, 'Jelle Hoekstra');
  await go(page, 'Gezinnen', 'Mijn gezinnen');
  await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click();
  await page.waitForURL(/\/gezinnen\/[0-9a-f-]{36}/);
  const number = NUMBER.exec((await (await sees(page.getByText(NUMBER).first())).textContent()) ?? '')?.[0] ?? '';
  const path = new URL(page.url()).pathname;
  await context.close();
  return { number, path };
}

async function ask(page: Page, number: string): Promise<void> {
  await page.getByLabel('Wat is het zaaknummer?').fill(number);
  await page.getByLabel('Waarom moet je nu in dit dossier?').fill('De crisisdienst belt. De regisseur is vrij.');
  await page.getByRole('button', { name: 'Open het dossier' }).click();
}

describeInBrowser('in an emergency', (browser) => {
  it('somebody else opens the dossier for an hour, sees that all the time, leaves a word and closes it; the privacy officer judges', async () => {
    const { number, path } = await aFamilyOfJelle(browser());
    const lars = await signedIn(browser(), 'Lars Feenstra');
    const { page } = lars;
    await page.goto(path);
    await sees(page.getByText('Dit gezin bestaat niet, of je mag het niet zien.'));
    await keep(page, 'noodtoegang-404');
    await page.getByRole('main').getByRole('link', { name: 'Vraag noodtoegang' }).click();
    await sees(heading(page, 'Noodtoegang'));
    await page.getByRole('button', { name: 'Open het dossier' }).click();
    await sees(page.getByRole('alert').getByText('Vul het zaaknummer in.'));
    await ask(page, '2020-000000');
    await sees(page.getByRole('alert').getByText('In jouw gemeente is geen gezin met dit nummer.'));
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'noodtoegang-vragen');
    await ask(page, number);
    await hears(page, 'Het dossier is een uur open.');
    const banner = page.getByRole('region', { name: 'Je bent hier met noodtoegang' });
    await sees(banner.getByText(/^Nog (60|59) minuten$/));
    await sees(page.getByRole('heading', { name: 'Gezinsleden en adres' }));
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'noodtoegang-dossier');
    for (const action of ['Verwijs warm door', 'Leg een grondslag vast', 'Zet een herinnering', 'Maak een doorbraak']) expect(await page.getByRole('link', { name: action }).count()).toBe(0);
    // It stays in sight, also below.
    await page.mouse.wheel(0, 4000);
    const box = await banner.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)).toBe(true);
    await banner.getByRole('button', { name: 'Sluit noodtoegang' }).click();
    await banner.getByLabel(/Wat moet de regisseur weten/).fill('De crisisdienst is langs geweest.');
    expect(await allWrongOn(page)).toEqual([]);
    await banner.getByRole('button', { name: 'Sluit noodtoegang' }).click();
    await hears(page, 'De noodtoegang is gesloten.');
    await page.goto(path);
    await sees(page.getByText('Dit gezin bestaat niet, of je mag het niet zien.'));
    expect(lars.faults).toEqual([]);
    await lars.context.close();
    await judge(browser(), number);
  }, LONG);

  async function judge(browser_: Browser, number: string): Promise<void> {
    const { page, context, faults } = await signedIn(browser_, 'Karin Veenstra');
    await go(page, 'Privacy', 'Privacy');
    await page.getByRole('main').getByRole('link', { name: 'Noodtoegang' }).click();
    await sees(heading(page, 'Noodtoegang nakijken'));
    await page.getByRole('link', { name: 'Wacht op nakijken' }).click();
    const row = page.getByRole('row').filter({ hasText: number }).filter({ hasText: 'Lars Feenstra' }).first();
    await sees(row);
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'noodtoegang-lijst');
    await row.getByRole('link').click();
    await sees(heading(page, `Noodtoegang bij ${number}`));
    await choose(page, 'radio', /^Ja, dit was terecht/);
    await page.getByLabel('Wat heb je nagekeken?').fill('De crisisdienst bevestigt het.');
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'noodtoegang-nakijken');
    await page.getByRole('button', { name: 'Leg de uitkomst vast' }).click();
    await hears(page, 'De uitkomst is vastgelegd.');
    await sees(page.getByText('Terecht', { exact: true }).first());
    expect(faults).toEqual([]);
    await context.close();
  }

  it('a partner finds no way to ask', async () => {
    const { page, context } = await signedIn(browser(), 'Yara de Wit');
    await page.goto('/noodtoegang');
    await ask(page, '2026-000001');
    await sees(page.getByRole('alert'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Noodtoegang');
    await context.close();
  });
});

describeInBrowser('who is away for a while', (browser) => {
  it('a regisseur lets a colleague stand in, who has the families on that day, and takes it back', async () => {
    const { page, context, faults } = await signedIn(browser(), 'Jelle Hoekstra');
    await go(page, 'Gezinnen', 'Mijn gezinnen');
    await page.getByRole('link', { name: 'Regel waarneming' }).click();
    await sees(heading(page, 'Waarneming'));
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await sees(page.getByRole('alert').getByText('Kies wie waarneemt.'));
    await page.getByLabel('Wie neemt waar?').selectOption({ label: 'Lars Feenstra (WIJ Zuid)' });
    await page.getByLabel('Eerste dag').fill('2027-03-01');
    await page.getByLabel('Laatste dag').fill('2027-03-12');
    expect(await allWrongOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await hears(page, 'De waarneming is vastgelegd.');
    const line = page.getByRole('listitem').filter({ hasText: 'Lars Feenstra neemt waar voor Jelle Hoekstra' });
    await sees(line);
    await keep(page, 'waarneming');
    await line.getByRole('button', { name: 'Stop de waarneming' }).click();
    await hears(page, 'De waarneming is gestopt.');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describeInBrowser('who leads the team', (browser) => {
  it('finds where the regie of a family in its intake can be ended, and what that means', async () => {
    const { page, context, faults } = await signedIn(browser(), 'Marieke Postma');
    await page.goto('/gezinnen?status=intake');
    await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('link', { name: 'Stop de regie' }).click();
    await sees(heading(page, 'De regie stoppen'));
    await page.getByRole('button', { name: 'Stop de regie' }).click();
    await sees(page.getByRole('alert').getByText('Vertel kort waarom de regie stopt.'));
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'regie-stoppen');
    await page.goto('/waarneming');
    await sees(page.getByLabel('Wie is er niet?'));
    expect(await allWrongOn(page)).toEqual([]);
    await page.goto('/privacy/noodtoegang');
    await sees(heading(page, 'Noodtoegang nakijken'));
    await sees(page.getByRole('row').filter({ hasText: 'Sanne Bakker' }).first());
    expect(await allWrongOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
