import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { textOfPdf } from '../support/pdf-text.js';
import { describeInBrowser } from './support/browser.js';
import { heading, hears, sees, signedIn, unfold } from './support/person.js';
import { keep } from './support/screenshots.js';
import { allWrongOn } from './support/usable.js';

const LONG = 180_000;

/** Usable at a desk and on a phone, and kept to look at. */
async function fine(page: Page, name: string): Promise<void> {
  expect({ name, wrong: await allWrongOn(page) }).toEqual({ name, wrong: [] });
  await keep(page, `logboek-${name}`);
}

describeInBrowser('who saw what', (browser) => {
  it('a resident reads who saw the own file, by function and organisation, and takes it along on paper', async () => {
    const { page, faults } = await signedIn(browser(), 'Anna Dijkstra');
    await sees(page.getByRole('heading', { name: 'Wie zag mijn dossier?' }));
    await sees(page.getByText('Jelle Hoekstra').first());
    // The worker makes the log within seconds of the seal.
    for (let tries = 0; tries < 20 && (await page.getByText('keek in het dossier').count()) === 0; tries += 1) {
      await page.waitForTimeout(1_000);
      await page.reload();
      await sees(page.getByRole('heading', { name: 'Wie zag mijn dossier?' }));
    }
    await sees(page.getByText('Regisseur van WIJ Groningen keek in het dossier, als regisseur van het gezin.').first());
    await fine(page, 'inwoner');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Bewaar als PDF' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('wie-zag-mijn-dossier.pdf');
    const text = textOfPdf(await readFile(await file.path()));
    expect(text).toContain('Anna Dijkstra');
    expect(text).not.toContain('Hoekstra');
    expect(faults).toEqual([]);
  }, LONG);

  it('the regisseur shows it to somebody without an account', async () => {
    const { page, faults } = await signedIn(browser(), 'Jelle Hoekstra');
    await page.goto('/gezinnen');
    await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('link', { name: 'Wie zag dit dossier?' }).click();
    await sees(heading(page, /^Wie zag het dossier van /));
    await sees(page.getByRole('link', { name: 'Bewaar als PDF' }));
    await fine(page, 'gezin');
    expect(faults).toEqual([]);
  }, LONG);

  it('the privacy officer narrows the log, goes on to the processing log, and keeps the register', async () => {
    const { page, faults } = await signedIn(browser(), 'Karin Veenstra');
    await page.goto('/privacy/logboek');
    await sees(heading(page, 'Logboek'));
    await page.getByLabel('Wat er gebeurde').selectOption({ label: 'Dossier gelezen' });
    await page.getByRole('button', { name: 'Toon', exact: true }).click();
    await page.waitForURL(/actie=household\.read/);
    await sees(page.getByRole('button', { name: /Verwerkingen$/ }).first());
    await fine(page, 'lijst');
    await page.getByRole('button', { name: /Verwerkingen$/ }).first().click();
    await sees(page.getByRole('heading', { name: 'Verwerkingen bij deze regel' }));
    await sees(page.getByText('Regie op de hulp aan een gezin').first());
    await fine(page, 'verwerkingen');
    await page.goto('/privacy/register');
    const line = await unfold(page, 'Regie op de hulp aan een gezin');
    await fine(page, 'register');
    await line.getByRole('button', { name: 'Wijzig' }).click();
    await page.getByLabel('Doel').fill('');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await sees(page.getByRole('alert').getByText('Vul dit in.'));
    await fine(page, 'register-wijzigen');
    await page.getByLabel('Doel').fill('Eén regisseur houdt het overzicht.');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await hears(page, 'De verwerking is bijgewerkt.');
    await sees(page.getByText('Eén regisseur houdt het overzicht.'));
    expect(faults).toEqual([]);
  }, LONG);
});
