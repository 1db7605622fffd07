import { describe, expect, test } from '@jest/globals';
import type { Column } from './columns.js';
import { aChild, aMain, anExport, aPartner, EXAMPLE_RULES, planFor, refusalsOf, type Cells } from './example-export.js';
import type { IntakeMember, NewHousehold } from './intake-plan.js';
import { planIntakeImport } from './plan-intake-import.js';

const householdWith = (cells: Cells): NewHousehold => planFor([aMain(cells)]).newHouseholds[0]!;

describe('a cell that cannot be right refuses the row, with the column and the reason', () => {
  test.each<[Column, string, string]>([
    ['Aanmeldnummer', '', 'Het aanmeldnummer ontbreekt.'],
    ['Aanmeldnummer', '<b>', 'Dit aanmeldnummer kan niet. Gebruik letters, cijfers en streepjes, samen hooguit 40 tekens.'],
    ['Aanmelddatum', '', 'De aanmelddatum ontbreekt.'],
    ['Aanmelddatum', '23-11-2026', 'Deze datum ligt in de toekomst.'],
    ['Aanmelddatum', '20/5/2026', 'Schrijf de datum als dag-maand-jaar, bijvoorbeeld 18-7-2000.'],
    ['Aanmelddatum', '20-5-26', 'Schrijf de datum als dag-maand-jaar, bijvoorbeeld 18-7-2000.'],
    ['Bron', '', 'De bron ontbreekt.'],
    ['Bron', '<img src=x>', 'De tekens < en > mogen hier niet staan.'],
    ['Bron', 'x'.repeat(101), 'Deze tekst is te lang. Hier past één regel van 100 tekens.'],
    ['Achternaam', '', 'De achternaam ontbreekt.'],
    ['Achternaam', '<script>alert(1)</script>', 'In een naam mogen alleen letters, spaties, punten, streepjes en apostrofs staan.'],
    ['Achternaam', 'Boer2', 'In een naam mogen alleen letters, spaties, punten, streepjes en apostrofs staan.'],
    ['Achternaam', '???', 'Hier staat geen naam.'],
    ['Achternaam', 'N??ak-Wi?n?ewska', 'In deze naam zijn te veel tekens verloren gegaan. Schrijf de naam zoals hij hoort.'],
    ['Achternaam', 'a'.repeat(101), 'Deze naam is te lang. Een naam mag 100 tekens zijn.'],
    ['Tussenvoegsel', 'de & co', 'In een naam mogen alleen letters, spaties, punten, streepjes en apostrofs staan.'],
    ['Voorletters/roepnaam', '', 'De roepnaam ontbreekt.'],
    ['Geboortedatum', '', 'De geboortedatum ontbreekt.'],
    ['Geboortedatum', '31-02-1988', 'Deze datum bestaat niet.'],
    ['Geboortedatum', '29-2-1987', 'Deze datum bestaat niet.'],
    ['Geboortedatum', '00-00-1980', 'Deze datum bestaat niet.'],
    ['Geboortedatum', '32123', 'Schrijf de datum als dag-maand-jaar, bijvoorbeeld 18-7-2000.'],
    ['Geboortedatum', '21-11-1906', 'Deze datum ligt meer dan 120 jaar terug.'],
    ['Geboortedatum', '23-11-2010', 'De hoofdbewoner is jonger dan 16 jaar. Meld aan op naam van een ouder of voogd.'],
    ['BSN', '123456789', 'Dit BSN klopt niet. Controleer het nummer of laat de cel leeg.'],
    ['BSN', '000000000', 'Dit BSN klopt niet. Controleer het nummer of laat de cel leeg.'],
    ['BSN', '9,99E+08', 'Dit BSN klopt niet. Controleer het nummer of laat de cel leeg.'],
    ['Relatie', '', 'De relatie ontbreekt. Vul hoofdbewoner, partner of kind in.'],
    ['Relatie', 'oma', 'Vul hoofdbewoner, partner of kind in.'],
    ['Postcode', '', 'De postcode ontbreekt.'],
    ['Postcode', '0123 ZZ', 'Dit is geen Nederlandse postcode. Een postcode ziet eruit als 9711 DA.'],
    ['Postcode', '9711', 'Dit is geen Nederlandse postcode. Een postcode ziet eruit als 9711 DA.'],
    ['Huisnr', '', 'Het huisnummer ontbreekt.'],
    ['Huisnr', '12a', 'Het huisnummer is alleen een getal. Zet een letter of toevoeging in de kolom Toev.'],
    ['Huisnr', '0', 'Het huisnummer is alleen een getal. Zet een letter of toevoeging in de kolom Toev.'],
    ['Toev.', '=1', 'Deze toevoeging herkennen we niet. Denk aan A, bis of 2e.'],
    ['Woonplaats', '', 'De woonplaats ontbreekt.'],
    ['Woonplaats', 'Assen', 'Assen ligt niet in deze gemeente.'],
    ['Geheim adres', '', 'Vul in of het adres geheim is: ja of nee.'],
    ['Geheim adres', 'misschien', 'Vul ja of nee in.'],
    ['Telefoon', '12345', 'Dit is geen telefoonnummer dat we herkennen. Schrijf het bijvoorbeeld als 06 12345678.'],
    ['Telefoon', '+31 6 1234', 'Dit is geen telefoonnummer dat we herkennen. Schrijf het bijvoorbeeld als 06 12345678.'],
    ['E-mail', 'wilma@voorbeeld', 'Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@voorbeeld.nl.'],
    ['E-mail', 'wilma@voorbeeld.nl\nBcc: x@y.nl', 'Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@voorbeeld.nl.'],
    ['Leefgebieden', 'huisvesting, hobby, tuin', 'Dit leefgebied kennen we niet: hobby, tuin.'],
    ['Urgentie', '', 'De urgentie ontbreekt. Vul spoed, hoog, normaal of laag in.'],
    ['Urgentie', 'heel erg', 'Vul spoed, hoog, normaal of laag in.'],
    ['Toelichting', 'x'.repeat(4001), 'Deze toelichting heeft 4001 tekens. Er passen er 4000.'],
  ])('%s “%s”: %s', (column, cell, reason) => {
    expect(refusalsOf([aMain({ [column]: cell })])).toEqual([`2 ${column}: ${reason}`]);
  });
});

describe('a cell that can be right is taken in one way of writing', () => {
  const inHousehold = (household: NewHousehold): Record<string, unknown> => ({ ...household.members[0], ...household.address, ...household });

  test.each<[Column, string, keyof IntakeMember | keyof NewHousehold | keyof NewHousehold['address'], unknown]>([
    ['Aanmelddatum', '2-1-2026', 'reportedOn', '2026-01-02'],
    ['Aanmelddatum', '02-01-2026', 'reportedOn', '2026-01-02'],
    ['Aanmelddatum', '2026-01-02', 'reportedOn', '2026-01-02'],
    ['Aanmelddatum', '22-11-2026', 'reportedOn', '2026-11-22'],
    ['Geboortedatum', '29-2-1988', 'birthDate', '1988-02-29'],
    ['Geboortedatum', '22-11-2010', 'birthDate', '2010-11-22'],
    ['Geboortedatum', '22-11-1906', 'birthDate', '1906-11-22'],
    ['Achternaam', "  in 't   Veld ", 'lastName', "in 't Veld"],
    ['Achternaam', 'D’Haen', 'lastName', 'D’Haen'],
    ['Achternaam', 'Öztürk-Łuczak', 'lastName', 'Öztürk-Łuczak'],
    ['Voorletters/roepnaam', 'J.P.', 'firstName', 'J.P.'],
    ['Tussenvoegsel', '', 'infix', null],
    ['BSN', '', 'bsn', null],
    ['BSN', '9999.50.733', 'bsn', '999950733'],
    ['BSN', '10000008', 'bsn', '010000008'],
    ['Postcode', '9711da', 'postcode', '9711 DA'],
    ['Huisnr', '151', 'houseNumber', 151],
    ['Toev.', '2e', 'suffix', '2e'],
    ['Woonplaats', 'GRONINGEN', 'city', 'Groningen'],
    ['Wijk', '', 'neighbourhood', null],
    ['Geheim adres', 'Ja', 'protected', true],
    ['Telefoon', '+31 6 1234 5678', 'phone', '0612345678'],
    ['Telefoon', '0031 (0)50-123 45 67', 'phone', '0501234567'],
    ['Telefoon', '612345678', 'phone', '0612345678'],
    ['Telefoon', '+49 30 123456', 'phone', '+4930123456'],
    ['E-mail', 'wilma.de-boer@mail.voorbeeld.nl', 'email', 'wilma.de-boer@mail.voorbeeld.nl'],
    ['Leefgebieden', '', 'lifeDomains', []],
    ['Leefgebieden', 'Financien, huisvesting; wonen', 'lifeDomains', ['finances', 'housing']],
    ['Urgentie', 'SPOED', 'urgency', 'spoed'],
    ['Toelichting', 'Wachtlijst GGZ > 9 maanden', 'note', 'Wachtlijst GGZ > 9 maanden'],
    ['Toelichting', '=HYPERLINK("http://example.invalid")', 'note', '=HYPERLINK("http://example.invalid")'],
    ['Toelichting', 'x'.repeat(4000), 'note', 'x'.repeat(4000)],
  ])('%s “%s”', (column, cell, field, expected) => {
    expect(inHousehold(householdWith({ [column]: cell }))[field]).toEqual(expected);
  });

  test('every town will do when the municipality has no list of places', () => {
    expect(planFor([aMain({ Woonplaats: 'Assen' })], { places: undefined }).newHouseholds[0]?.address.city).toBe('Assen');
  });
});

test('every fault of a row is told at once', () => {
  const columns = planFor([aMain({ BSN: '123456789', Postcode: '0123 ZZ', Geboortedatum: '31-2-2031', Urgentie: '' })]).refusals.map(({ column }) => column);
  expect(columns).toEqual(['Geboortedatum', 'BSN', 'Postcode', 'Urgentie']);
});

test.each<Column>(['BSN', 'Achternaam', 'Woonplaats', 'Leefgebieden', 'Telefoon', 'Relatie', 'Postcode'])('a BSN in the column %s is not repeated in the reason', (column) => {
  expect(JSON.stringify(planFor([aMain({ [column]: '9999 50 734' })]).refusals)).not.toMatch(/9999|50 734/);
});

test('a letter that the export lost is taken with a warning', () => {
  const plan = planFor([aMain({ Achternaam: 'Nowak-Wi?niewska' })]);
  expect(plan.newHouseholds[0]?.members[0]?.lastName).toBe('Nowak-Wi?niewska');
  expect(plan.warnings).toEqual([{ rowNumber: 2, column: 'Achternaam', reason: 'Teken verloren in de export; controleer de naam.', key: 'A26-1' }]);
});

test('a child may be born after the intake, with a warning; an adult may not', () => {
  const born = { Geboortedatum: '10-8-2026' };
  expect(planFor([aMain(), aChild(born)]).warnings).toEqual([expect.objectContaining({ rowNumber: 3, reason: 'Dit kind is geboren na de aanmelddatum. Controleer de geboortedatum.' })]);
  expect(refusalsOf([aMain(), aPartner({ ...born, Aanmelddatum: '20-5-2026' })])).toEqual(['3 Geboortedatum: De geboortedatum ligt na de aanmelddatum.']);
});

test('a partner or child needs no address, source or urgency of its own', () => {
  expect(refusalsOf([aMain(), aPartner(), aChild()])).toEqual([]);
});

describe('a row of the wrong length', () => {
  const withRow = (change: (line: string) => string) => {
    const [header = '', row = ''] = new TextDecoder().decode(anExport(aMain())).split('\r\n');
    return planIntakeImport(new TextEncoder().encode(`${header}\r\n${change(row)}`), EXAMPLE_RULES);
  };

  test('is refused when the end is missing', () => {
    expect(withRow((line) => line.split(';').slice(0, 12).join(';')).refusals[0]?.reason).toBe('Deze rij is afgebroken: er zijn 12 van de 20 cellen.');
  });

  test('is refused when there is a cell too many', () => {
    expect(withRow((line) => `${line};"x"`).refusals[0]?.reason).toBe('Deze rij heeft 21 cellen en de kopregel 20. Misschien staat er een ; te veel.');
  });

  test('is taken when the cells too many are empty', () => {
    expect(withRow((line) => `${line};;`).takenRows).toBe(1);
  });
});
