import type { Page } from 'playwright-core';
import { choose } from './person.js';

/** From demo/aanmeldingen.csv, notification A26-11032: urgent, and waiting longest of all. */
export const SHARED = 'Kees Bakker';
export const PARTNER = 'Chantal';
export const CHILD = 'Jaimy';
export const POSTCODE = '9715';
export const MAIL = 'bakker@voorbeeld.nl';
export const QUESTION = 'Wilt u met het gezin de schulden op een rij zetten?';
export const REMINDER = 'Bellen hoe het eerste gesprek ging';

export const CANVAS: [question: string, answer: string][] = [
  ['Hoe ziet het leven er over een jaar uit?', 'Wij hebben rust. Ons kind gaat gewoon naar school.'],
  ['Wat staat in de weg?', 'Het huis is te duur, en voor een ander huis is geen geld voor de borg.'],
  ['Wat is er nodig?', 'Een kleiner huis in dezelfde wijk.'],
  ['Wat doet het gezin zelf?', 'Zij zoeken zelf mee en leggen elke maand 50 euro opzij.'],
  ['Wie doet wat?', 'De regisseur belt de corporatie. De Kredietbank maakt een regeling.'],
  ['Wie betaalt?', 'Het fonds betaalt de borg, het gezin de huur.'],
  ['1. Welk effect willen we bereiken?', 'Het gezin houdt een huis.'],
  ['2. Past dat bij de bedoeling van de wetten?', 'Ja: bestaanszekerheid.'],
  ['3. Wat doet het op de lange termijn?', 'Geen ontruiming en geen opvang.'],
  ['4. Hoe kan het binnen de wet?', 'Het past in de regels van het fonds.'],
  ['Waarom is dit eerlijk en uit te leggen?', 'Een ontruiming kost veel meer.'],
  ['Hoe doet het gezin zelf mee?', 'Zij maakten dit plan zelf.'],
  ['Wat levert het op?', 'Rust, en een kind dat naar school gaat.'],
  ['Doormodderen kost', '40.000,00'],
  ['Doorbreken kost', '3.500,00'],
];

export async function fillReferral(page: Page): Promise<void> {
  await page.getByLabel('Wie vraag je erbij?').selectOption({ label: await optionNamed(page, 'Groningse Kredietbank') });
  await page.getByLabel('Wat vraag je?').fill(QUESTION);
  await page.getByRole('group').getByText(SHARED).first().click();
  const hers = page.getByRole('group', { name: `Wat deel je van ${SHARED}?` });
  for (const category of ['Naam', 'Telefoon en e-mail']) await choose(hers, 'checkbox', category);
}

/** The options also say what an organisation does. */
const optionNamed = (page: Page, name: string): Promise<string> => page.getByRole('option', { name }).innerText();
