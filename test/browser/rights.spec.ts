import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { go } from './support/lists.js';
import { choose, heading, hears, sees, signedIn, unfold } from './support/person.js';
import { keep } from './support/screenshots.js';
import { allWrongOn } from './support/usable.js';

const LONG = 180_000;

/** Usable at a desk and on a phone, and kept to look at. */
async function fine(page: Page, name: string): Promise<void> {
  expect({ name, wrong: await allWrongOn(page) }).toEqual({ name, wrong: [] });
  await keep(page, `verzoeken-${name}`);
}

describeInBrowser('what a resident asks about their own data', (browser) => {
  it('is written down by the regisseur, looked through and answered by the privacy officer, and what is wrong is corrected', async () => {
    const jelle = await signedIn(browser(), 'Jelle Hoekstra');
    const { page } = jelle;
    await go(page, 'Gezinnen', 'Mijn gezinnen');
    await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click();
    await page.waitForURL(/\/gezinnen\/[0-9a-f-]{36}$/);
    const family = new URL(page.url()).pathname;
    const fold = await unfold(page, 'Verzoeken over gegevens');
    await fold.getByRole('link', { name: 'Leg een verzoek vast' }).click();
    await sees(heading(page, 'Verzoek vastleggen'));
    await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
    await sees(page.getByRole('alert').getByText('Kies wat er gevraagd wordt.'));
    await fine(page, 'vastleggen');
    await page.getByRole('group', { name: 'Over wie gaat het?' }).getByRole('radio').first().press('Space');
    await choose(page, 'radio', /^Inzage/);
    await choose(page, 'radio', 'De persoon zelf');
    await choose(page, 'radio', 'Ik ken deze persoon');
    await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
    await hears(page, 'Het verzoek is vastgelegd. De privacyfunctionaris krijgt een bericht.');
    const request = new URL(page.url()).pathname;
    await fine(page, 'regisseur');

    const karin = await signedIn(browser(), 'Karin Veenstra');
    await karin.page.goto('/privacy/verzoeken');
    await sees(heading(karin.page, 'Verzoeken van inwoners'));
    await sees(karin.page.getByText(/dagen? te laat$/).first());
    await fine(karin.page, 'lijst');
    await karin.page.goto(request);
    await sees(karin.page.getByText('Maak het overzicht, controleer de teksten en neem een besluit.'));
    await fine(karin.page, 'behandelen');
    await karin.page.getByRole('button', { name: 'Maak het overzicht' }).click();
    await sees(karin.page.getByText('Er staan teksten klaar om te controleren.'));
    for (const text of await karin.page.getByRole('radio', { name: 'Ja', exact: true }).all()) await text.press('Space');
    await choose(karin.page, 'checkbox', 'Ik heb elke tekst gecontroleerd op gegevens van anderen.');
    await fine(karin.page, 'teksten');
    await karin.page.getByRole('button', { name: 'Maak het bestand' }).click();
    const pdf = await sees(karin.page.getByRole('link', { name: 'Haal het op als PDF (om te lezen)' }));
    const saved = karin.page.waitForEvent('download');
    await pdf.click();
    expect((await saved).suggestedFilename()).toBe('gegevens.pdf');
    await choose(karin.page, 'radio', 'Toewijzen');
    await karin.page.getByLabel('Waarom?').fill('U heeft recht op inzage.');
    await karin.page.getByRole('button', { name: 'Neem een besluit' }).click();
    await hears(karin.page, 'Het besluit is vastgelegd.');
    await sees(karin.page.getByText('1 keer opgehaald.'));
    await fine(karin.page, 'klaar');
    await karin.page.getByLabel(/Wat is er gedaan/).fill('Op papier gegeven.');
    await karin.page.getByRole('button', { name: 'Rond het verzoek af' }).click();
    await hears(karin.page, 'Het verzoek is klaar.');
    await karin.page.getByRole('link', { name: 'Bekijk wat er in deze zaak is afgesproken' }).click();
    await sees(heading(karin.page, 'Intrekken voor een inwoner'));
    await sees(karin.page.getByText(/^(Gegevens delen|Hulp|Bij zaak)/).first());
    await fine(karin.page, 'intrekken');
    await karin.page.goto('/privacy/verzoeken/nieuw');
    await karin.page.getByLabel('Wat is het zaaknummer?').fill('2020-000000');
    await karin.page.getByRole('button', { name: 'Zoek de gezinsleden' }).click();
    await sees(karin.page.getByText('Dit zaaknummer kennen we niet in deze gemeente.'));
    await fine(karin.page, 'op-zaaknummer');

    await page.goto(`${family}/gegevens`);
    await sees(heading(page, 'Gegevens verbeteren'));
    await page.getByRole('radio').first().press('Space');
    await page.getByLabel(/^Telefoonnummer/).fill('06 11 22 33 44');
    await page.getByLabel('Waarom verbeter je dit?').fill('Nieuw nummer, zei de moeder.');
    await page.getByRole('button', { name: 'Bewaar de verbetering' }).click();
    await hears(page, 'De gegevens zijn verbeterd.');
    await sees(page.getByText(/^Telefoonnummer: .* werd 0611223344\./));
    await fine(page, 'verbeteren');
    expect([...jelle.faults, ...karin.faults]).toEqual([]);
  }, LONG);

  it('as a restriction stands on top of the family\'s page at once', async () => {
    const karin = await signedIn(browser(), 'Karin Veenstra');
    const jelle = await signedIn(browser(), 'Jelle Hoekstra');
    await go(jelle.page, 'Gezinnen', 'Mijn gezinnen');
    await jelle.page.getByRole('table').getByRole('rowheader').last().getByRole('link').click();
    await jelle.page.waitForURL(/\/gezinnen\/[0-9a-f-]{36}$/);
    const family = new URL(jelle.page.url()).pathname;
    await jelle.page.goto(`${family}/verzoek`);
    await jelle.page.getByRole('group', { name: 'Over wie gaat het?' }).getByRole('radio').first().press('Space');
    await choose(jelle.page, 'radio', /^Beperking/);
    await choose(jelle.page, 'radio', 'De persoon zelf');
    await choose(jelle.page, 'radio', 'Ik ken deze persoon');
    await jelle.page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
    await hears(jelle.page, 'Het verzoek is vastgelegd.');
    await karin.page.goto(new URL(jelle.page.url()).pathname);
    await choose(karin.page, 'radio', 'Toewijzen');
    await karin.page.getByLabel('Waarom?').fill('Zolang wij nakijken of het klopt.');
    await karin.page.getByRole('button', { name: 'Neem een besluit' }).click();
    await hears(karin.page, 'Het besluit is vastgelegd.');
    await jelle.page.goto(family);
    await sees(jelle.page.getByRole('heading', { name: /^De verwerking van gegevens van .* is beperkt\.$/ }));
    await fine(jelle.page, 'beperking');
    await fine(karin.page, 'beperking-officier');
  }, LONG);
});
