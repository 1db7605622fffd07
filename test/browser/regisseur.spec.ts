import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/browser.js';
import { choose, heading, hears, sees } from './support/person.js';
import { keep } from './support/screenshots.js';
import { aStory } from './support/story.js';
import { inDays } from './support/when.js';

const JELLE = 'Jelle Hoekstra';
const DISCUSSED = 'Thuis aan tafel gepraat. De post ligt al een maand ongeopend.';
const GOAL = 'Wij willen zonder angst de post openen.';
const ACTION = 'Samen alle post van deze maand openen';
const STUCK = 'De corporatie wil geen betalingsregeling.';

interface Family {
  id: string;
  name: string;
  caseNumber: string;
}

/** Somebody who waits and of whom nobody was asked yet, by what the list says of them: which families wait differs from start to start. */
const A_WAITING_FAMILY = `fetch('/v1/waiting-list?limit=50').then((answer) => answer.json()).then(({ items }) => {
  const one = items.findLast(({ state, proposedRegisseur, allowedActions }) => state === 'waiting-list' && !proposedRegisseur && allowedActions.includes('propose-regisseur'));
  return one && { id: one.householdId, name: one.name, caseNumber: one.caseNumber };
})`;

describeInBrowser('a regisseur and one family, from the first talk until they are stuck', (browser) => {
  const { as, leaves, step } = aStory(browser);
  let family: Family;

  const place = async (page: Page, tab: string, title: string): Promise<void> => {
    await page.getByRole('navigation', { name: 'Pagina’s van dit gezin' }).getByRole('link', { name: tab, exact: true }).click();
    await sees(heading(page, title));
  };

  /** As people do: the name in the field of the shell, and then the right one of the list. */
  const search = async (page: Page): Promise<void> => {
    const field = page.getByRole('search').getByLabel('Zoek een gezin');
    await field.fill(family.name.replace(/^Familie /, ''));
    await field.press('Enter');
    await sees(heading(page, 'Zoeken'));
    await page.getByRole('list', { name: 'Gevonden gezinnen' }).getByRole('listitem').filter({ hasText: family.caseNumber }).getByRole('link').click();
    await sees(heading(page, family.name));
  };

  step('is asked for a family that waits', async () => {
    const marieke = await as('Marieke Postma');
    const found = await marieke.evaluate<Family | undefined>(A_WAITING_FAMILY);
    if (!found) throw new Error('nobody waits in the demo');
    family = found;
    await marieke.goto(`/wachtlijst/${family.id}/regisseur`);
    await choose(marieke, 'radio', new RegExp(`^${JELLE}`));
    await marieke.getByRole('button', { name: 'Stel voor' }).click();
    await hears(marieke, 'Het voorstel is verstuurd.');
  });

  step('finds it from the search field of any page, and says yes', async () => {
    const jelle = await as(JELLE);
    await search(jelle);
    await jelle.getByRole('button', { name: 'Ik word regisseur' }).click();
    await hears(jelle, 'Je bent nu regisseur van dit gezin.');
  });

  step('writes a note of the first talk and closes the browser in the middle of it', async () => {
    const jelle = await as(JELLE);
    await place(jelle, 'Tijdlijn', 'Tijdlijn');
    await jelle.getByRole('heading', { name: 'Schrijf een verslag' }).click();
    await choose(jelle, 'radio', 'Huisbezoek');
    await jelle.getByRole('group', { name: 'Met wie van het gezin?' }).getByRole('checkbox').first().press('Space');
    await jelle.getByLabel('Wat is er besproken?').fill(DISCUSSED);
    await sees(jelle.getByText(/^Bewaard om .* Alleen jij ziet dit concept\.$/));
    await leaves(JELLE);
  });

  step('finds the note as it was, puts it in the dossier, and sees it among the contacts', async () => {
    const jelle = await as(JELLE);
    await search(jelle);
    await place(jelle, 'Tijdlijn', 'Tijdlijn');
    const text = await sees(jelle.getByLabel('Wat is er besproken?'));
    expect(await text.inputValue()).toBe(DISCUSSED);
    await keep(jelle, 'regisseur-concept');
    await jelle.getByRole('button', { name: 'Zet in het dossier' }).click();
    await hears(jelle, 'Het verslag staat in het dossier.');
    await jelle.getByRole('link', { name: 'Geld', exact: true }).click();
    await sees(jelle.getByText('Past er niets bij je keuze?'));
    await jelle.getByRole('link', { name: 'Contacten', exact: true }).click();
    await sees(jelle.getByRole('main').getByRole('listitem').filter({ hasText: DISCUSSED }));
    await keep(jelle, 'regisseur-tijdlijn');
  });

  step('begins a plan: one goal in the words of the family, and one action for it', async () => {
    const jelle = await as(JELLE);
    await place(jelle, 'Verloop', 'Hoe de hulp verloopt');
    await jelle.getByRole('button', { name: 'Begin met een plan' }).click();
    await hears(jelle, 'Opgeslagen.');
    await place(jelle, 'Plan', 'Gezinsplan');
    await jelle.getByRole('link', { name: 'Schrijf een doel op' }).click();
    await jelle.getByLabel('Wat wil het gezin?').fill(GOAL);
    await jelle.getByLabel('Bij welk leefgebied hoort dit doel?').selectOption({ label: 'Geldzaken' });
    await jelle.getByRole('button', { name: 'Bewaar het doel' }).click();
    await hears(jelle, 'Het doel is bewaard.');
    await jelle.getByRole('link', { name: /^Spreek een actie af ?: / }).click();
    await jelle.getByLabel('Wat gaat er gebeuren?').fill(ACTION);
    await choose(jelle, 'radio', 'Een collega');
    await jelle.getByLabel('Welke collega?').selectOption({ label: JELLE });
    await jelle.getByLabel('Wanneer is het klaar?').fill(inDays(14));
    await jelle.getByRole('button', { name: 'Bewaar de actie' }).click();
    await hears(jelle, 'De actie is bewaard.');
    await sees(jelle.getByRole('article', { name: GOAL }).getByText(ACTION, { exact: true }));
  });

  step('reads what help still lacks: a plan with a yes, and a basis', async () => {
    const jelle = await as(JELLE);
    await place(jelle, 'Verloop', 'Hoe de hulp verloopt');
    await sees(jelle.getByText('Er is nog geen plan waar het gezin ja op zei.'));
    await sees(jelle.getByText('Er is nog geen geldige grondslag.'));
    expect(await jelle.getByRole('button', { name: 'Start met het plan' }).count()).toBe(0);
    await keep(jelle, 'regisseur-wat-mist');
  });

  step('the family says yes, and has the plan on one page of paper', async () => {
    const jelle = await as(JELLE);
    await jelle.getByRole('link', { name: 'Naar het plan' }).click();
    await jelle.getByRole('link', { name: 'Leg vast dat het gezin ja zegt' }).click();
    await jelle.getByRole('group', { name: 'Wie zegt ja?' }).getByRole('checkbox').first().press('Space');
    await choose(jelle, 'radio', 'In een gesprek');
    await jelle.getByRole('button', { name: 'Leg het akkoord vast' }).click();
    await hears(jelle, 'Het akkoord is vastgelegd.');
    await sees(jelle.getByText(/^Versie 1: het gezin zei ja op/));
    await keep(jelle, 'regisseur-plan');
    const [download] = await Promise.all([jelle.waitForEvent('download'), jelle.getByRole('link', { name: 'Eén bladzijde voor het gezin (PDF)' }).click()]);
    expect((await readFile(await download.path(), 'latin1')).match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  step('records the basis that was missing, and help begins', async () => {
    const jelle = await as(JELLE);
    await place(jelle, 'Verloop', 'Hoe de hulp verloopt');
    await jelle.getByRole('link', { name: 'Leg een grondslag vast' }).click();
    await jelle.getByRole('group', { name: 'Over wie gaat het?' }).getByRole('radio').first().press('Space');
    await jelle.getByLabel('Met wie?').selectOption({ label: 'Groningse Kredietbank' });
    await choose(jelle, 'radio', /^Wettelijke taak \(Wgs art\. 8\)/);
    await choose(jelle, 'radio', 'Schulden op een rij zetten');
    await choose(jelle, 'checkbox', 'Naam');
    await choose(jelle, 'radio', 'Besproken in een gesprek');
    await jelle.getByRole('button', { name: 'Leg vast' }).click();
    await hears(jelle, 'De grondslag is vastgelegd.');
    await search(jelle);
    await place(jelle, 'Verloop', 'Hoe de hulp verloopt');
    await jelle.getByRole('button', { name: 'Start met het plan' }).click();
    await hears(jelle, 'Opgeslagen.');
    await sees(jelle.getByRole('listitem').filter({ hasText: 'Hulp (hier staat het gezin nu)' }));
    await keep(jelle, 'regisseur-hulp');
  });

  step('measures with the family how it goes, and sees it as a picture', async () => {
    const jelle = await as(JELLE);
    await place(jelle, 'Leefgebieden', 'Leefgebieden');
    await jelle.getByRole('link', { name: 'Nieuwe meting' }).click();
    for (const answer of ['Het hele gezin', 'Volgens het gezin', '0-meting']) await choose(jelle, 'radio', answer);
    await choose(jelle, 'checkbox', 'Geldzaken');
    await jelle.getByRole('group', { name: 'Geldzaken: hoe gaat het?' }).getByRole('radio').first().press('Space');
    await jelle.getByLabel('Geldzaken: waarom deze stap?').fill('De huur is twee maanden niet betaald.');
    await jelle.getByRole('button', { name: 'Leg vast' }).click();
    await hears(jelle, 'De meting is vastgelegd.');
    await sees(jelle.getByRole('img', { name: /^Geldzaken/ }));
    await keep(jelle, 'regisseur-leefgebieden');
  });

  step('sees what a move brings along before it comes in the plan', async () => {
    const jelle = await as(JELLE);
    await place(jelle, 'Gebeurtenissen', 'Gebeurtenissen');
    await jelle.getByRole('link', { name: 'Start een gebeurtenis' }).click();
    await choose(jelle, 'radio', /^Verhuizen/);
    await choose(jelle, 'radio', 'Het hele gezin');
    await jelle.getByLabel('Wanneer?').fill(inDays(42));
    await jelle.getByRole('button', { name: 'Bekijk de acties' }).click();
    await sees(heading(jelle, 'Dit komt in het plan'));
    const first = (await jelle.getByRole('main').getByRole('listitem').first().locator('span').first().innerText()).trim();
    await keep(jelle, 'regisseur-gebeurtenis');
    await jelle.getByRole('button', { name: 'Start en zet in het plan' }).click();
    await hears(jelle, 'De gebeurtenis is gestart. De acties staan in het plan.');
    await place(jelle, 'Plan', 'Gezinsplan');
    await sees(jelle.getByText(first, { exact: true }).first());
  });

  step('is stuck, and asks the team lead', async () => {
    const jelle = await as(JELLE);
    await place(jelle, 'Verloop', 'Hoe de hulp verloopt');
    await jelle.getByRole('link', { name: 'Schaal op' }).click();
    await jelle.getByRole('button', { name: 'Schaal op' }).click();
    await sees(jelle.getByRole('alert').getByText('Vertel waar je vastloopt.'));
    await jelle.getByLabel('Waar loop je vast?').fill(STUCK);
    await jelle.getByLabel('Wat is er al geprobeerd?').fill('Twee keer gebeld en een voorstel gestuurd.');
    await jelle.getByLabel('Wat vraag je van de teamleider?').fill('Wil jij met de corporatie praten?');
    await jelle.getByRole('button', { name: 'Schaal op' }).click();
    await hears(jelle, 'Opgeslagen.');
    await sees(jelle.getByText(STUCK));
    await keep(jelle, 'regisseur-opgeschaald');
  });
});
