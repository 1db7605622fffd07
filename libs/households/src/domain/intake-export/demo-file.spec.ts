import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { carriedOut, EXAMPLE_RULES } from './example-export.js';
import { planIntakeImport } from './plan-intake-import.js';

const file = readFileSync(new URL('../../../../../demo/aanmeldingen.csv', import.meta.url));
const plan = planIntakeImport(file, EXAMPLE_RULES);
const faultless = (key: string) => plan.newHouseholds.find(({ externalRef }) => externalRef === key)!;

const NO_URGENCY = 'Urgentie: De urgentie ontbreekt. Vul spoed, hoog, normaal of laag in.';
const TOO_YOUNG = 'Geboortedatum: De hoofdbewoner is jonger dan 16 jaar. Meld aan op naam van een ouder of voogd.';
const duplicateOf = (key: string) => `hele rij: Deze hoofdbewoner hoort al bij aanmelding ${key}. Controleer of het hetzelfde huishouden is.`;

describe('the demo file of 217 rows', () => {
  test('gives 60 households with 208 people; 9 rows are refused', () => {
    expect(plan).toMatchObject({ rowCount: 217, takenRows: 208, refusedRows: 9, known: 0, newMembers: [] });
    expect(plan.newHouseholds).toHaveLength(60);
    expect(plan.newHouseholds.flatMap(({ members }) => members)).toHaveLength(208);
  });

  test('every refused row tells all its faults', () => {
    expect(plan.refusals.map(({ rowNumber, key, column, reason }) => [rowNumber, key, `${column}: ${reason}`])).toEqual([
      [210, 'A26-11901', duplicateOf('A26-11001')],
      [211, 'A26-11902', 'BSN: Dit BSN klopt niet. Controleer het nummer of laat de cel leeg.'],
      [211, 'A26-11902', duplicateOf('A26-11002')],
      [212, 'A26-11903', 'Geboortedatum: De geboortedatum ontbreekt.'],
      [212, 'A26-11903', NO_URGENCY],
      [213, 'A26-11904', 'Geboortedatum: Deze datum bestaat niet.'],
      [213, 'A26-11904', NO_URGENCY],
      [214, 'A26-11905', 'Achternaam: In een naam mogen alleen letters, spaties, punten, streepjes en apostrofs staan.'],
      [214, 'A26-11905', NO_URGENCY],
      [214, 'A26-11905', TOO_YOUNG],
      [215, 'A26-11906', 'Postcode: Dit is geen Nederlandse postcode. Een postcode ziet eruit als 9711 DA.'],
      [215, 'A26-11906', 'Woonplaats: Assen ligt niet in deze gemeente.'],
      [215, 'A26-11906', NO_URGENCY],
      [215, 'A26-11906', TOO_YOUNG],
      [216, 'A26-11907', 'Toelichting: Deze toelichting heeft 17099 tekens. Er passen er 4000.'],
      [216, 'A26-11907', duplicateOf('A26-11003')],
      [217, 'A26-11908', 'Relatie: De hoofdbewoner van dit aanmeldnummer staat niet in dit bestand en is nog niet bekend.'],
      [218, 'A26-11003', 'hele rij: Deze rij is afgebroken: er zijn 12 van de 20 cellen.'],
      [218, 'A26-11003', 'hele rij: Deze persoon staat al in rij 11.'],
    ]);
  });

  test('44 lost letters and one late birth are taken with a warning', () => {
    expect(plan.warnings.filter(({ reason }) => reason.startsWith('Teken verloren'))).toHaveLength(44);
    expect(plan.warnings.filter(({ reason }) => !reason.startsWith('Teken verloren'))).toEqual([
      { rowNumber: 190, key: 'A26-11056', column: 'Geboortedatum', reason: 'Dit kind is geboren na de aanmelddatum. Controleer de geboortedatum.' },
    ]);
  });

  test('accents, curly apostrophes, quotes and line breaks come through', () => {
    expect(faultless('A26-11042').members[0]?.lastName).toBe('D’Haen');
    expect(faultless('A26-11002').members[3]?.firstName).toBe('Mariëlle');
    expect(faultless('A26-11009').note).toBe('Moeder geeft aan: "ik wil rust"; belt zelf terug');
    expect(faultless('A26-11016').note).toBe('Energie afgesloten\nsinds vorige week');
  });

  test('the second time everyone is known and the same 9 rows are refused', () => {
    const again = planIntakeImport(file, { ...EXAMPLE_RULES, known: carriedOut(plan) });
    expect(again).toMatchObject({ newHouseholds: [], newMembers: [], known: 208, takenRows: 208, refusals: plan.refusals, warnings: [] });
  });

  test('no BSN stands in a refusal or a warning', () => {
    expect(JSON.stringify([plan.refusals, plan.warnings])).not.toMatch(/\d{9}/);
  });
});
