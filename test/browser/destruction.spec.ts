import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from './support/browser.js';
import { heading, hears, type Person, sees, signedIn, unfold } from './support/person.js';
import { keep } from './support/screenshots.js';
import { allWrongOn } from './support/usable.js';

const LONG = 90_000;

describeInBrowser('the privacy officer destroys what may go', (browser) => {
  let karin: Person;
  beforeAll(async () => {
    karin = await signedIn(browser(), 'Karin Veenstra');
  }, LONG);
  afterAll(() => karin?.context.close());

  it('the desk says that a list waits, and the list has numbers and days but no names', async () => {
    const { page } = karin;
    await page.goto('/privacy');
    await page.getByRole('link', { name: 'Vernietigen' }).click();
    await sees(heading(page, 'Vernietigen'));
    await keep(page, 'destruction-lists');
    expect(await allWrongOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Lijst 2' }).click();
    await sees(heading(page, 'Lijst 2'));
    await sees(page.getByText('2013-000412'));
    await keep(page, 'destruction-list');
    expect(await allWrongOn(page)).toEqual([]);
  }, LONG);

  it('keeps one record with a reason, puts it back and keeps it again', async () => {
    const { page } = karin;
    await page.getByRole('button', { name: 'Dossier 2014-000087 vasthouden' }).click();
    await page.getByRole('button', { name: 'Dossier 2014-000087 vasthouden' }).click();
    await sees(page.getByRole('alert').filter({ hasText: 'Schrijf op waarom.' }));
    expect(await allWrongOn(page)).toEqual([]);
    await page.getByLabel('Waarom is dit nog nodig?').fill('Er is misschien jeugdhulp geweest.');
    await page.getByRole('button', { name: 'Dossier 2014-000087 vasthouden' }).click();
    await hears(page, 'Het dossier blijft bewaard.');
    await page.getByRole('button', { name: 'Dossier 2014-000087 terug op de lijst' }).click();
    await hears(page, 'Het dossier staat weer op de lijst.');
    await page.getByRole('button', { name: 'Dossier 2014-000087 vasthouden' }).click();
    await page.getByLabel('Waarom is dit nog nodig?').fill('Er is jeugdhulp geweest.');
    await page.getByRole('button', { name: 'Dossier 2014-000087 vasthouden' }).click();
    await sees(page.getByText('Vastgehouden door Karin Veenstra'));
  }, LONG);

  it('agrees after a question that says what it means, and sees it being carried out', async () => {
    const { page } = karin;
    await page.getByRole('button', { name: 'Akkoord geven' }).click();
    const dialog = page.getByRole('dialog', { name: '2 dossiers vernietigen?' });
    await sees(dialog.getByText('Dit kan niet ongedaan worden gemaakt.', { exact: false }));
    expect(await allWrongOn(page)).toEqual([]);
    // Who hesitates is back where they were, with nothing done.
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Akkoord geven' }).click();
    await dialog.getByRole('button', { name: 'Ja, vernietigen' }).click();
    await hears(page, 'Akkoord is gegeven.');
    await sees(page.getByText('Klaar. Bewaar de verklaring', { exact: false }));
    expect(await page.getByRole('cell').filter({ hasText: 'vernietigd' }).count()).toBe(2);
    await keep(page, 'destruction-list-done');
    expect(await allWrongOn(page)).toEqual([]);
  }, LONG);

  it('takes out the declaration, as a PDF and as a table', async () => {
    const { page } = karin;
    for (const [name, file] of [['Verklaring downloaden (PDF)', 'verklaring-van-vernietiging.pdf'], ['Lijst downloaden (CSV)', 'verklaring-van-vernietiging.csv']] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      expect(download.suggestedFilename()).toBe(file);
    }
  }, LONG);

  it('holds a record by its number, and changes a term', async () => {
    const { page } = karin;
    await page.goto('/privacy/vernietiging/vastgezet');
    const place = await unfold(page, 'Een dossier vastzetten');
    await place.getByLabel('Zaaknummer').fill('1999-000001');
    await place.getByLabel('Wat loopt er?').selectOption('objection');
    await place.getByLabel('Waarom is het dossier nog nodig?').fill('Er loopt een bezwaar.');
    await place.getByRole('button', { name: 'Vastzetten' }).click();
    await sees(page.getByRole('alert').filter({ hasText: 'Dit zaaknummer bestaat niet in deze gemeente.' }));
    await keep(page, 'legal-holds');
    expect(await allWrongOn(page)).toEqual([]);
    await page.goto('/privacy/bewaartermijnen');
    const change = await unfold(page, 'Een termijn wijzigen');
    await change.getByLabel('Welke termijn wil je wijzigen?').selectOption('wmo');
    await change.getByLabel('Hoeveel').fill('20');
    await change.getByRole('radio', { name: 'jaar' }).focus();
    await page.keyboard.press('Space');
    await change.getByRole('button', { name: 'Termijn opslaan' }).click();
    await hears(page, 'De termijn is opgeslagen.');
    await sees(page.getByText('Gewijzigd door Karin Veenstra', { exact: false }));
    await keep(page, 'retention-rules');
    expect(await allWrongOn(page)).toEqual([]);
    expect(karin.faults).toEqual([]);
  }, LONG);
});
