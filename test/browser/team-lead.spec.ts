import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asked, itemsOf } from './support/asked.js';
import { describeInBrowser } from './support/browser.js';
import { factsOf, go } from './support/lists.js';
import { choose, heading, hears, sees, unfold } from './support/person.js';
import { keep } from './support/screenshots.js';
import { aStory } from './support/story.js';
import { inDays } from './support/when.js';

interface Family {
  readonly id: string;
  readonly name: string;
  readonly caseNumber: string;
}

/** What is wrong in demo/vroegsignalen.csv: an unlucky row says all of it at once. */
const REFUSED = [
  /Rij 16 Soort schuldeiser Deze soort schuldeiser mag geen signaal geven/,
  /Rij 17 Naam De naam ontbreekt/,
  /Rij 18 Postcode Dit is geen Nederlandse postcode/,
  /Rij 19 Huisnr Het huisnummer is alleen een getal/,
  /Rij 21 Bedrag Dit is geen bedrag/,
  /Rij 22 Maanden Vul het aantal maanden in/,
  /Rij 23 Signaaldatum Deze datum bestaat niet/,
  /Rij 24 Signaaldatum Dit signaal is meer dan een jaar oud/,
  /Rij 25 hele rij Dit signaal staat al in rij 2/,
  /Rij 26 Naam In een naam mogen alleen letters/,
  /Rij 26 Bedrag Het bedrag is nul/,
  /Rij 26 Dreiging Vul ja of nee in/,
  /Rij 27 hele rij Deze rij is afgebroken: er zijn 5 van de 11 cellen/,
  /Rij 27 Woonplaats De woonplaats ontbreekt/,
  /Rij 27 Bedrag Het bedrag ontbreekt/,
  /Rij 27 Signaaldatum De signaaldatum ontbreekt/,
];

describeInBrowser('a day of a team lead', (browser) => {
  const { as, step } = aStory(browser);
  const lead = (): Promise<Page> => as('Marieke Postma');

  step('the board says who waits, who was asked, who needs the team lead, and whose hands are full', async () => {
    const marieke = await lead();
    await go(marieke, 'Mijn team', 'Mijn team');
    await sees(marieke.getByRole('term').filter({ hasText: 'Gezinnen die wachten' }));
    expect(Number((await factsOf(marieke))['Gezinnen die wachten'])).toBeGreaterThan(0);
    await sees(marieke.getByRole('region', { name: 'Opgeschaald: jij bent aan zet' }).getByRole('listitem').first());
    await sees(marieke.getByRole('region', { name: 'Voorstellen zonder antwoord' }).getByText(/^Gevraagd aan/).first());
    await sees(marieke.getByRole('row', { name: /Jelle Hoekstra.*afgesproken 15 tot 40/ }));
    await keep(marieke, 'team-1-bord');
    await marieke.getByRole('link', { name: 'Naar de wachtlijst' }).click();
    await sees(heading(marieke, 'Wachtlijst'));
  });

  let waiting = { name: '', caseNumber: '', householdId: '' };
  step('a family on the waiting list: why it has its place, a call, and the call taken back', async () => {
    const marieke = await lead();
    const calm = await itemsOf<typeof waiting & { proposedRegisseur: unknown }>(marieke, '/v1/waiting-list?urgency=normaal&limit=25');
    waiting = calm.find(({ proposedRegisseur }) => !proposedRegisseur) ?? waiting;
    await marieke.getByRole('link', { name: 'Normaal', exact: true }).click();
    await marieke.getByRole('row', { name: waiting.caseNumber }).getByRole('link', { name: waiting.name, exact: true }).click();
    await sees(marieke.getByText(/^Staat op plaats \d+, met urgentie normaal/));
    const calling = await unfold(marieke, 'Gebeld?');
    await choose(calling, 'radio', 'Voicemail ingesproken');
    await calling.getByLabel(/^Wat moet je collega weten/).fill('Belt zelf terug na het werk.');
    await calling.getByRole('button', { name: 'Noteer' }).click();
    await hears(marieke, 'Genoteerd. Klopt het niet?');
    const call = marieke.getByRole('region', { name: 'Gebeld met dit gezin' }).getByRole('listitem').filter({ hasText: 'Belt zelf terug' });
    await keep(marieke, 'team-2-wacht');
    await call.getByRole('button', { name: 'Draai terug' }).click();
    await sees(call.getByText('Per ongeluk genoteerd'));
  });

  step('another urgency needs a reason, and gives the family another place', async () => {
    const marieke = await lead();
    const before = await placeOf(marieke, 'normaal');
    const form = await unfold(marieke, 'Andere urgentie');
    await choose(form, 'radio', 'Hoog');
    await form.getByRole('button', { name: 'Wijzig de urgentie' }).click();
    await sees(form.getByText('Schrijf waarom.').first());
    await form.getByLabel('Waarom?').fill('De verhuurder heeft een brief over ontruiming gestuurd.');
    await form.getByRole('button', { name: 'Wijzig de urgentie' }).click();
    await hears(marieke, 'De urgentie is gewijzigd.');
    expect(await placeOf(marieke, 'hoog')).toBeLessThan(before);
    const history = await unfold(marieke, 'Hoe de urgentie veranderde');
    await sees(history.getByText('Van normaal naar hoog').first());
    await keep(marieke, 'team-3-urgentie');
  });

  step('a colleague reads in the signals of creditors: what is wrong stands there by row, the rest comes in', async () => {
    const sanne = await as('Sanne Bakker');
    await go(sanne, 'Wachtlijst', 'Wachtlijst');
    await sanne.getByRole('link', { name: 'Vroegsignalen' }).click();
    await sanne.getByRole('link', { name: 'Signalen inlezen' }).click();
    await lookAtFile(sanne);
    expect(await factsOf(sanne)).toMatchObject({ 'Regels in het bestand': '26', 'Nieuwe signalen': '15', 'Had je al': '0', 'Niet overgenomen': '11' });
    await keep(sanne, 'team-4-signalen-voorbeeld');
    await sanne.getByRole('button', { name: 'Lees in' }).click();
    await sees(heading(sanne, 'Signalen ingelezen'));
    expect(await factsOf(sanne)).toMatchObject({ 'Nieuwe signalen': '15', 'Mensen die nieuw zijn': '14', 'Niet overgenomen': '11' });
    const refused = sanne.getByRole('table', { name: 'Niet overgenomen' });
    for (const row of REFUSED) await sees(refused.getByRole('row', { name: row }));
    expect(await refused.getByRole('row').count()).toBe(1 + REFUSED.length);
    await keep(sanne, 'team-4-signalen');
  });

  step('the same file again brings nothing new', async () => {
    const sanne = await as('Sanne Bakker');
    await sanne.getByRole('link', { name: /Signalen inlezen$/ }).click();
    await lookAtFile(sanne);
    expect(await factsOf(sanne)).toMatchObject({ 'Nieuwe signalen': '0', 'Had je al': '15', 'Niet overgenomen': '11' });
  });

  step('a home visit is planned and done, and counts for the year', async () => {
    const marieke = await lead();
    await go(marieke, 'Wachtlijst', 'Wachtlijst');
    await marieke.getByRole('link', { name: 'Vroegsignalen' }).click();
    const before = await visitsOf(marieke);
    await marieke.getByRole('link', { name: 'P. van der Zwaag' }).click();
    const planning = await unfold(marieke, 'Huisbezoek plannen');
    await planning.getByLabel('Wanneer?').fill(inDays(1));
    await planning.getByLabel('Wie gaat er?').selectOption({ label: 'Sanne Bakker' });
    await planning.getByRole('button', { name: 'Plan het huisbezoek' }).click();
    await hears(marieke, 'Het huisbezoek is gepland.');
    await keep(marieke, 'team-5-huisbezoek');
    const sanne = await as('Sanne Bakker');
    await sanne.goto(new URL(marieke.url()).pathname);
    const telling = await unfold(sanne, 'Wat is er gebeurd?');
    await choose(telling, 'radio', 'Huisbezoek gedaan');
    await telling.getByRole('button', { name: 'Noteer' }).click();
    await hears(sanne, 'Genoteerd.');
    await marieke.getByRole('link', { name: /Vroegsignalen$/ }).click();
    await marieke.reload();
    expect(await visitsOf(marieke)).toBe(before + 1);
    await keep(marieke, 'team-5-vroegsignalen');
  });

  step('the family that was visited goes on the waiting list, with what was known', async () => {
    const sanne = await as('Sanne Bakker');
    await sanne.getByRole('link', { name: 'Wil hulp: meld aan' }).click();
    await sees(heading(sanne, 'Gezin aanmelden'));
    expect(await sanne.getByLabel('Postcode').inputValue()).toBe('9737 AX');
    await keep(sanne, 'team-6-aanmelden');
    await choose(sanne, 'radio', 'Normaal');
    await sees(sanne.getByRole('checkbox', { name: 'Geldzaken', checked: true }), 'attached');
    await sanne.getByLabel('Voornaam').fill('Pia');
    await sanne.getByLabel('Geboortedatum').fill('1987-03-09');
    await choose(sanne, 'checkbox', /of de situatie veilig is/);
    await sanne.getByRole('button', { name: 'Meld aan' }).click();
    await hears(sanne, 'Het gezin staat op de wachtlijst.');
    // Who came last stands last, and how many wait before differs: found by name, it is there.
    await sanne.getByRole('search').getByLabel('Zoek een gezin').fill('Zwaag');
    await sanne.keyboard.press('Enter');
    await sees(heading(sanne, 'Zoeken'));
    await sees(sanne.getByRole('main').getByRole('link', { name: /Zwaag/ }));
  });

  let leaving: Family = { id: '', name: '', caseNumber: '' };
  step('a hand-over to a colleague whose hands are full is refused until there is a reason', async () => {
    const jelle = await as('Jelle Hoekstra');
    const active = await itemsOf<Family>(jelle, '/v1/households?state=active&limit=50');
    for (const family of active) {
      const { handover } = await asked<{ handover: unknown }>(jelle, `/v1/households/${family.id}/handovers`);
      if (!handover) leaving = family;
    }
    await jelle.goto(`/gezinnen/${leaving.id}`);
    await sees(heading(jelle, leaving.name));
    const marieke = await lead();
    await openFamily(marieke, leaving);
    await marieke.getByRole('link', { name: 'Overdracht', exact: true }).click();
    await choose(marieke, 'radio', /^Lars Feenstra/);
    await sees(marieke.getByText('Dit is boven de afspraak van het team'));
    await marieke.getByLabel('Waarom wordt het gezin overgedragen?').fill('Jelle gaat een half jaar met verlof.');
    await marieke.getByLabel('Wanneer is het gesprek met z’n drieën?').fill(inDays(1));
    await marieke.getByRole('button', { name: 'Vraag je collega' }).click();
    await sees(marieke.getByText('Vertel waarom het toch kan.').first());
    await keep(marieke, 'team-7-overdracht-vol');
    await marieke.getByLabel('Waarom kan het toch?').fill('Lars rondt deze maand twee gezinnen af.');
    await marieke.getByRole('button', { name: 'Vraag je collega' }).click();
    await hears(marieke, 'Je collega is gevraagd.');
    await keep(marieke, 'team-7-overdracht');
  });

  step('the colleague accepts, and sees the family only when both have confirmed', async () => {
    const lars = await as('Lars Feenstra');
    await sees(lars.getByText(leaving.name).first());
    await lars.getByRole('link').and(lars.locator(`[href="/gezinnen/${leaving.id}/overdracht"]`)).first().click();
    await sees(heading(lars, 'Overdracht'));
    await keep(lars, 'team-8-gevraagd');
    await lars.getByRole('button', { name: 'Ik neem dit gezin over' }).click();
    await hears(lars, 'Je hebt ja gezegd.');

    const jelle = await as('Jelle Hoekstra');
    const second = await jelle.context().newPage();
    await second.goto(`/gezinnen/${leaving.id}/overdracht`);
    await sees(second.getByRole('button', { name: 'Leg het gesprek vast' }));
    await second.getByRole('group', { name: 'Wie van het gezin waren erbij?' }).getByRole('checkbox').first().press('Space');
    await second.getByRole('button', { name: 'Leg het gesprek vast' }).click();
    await hears(second, 'Het gesprek is vastgelegd.');
    await keep(second, 'team-8-gesprek');
    await confirm(second);
    await hears(second, 'Je hebt bevestigd.');
    await second.close();

    await lars.reload();
    await confirm(lars);
    await hears(lars, 'Het gezin is overgedragen.');
    await keep(lars, 'team-8-overgedragen');
    await lars.goto(`/gezinnen/${leaving.id}`);
    await sees(lars.getByText(/Regisseur: Lars Feenstra/));
  });

  step('in the tab that the old regisseur left open the family is gone', async () => {
    const jelle = await as('Jelle Hoekstra');
    await jelle.getByRole('link', { name: 'Tijdlijn', exact: true }).click();
    await sees(heading(jelle, 'Deze pagina is er niet'));
    await keep(jelle, 'team-8-oude-regisseur');
  });

  let scaled: Family = { id: '', name: '', caseNumber: '' };
  step('a scaled-up family: the question is answered', async () => {
    const marieke = await lead();
    const families = await itemsOf<Family>(marieke, '/v1/households?state=scaled-up&limit=50');
    for (const family of families) {
      const { escalations } = await asked<{ escalations: { state: string }[] }>(marieke, `/v1/households/${family.id}/case`);
      if (escalations.some(({ state }) => state === 'open')) scaled = family;
    }
    await go(marieke, 'Mijn team', 'Mijn team');
    await marieke.getByRole('region', { name: 'Opgeschaald: jij bent aan zet' }).getByRole('listitem').filter({ hasText: scaled.name }).first().getByRole('link').click();
    await sees(heading(marieke, 'Opgeschaald gezin'));
    scaled = families.find(({ id }) => marieke.url().includes(id)) ?? scaled;
    await keep(marieke, 'team-9-opgeschaald');
    const answering = await unfold(marieke, 'Antwoord geven');
    await answering.getByLabel('Jouw antwoord').fill('Ik spreek vandaag de directeur. Je hoort het morgen voor twaalf uur.');
    await answering.getByRole('button', { name: 'Stuur het antwoord' }).click();
    await hears(marieke, 'Opgeslagen.');
  });

  step('overriding authority is recorded with what was refused and which room the law gives', async () => {
    const marieke = await lead();
    await marieke.goto(`/gezinnen/${scaled.id}/afschalen`);
    const deciding = await unfold(marieke, 'Doorzettingsmacht gebruiken');
    await deciding.getByLabel('Wat is er besloten?').fill('Het gezin blijft wonen tot er een ander huis is.');
    await deciding.getByLabel('Wie zei nee?').fill('Afdeling Wonen');
    await deciding.getByLabel('Wat weigerden zij, en waarom?').fill('Geen uitstel: de huurschuld is te hoog.');
    await deciding.getByLabel('Welke ruimte geeft de wet?').fill('Awb 4:84: dit pakt onevenredig uit voor de kinderen.');
    await deciding.getByRole('button', { name: 'Leg het besluit vast' }).click();
    await hears(marieke, 'Opgeslagen.');
    await sees(marieke.getByText('Geen uitstel: de huurschuld is te hoog.').first());
    await keep(marieke, 'team-9-doorzettingsmacht');
  });

  step('the family is scaled down', async () => {
    const marieke = await lead();
    await marieke.goto(`/gezinnen/${scaled.id}/afschalen`);
    const ending = await unfold(marieke, 'Afschalen');
    await ending.getByLabel('Wat kwam eruit?').fill('De ontruiming is van de baan. Jelle kan weer verder met het plan.');
    await ending.getByRole('button', { name: 'Schaal af' }).click();
    await hears(marieke, 'Opgeslagen.');
    await sees(marieke.getByText('Van opgeschaald naar actief', { exact: false }).first());
    await keep(marieke, 'team-9-afgeschaald');
    await marieke.getByRole('link', { name: 'Tijdlijn', exact: true }).waitFor({ state: 'detached' });
  });

  step('two dossiers of one family are put side by side, merged, and taken apart again', async () => {
    const marieke = await lead();
    const { first, second } = await thePair(await as('Jelle Hoekstra'), marieke);
    await openFamily(marieke, first);
    await marieke.getByRole('link', { name: 'Samenvoegen met een ander dossier' }).click();
    await marieke.getByRole('link', { name: `${second.name} (${second.caseNumber})` }).click();
    await sees(marieke.getByText(`Dossier ${first.caseNumber} gaat verder. Dossier ${second.caseNumber} gaat erin op en stopt.`));
    await keep(marieke, 'team-10-naast-elkaar');
    await marieke.getByRole('button', { name: 'Voeg samen' }).click();
    await hears(marieke, 'De dossiers zijn samengevoegd.');
    await sees(marieke.getByText(`Dossier ${second.caseNumber} ging hierin op.`));
    await keep(marieke, 'team-10-samengevoegd');
    await marieke.getByRole('button', { name: 'Draai terug' }).click();
    await hears(marieke, 'Teruggedraaid');
    await sees(marieke.getByRole('link', { name: `${second.name} (${second.caseNumber})` }));
  });

  const placeOf = async (page: Page, urgency: string): Promise<number> => {
    const line = await sees(page.getByText(new RegExp(`^Staat op plaats \\d+, met urgentie ${urgency}`)));
    return Number(/\d+/.exec(await line.innerText())?.[0]);
  };

  const lookAtFile = async (page: Page): Promise<void> => {
    await page.getByLabel('Het bestand').setInputFiles('demo/vroegsignalen.csv');
    await page.getByRole('button', { name: 'Bekijk eerst' }).click();
    await sees(page.getByRole('heading', { name: 'Zo komt het erin' }));
  };

  const visitsOf = async (page: Page): Promise<number> => {
    const line = await sees(page.getByRole('region', { name: 'Huisbezoeken' }).getByText(/^In \d{4} zijn er \d+ huisbezoeken gedaan. Het doel is \d+/));
    return Number(/er (\d+) huisbezoeken/.exec(await line.innerText())?.[1]);
  };

  const confirm = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Bevestig de overdracht' }).click();
    await page.getByRole('button', { name: 'Ja, dit klopt' }).click();
  };

  /** By its number, as one who has it on the phone. */
  const openFamily = async (page: Page, { name, caseNumber }: Family): Promise<void> => {
    await page.getByRole('search').getByLabel('Zoek een gezin').fill(caseNumber);
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('link', { name: new RegExp(name) }).first().click();
    await sees(heading(page, name));
  };

  /** A family in help, and the report of the same family that waits. */
  const thePair = async (regisseur: Page, page: Page): Promise<{ first: Family; second: Family }> => {
    for (const state of ['intake', 'draft-plan']) {
      for (const first of await itemsOf<Family>(regisseur, `/v1/households?state=${state}&limit=50`)) {
        const { candidates } = await asked<{ candidates: (Family & { state: string })[] }>(page, `/v1/households/${first.id}/merges`);
        const second = candidates.find(({ state: its }) => its === 'waiting-list');
        if (second) return { first, second };
      }
    }
    throw new Error('the demo has no family with two dossiers');
  };
});
