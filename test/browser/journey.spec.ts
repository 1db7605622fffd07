import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { CANVAS, CHILD, fillReferral, MAIL, PARTNER, POSTCODE, QUESTION, REMINDER, SHARED } from './support/bakker.js';
import { describeInBrowser } from './support/browser.js';
import { factsOf, go, reservedAt, seesAfterReloading, urgencyAndDays } from './support/lists.js';
import { choose, heading, hears, sees, unfold } from './support/person.js';
import { keep } from './support/screenshots.js';
import { aStory } from './support/story.js';
import { theNearestMinute, inDays } from './support/when.js';

describeInBrowser('one family, all the way', (browser) => {
  const { as, step } = aStory(browser);
  let caseNumber = '';
  let familyPath = '';

  step('1. a case worker imports the intake export and sees what was and was not taken', async () => {
    const sanne = await as('Sanne Bakker');
    await go(sanne, 'Wachtlijst', 'Wachtlijst');
    await sanne.getByRole('link', { name: 'Aanmeldingen importeren' }).click();
    await sanne.getByLabel('CSV-bestand').setInputFiles('demo/aanmeldingen.csv');
    await choose(sanne, 'checkbox', /veiligheid gekeken/);
    await sanne.getByRole('button', { name: 'Importeer' }).click();
    await sees(heading(sanne, 'Resultaat van de import'));
    expect(await factsOf(sanne)).toMatchObject({ 'Regels in het bestand': '217', Overgenomen: '208', 'Nieuwe gezinnen': '60', 'Niet overgenomen': '9' });
    const refused = sanne.getByRole('table', { name: 'Niet overgenomen' });
    await sees(refused.getByRole('row', { name: /213.*Geboortedatum.*Deze datum bestaat niet/ }));
    await keep(sanne, '1-import');
  });

  step('1. the refused rows come back as a file to correct', async () => {
    const sanne = await as('Sanne Bakker');
    const [download] = await Promise.all([sanne.waitForEvent('download'), sanne.getByRole('link', { name: /^Download de regels/ }).click()]);
    const [header = '', ...rows] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(header).toMatch(/^\uFEFFAanmeldnummer;.*;Rijnummer;Kolom;Reden$/);
    expect(rows.length).toBeGreaterThanOrEqual(9);
  });

  step('1. the most urgent family that waits longest stands on top of the waiting list', async () => {
    const sanne = await as('Sanne Bakker');
    await sanne.getByRole('link', { name: 'Naar de wachtlijst' }).click();
    const rows = sanne.getByRole('table', { name: 'Wachtlijst' }).getByRole('row');
    await sees(rows.nth(1).filter({ hasText: 'Familie Bakker' }));
    const order = (await rows.allInnerTexts()).slice(1).map(urgencyAndDays);
    expect(order).toEqual([...order].sort(([a, m], [b, n]) => a - b || n - m));
    caseNumber = /\d{4}-\d{6}/.exec(await rows.nth(1).innerText())?.[0] ?? '';
    await keep(sanne, '1-wachtlijst');
  });

  step('2. the team lead proposes a regisseur', async () => {
    const marieke = await as('Marieke Postma');
    await keep(marieke, '2-vandaag-teamleider');
    await go(marieke, 'Wachtlijst', 'Wachtlijst');
    await marieke.getByRole('row', { name: caseNumber }).getByRole('link', { name: /^Kies een regisseur voor/ }).click();
    await choose(marieke, 'radio', /^Jelle Hoekstra/);
    await marieke.getByLabel(/^Toelichting voor de regisseur/).fill('Jij kent de school van Selwerd goed.');
    await keep(marieke, '2-regisseur-kiezen');
    await marieke.getByRole('button', { name: 'Stel voor' }).click();
    await hears(marieke, 'Het voorstel is verstuurd.');
    await sees(marieke.getByRole('row', { name: caseNumber }).getByText('Jelle Hoekstra'));
  });

  step('2. the regisseur finds the proposal on Vandaag and accepts', async () => {
    const jelle = await as('Jelle Hoekstra');
    await sees(heading(jelle, 'Vandaag'));
    await keep(jelle, '2-vandaag-regisseur');
    await jelle.getByRole('link', { name: /Familie Bakker/ }).first().click();
    await sees(jelle.getByText(caseNumber).first());
    await jelle.getByRole('button', { name: 'Ik word regisseur' }).click();
    await hears(jelle, 'Je bent nu regisseur van dit gezin.');
    await sees(jelle.getByText(/Regisseur: Jelle Hoekstra/));
    await keep(jelle, '2-gezin');
  });

  step('3. a referral without a covering basis is refused, and says what is missing', async () => {
    const jelle = await as('Jelle Hoekstra');
    await jelle.getByRole('link', { name: 'Verwijs warm door' }).click();
    await fillReferral(jelle);
    await sees(jelle.getByRole('heading', { name: 'Dit mag nog niet' }));
    await jelle.getByRole('button', { name: 'Verstuur de verwijzing' }).click();
    const problem = jelle.getByRole('alert');
    await sees(problem);
    expect(await problem.innerText()).toContain(`de naam van ${SHARED}`);
    await keep(jelle, '3-grondslag-mist');
  });

  step('3. the regisseur records why data may be shared, and finds the referral as it was typed', async () => {
    const jelle = await as('Jelle Hoekstra');
    await jelle.getByRole('link', { name: 'Leg hiervoor een grondslag vast' }).click();
    await sees(heading(jelle, 'Leg een grondslag vast'));
    await choose(jelle, 'radio', new RegExp(`^${SHARED}`));
    await choose(jelle, 'radio', /^Wettelijke taak \(Wgs art\. 8\)/);
    await choose(jelle, 'radio', 'Schulden op een rij zetten');
    await jelle.getByLabel(/^Waarvoor precies/).fill('De Kredietbank kan het gezin bellen.');
    for (const category of ['Naam', 'Telefoon en e-mail']) await choose(jelle, 'checkbox', category);
    await choose(jelle, 'radio', 'Besproken in een gesprek');
    await keep(jelle, '3-grondslag');
    await jelle.getByRole('button', { name: 'Leg vast' }).click();
    await sees(heading(jelle, 'Verwijs warm door'));
    expect(await jelle.getByLabel('Wat vraag je?').inputValue()).toBe(QUESTION);
  });

  step('3. now the warm referral goes out', async () => {
    const jelle = await as('Jelle Hoekstra');
    await sees(jelle.getByRole('region', { name: 'Dit ziet de ontvanger' }).getByText(SHARED).first());
    await keep(jelle, '3-verwijzing');
    await jelle.getByRole('button', { name: 'Verstuur de verwijzing' }).click();
    await hears(jelle, 'De verwijzing is verstuurd.');
    await sees(jelle.getByText('Wacht op antwoord').first());
    await keep(jelle, '3-verwijzing-verstuurd');
  });

  step('4. the credit bank sees that referral, and of the family only what was shared', async () => {
    const yara = await as('Yara de Wit');
    await keep(yara, '4-vandaag-partner');
    await go(yara, 'Verwijzingen', 'Verwijzingen');
    await keep(yara, '4-verwijzingen');
    await yara.getByRole('link', { name: QUESTION }).click();
    await sees(yara.getByRole('heading', { name: SHARED }));
    await sees(yara.getByRole('link', { name: MAIL }));
    await keep(yara, '4-verwijzing-partner');
    const everything = await yara.content();
    for (const hidden of [CHILD, PARTNER, POSTCODE, 'Selwerd', '999913967']) expect(everything).not.toContain(hidden);
  });

  step('4. the credit bank accepts, records the first contact and reports back', async () => {
    const yara = await as('Yara de Wit');
    await yara.getByLabel(/^Bericht aan de regisseur/).fill('Ik bel deze week.');
    await yara.getByRole('button', { name: 'Neem aan' }).click();
    await hears(yara, 'Je hebt de verwijzing aangenomen.');
    await choose(yara, 'radio', 'Telefoon');
    await yara.getByLabel('Wat is er afgesproken?').fill('We maken woensdag samen een lijst van alle schulden.');
    await yara.getByRole('button', { name: 'Leg het eerste contact vast' }).click();
    await hears(yara, 'Het eerste contact is vastgelegd.');
    const feedback = await unfold(yara, 'Geef terugkoppeling');
    await feedback.getByLabel('Hoe gaat het?').fill('Mevrouw wil graag verder. Er is een betalingsregeling.');
    await feedback.getByRole('button', { name: 'Geef terugkoppeling' }).click();
    await hears(yara, 'De regisseur krijgt jouw terugkoppeling.');
    await keep(yara, '4-terugkoppeling');
  });

  step('4. the regisseur reads it', async () => {
    const jelle = await as('Jelle Hoekstra');
    await jelle.reload();
    await sees(jelle.getByText(/Er is een betalingsregeling/));
    await sees(jelle.getByText('Contact gelegd').first());
    await keep(jelle, '4-verwijzing-regisseur');
    await openFamily(jelle);
  });

  step('7. the regisseur sets a reminder for the nearest moment there is', async () => {
    const jelle = await as('Jelle Hoekstra');
    await jelle.getByRole('link', { name: 'Zet een herinnering' }).click();
    await jelle.getByLabel('Waar wil je aan denken?').fill(REMINDER);
    await keep(jelle, '7-herinnering');
    await jelle.getByLabel('Wanneer?').fill(theNearestMinute());
    await jelle.getByRole('button', { name: 'Zet de herinnering' }).click();
    await hears(jelle, 'De herinnering staat.');
    await unfold(jelle, 'Herinneringen');
    await sees(jelle.getByText(REMINDER).first());
    await keep(jelle, '7-gezin-met-herinnering');
  });

  step('5. the regisseur makes a Doorbraak canvas', async () => {
    const jelle = await as('Jelle Hoekstra');
    await jelle.getByRole('link', { name: 'Maak een doorbraak' }).click();
    for (const [question, answer] of CANVAS) await jelle.getByLabel(question).fill(answer);
    await jelle.getByLabel('Wanneer kijken we of het werkt?').fill(inDays(180));
    await sees(jelle.getByText(/minder dan doormodderen/));
    await keep(jelle, '5-doorbraak');
    await jelle.getByRole('button', { name: 'Bewaar' }).click();
    await hears(jelle, 'De doorbraak is bewaard.');
  });

  step('5. the regisseur asks the fund for money', async () => {
    const jelle = await as('Jelle Hoekstra');
    await openFamily(jelle);
    await jelle.getByRole('link', { name: 'Vraag geld aan bij het fonds' }).click();
    await choose(jelle, 'radio', 'Wonen');
    await jelle.getByLabel('Hoeveel is er nodig?').fill('3.500,00');
    await jelle.getByLabel('Wat gaat er met het geld gebeuren?').fill('De borg en de eerste maand huur van een kleiner huis.');
    await jelle.getByLabel('Waarom betaalt geen andere regeling dit?').fill('De bijzondere bijstand betaalt geen borg bij een inkomen boven 120 procent.');
    await keep(jelle, '5-fondsaanvraag');
    await jelle.getByRole('button', { name: 'Maak de aanvraag' }).click();
    await hears(jelle, 'De aanvraag staat klaar als concept. Dien hem nu in.');
    await jelle.getByRole('main').getByRole('button', { name: 'Dien in' }).click();
    await hears(jelle, 'De aanvraag is ingediend.');
    await keep(jelle, '5-ingediend');
  });

  step('6. the fund secretary checks completeness and puts it on the agenda', async () => {
    const ilse = await as('Ilse Mulder');
    await keep(ilse, '6-vandaag-secretaris');
    await openRequest(ilse);
    await choose(ilse, 'radio', 'Ja, de aanvraag is compleet');
    await ilse.getByRole('button', { name: 'Leg vast' }).click();
    await hears(ilse, 'De controle is vastgelegd.');
    await ilse.getByLabel('Wanneer vergadert de commissie?').fill(inDays(7));
    await keep(ilse, '6-secretaris');
    await ilse.getByRole('button', { name: 'Zet op de agenda' }).click();
    await hears(ilse, 'De aanvraag staat op de agenda.');
  });

  for (const member of ['Farid Amrani', 'Aukje Wolters']) step(`6. ${member} advises without knowing who the family is`, async () => {
    const page = await as(member);
    await openRequest(page);
    await unfold(page, 'De doorbraak');
    const everything = await page.content();
    for (const name of [CHILD, PARTNER, 'Bakker', POSTCODE]) expect(everything).not.toContain(name);
    await choose(page, 'radio', 'Toekennen');
    await page.getByLabel('Waarom?', { exact: true }).fill('Met een kleiner huis houdt het gezin elke maand geld over.');
    await keep(page, `6-advies-${member.split(' ')[0]?.toLowerCase()}`);
    await page.getByRole('button', { name: 'Geef advies' }).click();
    await hears(page, 'Je advies is vastgelegd.');
  });

  step('6. the decision maker grants it with reasons, and the fund has reserved that amount', async () => {
    const hanneke = await as('Hanneke Smit');
    const before = await reservedAt(hanneke);
    await openRequest(hanneke);
    await choose(hanneke, 'radio', 'Toekennen');
    await hanneke.getByLabel('Motivering').fill('Met een betaalbaar huis kan het gezin de schulden aflossen.');
    await keep(hanneke, '6-besluit');
    await hanneke.getByRole('button', { name: 'Besluit', exact: true }).click();
    await hears(hanneke, 'Het besluit is genomen.');
    await sees(hanneke.getByRole('heading', { name: 'Besluit: toegekend' }));
    await keep(hanneke, '6-besloten');
    expect(await reservedAt(hanneke)).toBe(before + 3_500);
    await keep(hanneke, '6-fonds');
  });

  step('7. the reminder fires, and stands beside the message of the system about a referral that nobody answered', async () => {
    const jelle = await as('Jelle Hoekstra');
    const messages = jelle.getByRole('main').getByRole('list').last();
    const fired = messages.getByRole('link', { name: /herinnering/ }).and(jelle.locator(`[href="${familyPath}"]`));
    await seesAfterReloading(jelle, '/berichten', fired, 75_000);
    await sees(messages.getByText('Een verwijzing heeft te lang geen antwoord.').first());
    await keep(jelle, '7-berichten');
    await fired.click();
    await sees(heading(jelle, 'Familie Bakker'));
  }, 90_000);

  /** The page of the family, from anywhere. */
  async function openFamily(page: Page): Promise<void> {
    await go(page, 'Gezinnen', 'Mijn gezinnen');
    await page.getByRole('row', { name: caseNumber }).getByRole('link').click();
    await sees(heading(page, 'Familie Bakker'));
    familyPath = new URL(page.url()).pathname;
  }

  async function openRequest(page: Page): Promise<void> {
    await go(page, 'Fonds', 'Fonds');
    await page.getByRole('row', { name: /3\.500/ }).filter({ hasText: caseNumber }).getByRole('link').click();
    await sees(page.getByRole('heading', { name: 'Volgende stap' }));
  }
});
