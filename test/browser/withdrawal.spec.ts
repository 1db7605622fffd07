import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { go } from './support/lists.js';
import { choose, heading, hears, sees, signedIn } from './support/person.js';
import { keep } from './support/screenshots.js';
import { allWrongOn } from './support/usable.js';
import { settled, unfoldAll } from './support/walk.js';

const LONG = 180_000;
/** The screen asks every 15 seconds whether it still may show what it shows. */
const WITHIN_MS = 25_000;

interface Family {
  readonly path: string;
  readonly mother: string;
  readonly phone: string;
}

/** A family of Jelle of which somebody can be called and Humanitas sees nothing of them yet. */
async function aFamilyOfJelle(page: Page): Promise<Family> {
  await go(page, 'Gezinnen', 'Mijn gezinnen');
  const found = await page.evaluate<Family | undefined>(FREE_FAMILY);
  if (!found) throw new Error('no such family in the demo');
  return found;
}

const FREE_FAMILY = `(async () => {
  const read = (path) => fetch(path).then((answer) => answer.json());
  for (const { id } of (await read('/v1/households?limit=50')).items) {
    const { members, legalBases, allowedActions } = await read('/v1/households/' + id);
    const free = members.find((one) => one.phone && !legalBases.some(({ memberId, toOrganisation }) => memberId === one.id && toOrganisation.name === 'Humanitas'));
    if (free && allowedActions.includes('send-referral')) return { path: '/gezinnen/' + id, mother: free.name, phone: free.phone };
  }
})()`;

async function recordConsent(page: Page, { path, mother }: Family): Promise<void> {
  await page.goto(`${path}/grondslag`);
  await choose(page, 'radio', new RegExp(`^${mother}`));
  await page.getByLabel('Met wie?').selectOption({ label: 'Humanitas' });
  await choose(page, 'radio', /^Toestemming \(AVG/);
  await page.getByLabel('Wat gebeurt er als de inwoner nee zegt?').fill('Dan gaat de andere hulp gewoon door.');
  await choose(page, 'checkbox', `${mother} heeft zelf ja gezegd`);
  await page.getByLabel('Waarvoor is het nodig?').fill('Thuis helpen met de administratie');
  for (const category of ['Naam', 'Telefoon en e-mail']) await choose(page, 'checkbox', category);
  await choose(page, 'radio', 'Ondertekend formulier');
  expect(await allWrongOn(page)).toEqual([]);
  await keep(page, 'toestemming-vastleggen');
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await hears(page, 'De grondslag is vastgelegd.');
}

async function refer(page: Page, { path, mother }: Family): Promise<void> {
  await page.goto(`${path}/verwijzing`);
  await page.getByLabel('Wie vraag je erbij?').selectOption({ label: await page.getByRole('option', { name: 'Humanitas' }).innerText() });
  await page.getByLabel('Wat vraag je?').fill('Willen jullie thuis helpen met de post?');
  await page.getByRole('group').getByText(mother).first().click();
  const shares = page.getByRole('group', { name: `Wat deel je van ${mother}?` });
  for (const category of ['Naam', 'Telefoon en e-mail']) await choose(shares, 'checkbox', category);
  await page.getByRole('button', { name: 'Verstuur de verwijzing' }).click();
  await hears(page, 'De verwijzing is verstuurd.');
}

describeInBrowser('a resident takes consent back', (browser) => {
  it('while the partner is looking: the regisseur sees the consequence first, and the data leave the partner\'s screen without a click', async () => {
    const [jelle, tom] = [await signedIn(browser(), 'Jelle Hoekstra'), await signedIn(browser(), 'Tom Visser')];
    const family = await aFamilyOfJelle(jelle.page);
    await recordConsent(jelle.page, family);
    await refer(jelle.page, family);

    await go(tom.page, 'Verwijzingen', 'Verwijzingen');
    // The newest on top: the one that was sent a moment ago.
    const [{ id }] = await tom.page.evaluate<[{ id: string }]>(`fetch('/v1/referrals?box=received&limit=1').then((answer) => answer.json()).then(({ items }) => items)`);
    await tom.page.locator(`a[href="/verwijzingen/${id}"]`).first().click();
    const main = tom.page.getByRole('main');
    await sees(main.getByText(family.mother).first());
    await sees(main.getByText(family.phone).first());
    await keep(tom.page, 'intrekken-partner-voor');

    await jelle.page.goto(`${family.path}/toestemming`);
    await sees(heading(jelle.page, 'Afspraken en toestemming'));
    expect(await allWrongOn(jelle.page)).toEqual([]);
    await keep(jelle.page, 'afspraken');
    await jelle.page.getByRole('link', { name: new RegExp(`^Trek in ?: Humanitas, ${family.mother}`) }).first().click();
    await sees(jelle.page.getByText(/^Dit stopt: verwijzing naar Humanitas \(gevraagd\)/));
    await sees(jelle.page.getByRole('heading', { name: 'Wat je daarna doet' }));
    expect(await allWrongOn(jelle.page)).toEqual([]);
    await keep(jelle.page, 'intrekken-gevolg');
    await jelle.page.getByRole('button', { name: 'Trek nu in' }).click();
    await sees(heading(jelle.page, 'De grondslag is ingetrokken'));
    await sees(jelle.page.getByText(/bel de partner dat de verwijzing is gestopt/));
    await keep(jelle.page, 'intrekken-daarna');

    await main.getByText(family.phone).first().waitFor({ state: 'detached', timeout: WITHIN_MS });
    await sees(main.getByText('Er is nu niets gedeeld.'));
    expect(await main.innerText()).not.toContain(family.mother);
    await keep(tom.page, 'intrekken-partner-na');

    await jelle.page.goto(`${family.path}/toestemming`);
    // Others in the family may have something of earlier too.
    await settled(jelle.page);
    await unfoldAll(jelle.page);
    await jelle.page.getByRole('link', { name: new RegExp(`^Vraag opnieuw ?: Humanitas, ${family.mother}`) }).first().click();
    await sees(heading(jelle.page, 'Opnieuw vastleggen'));
    await jelle.page.getByLabel('Wat gebeurt er als de inwoner nee zegt?').fill('Dan gaat de andere hulp gewoon door.');
    await choose(jelle.page, 'checkbox', `${family.mother} heeft zelf ja gezegd`);
    await choose(jelle.page, 'radio', 'Besproken in een gesprek');
    expect(await allWrongOn(jelle.page)).toEqual([]);
    await keep(jelle.page, 'opnieuw-vastleggen');
    await jelle.page.getByRole('button', { name: 'Leg vast' }).click();
    await hears(jelle.page, 'De nieuwe grondslag geldt.');
    expect([jelle.faults, tom.faults]).toEqual([[], []]);
  }, LONG);

  it('the two other records are recorded and taken back on their own', async () => {
    const { page, faults } = await signedIn(browser(), 'Jelle Hoekstra');
    const { path, mother } = await aFamilyOfJelle(page);
    await page.goto(`${path}/toestemming`);
    await page.getByRole('region', { name: mother }).getByRole('link', { name: 'Leg vast welke hulp iemand wil' }).click();
    await page.getByLabel('Om welke hulp gaat het?').fill('Samen de post openen');
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await sees(page.getByRole('alert').getByText('Vul in wie ja heeft gezegd.'));
    await choose(page, 'checkbox', `${mother} heeft zelf ja gezegd`);
    await choose(page, 'radio', 'Gesprek');
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'hulp-afspreken');
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await hears(page, 'De afspraak over hulp is vastgelegd.');
    await page.getByRole('region', { name: mother }).getByRole('link', { name: 'Leg een ja tegen het beroepsgeheim vast' }).click();
    await page.getByLabel('Wie mag iets vertellen?').fill('huisarts');
    await page.getByLabel('Waar werkt deze persoon?').fill('Praktijk De Linde');
    await page.getByLabel('Wie mag het horen?').selectOption({ label: 'Humanitas' });
    await choose(page, 'checkbox', 'Gezondheid');
    await page.getByLabel('Waarvoor is dat nodig?').fill('Rekening houden met de behandeling');
    await choose(page, 'checkbox', `${mother} heeft zelf ja gezegd`);
    await choose(page, 'radio', 'Brief');
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'beroepsgeheim');
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await hears(page, 'Het ja is vastgelegd.');
    await page.getByRole('button', { name: /^Trek in ?: huisarts/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click();
    await hears(page, 'De afspraak is ingetrokken.');
    await keep(page, 'afspraken-drie');
    expect(faults).toEqual([]);
  }, LONG);

  it('the privacy officer sees the catalogue and switches the Wams on, with the reason', async () => {
    const { page, faults } = await signedIn(browser(), 'Karin Veenstra');
    await page.goto('/privacy/grondslagen');
    await sees(heading(page, 'Grondslagen'));
    await page.getByRole('heading', { name: 'Zet een grondslag aan of uit' }).click();
    await page.getByLabel('Welke grondslag?').selectOption({ index: await wams(page) });
    await choose(page, 'radio', 'Zet aan');
    await page.getByLabel('Waarom?').fill('Het college heeft besloten.');
    expect(await allWrongOn(page)).toEqual([]);
    await keep(page, 'grondslagen');
    await page.getByRole('button', { name: 'Sla op' }).click();
    await hears(page, 'Opgeslagen.');
    await sees(page.getByText('Laatst gewijzigd door Karin Veenstra: Het college heeft besloten.'));
    expect(faults).toEqual([]);
  }, LONG);
});

/** Where it stands in the list of choices. */
async function wams(page: Page): Promise<number> {
  const options = await page.getByLabel('Welke grondslag?').locator('option').allTextContents();
  return options.findIndex((option) => option.includes('(Wams)'));
}
