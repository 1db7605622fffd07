import { describe, expect, test } from '@jest/globals';
import { aChild, aMain, aPartner, EXAMPLE_RULES, planFor, refusalsOf } from './example-export.js';

const BSN = '999950733';

test('rows with one number become one household, the main resident first', () => {
  const [household] = planFor([aChild(), aPartner(), aMain()]).newHouseholds;
  expect(household?.members.map(({ role, rowNumber }) => [role, rowNumber])).toEqual([['main', 4], ['child', 2], ['partner', 3]]);
});

test('rows of one household need not stand together', () => {
  const plan = planFor([aMain(), aMain({ 'Aanmeldnummer': 'A26-2', 'Voorletters/roepnaam': 'Kees' }), aChild()]);
  expect(plan.newHouseholds.map(({ externalRef, members }) => [externalRef, members.length])).toEqual([['A26-1', 2], ['A26-2', 1]]);
});

describe('a household has exactly one main resident', () => {
  test('two of them refuse every row of the number', () => {
    expect(refusalsOf([aMain(), aMain({ 'Voorletters/roepnaam': 'Kees' }), aChild()])).toEqual([
      '2 Relatie: Bij dit aanmeldnummer staat meer dan één hoofdbewoner: rij 2 en 3. Laat er één staan.',
      '3 Relatie: Bij dit aanmeldnummer staat meer dan één hoofdbewoner: rij 2 en 3. Laat er één staan.',
      '4 Relatie: De rij van de hoofdbewoner (rij 2) is niet overgenomen.',
    ]);
  });

  test('a refused main resident takes the other rows along', () => {
    expect(refusalsOf([aMain({ Urgentie: '' }), aPartner(), aChild()]).slice(1)).toEqual([
      '3 Relatie: De rij van de hoofdbewoner (rij 2) is niet overgenomen.',
      '4 Relatie: De rij van de hoofdbewoner (rij 2) is niet overgenomen.',
    ]);
  });

  test('a child whose main resident is nowhere is refused', () => {
    expect(refusalsOf([aChild()])).toEqual(['2 Relatie: De hoofdbewoner van dit aanmeldnummer staat niet in dit bestand en is nog niet bekend.']);
  });
});

test('a wrong row of a child refuses only that child', () => {
  const plan = planFor([aMain(), aChild({ Geboortedatum: '' }), aPartner()]);
  expect(plan.newHouseholds[0]?.members.map(({ role }) => role)).toEqual(['main', 'partner']);
  expect(plan.refusals.map(({ rowNumber, column }) => [rowNumber, column])).toEqual([[3, 'Geboortedatum']]);
});

describe('a person who stands twice in one household is taken once', () => {
  test.each([
    ['the same name and birth date, in capitals', {}, { 'Voorletters/roepnaam': 'ZOE' }],
    ['the same BSN, under another name', { BSN }, { BSN, 'Voorletters/roepnaam': 'Saar' }],
    ['the same name, with a lost letter', {}, { 'Voorletters/roepnaam': 'Zo?' }],
    ['the main resident again as a partner', {}, { 'Voorletters/roepnaam': 'Wilma', 'Geboortedatum': '19-4-1988', 'Relatie': 'partner' }],
  ])('%s', (_, first, second) => {
    const plan = planFor([aMain(), aChild(first), aChild(second)]);
    expect(plan.refusals).toEqual([expect.objectContaining({ rowNumber: 4, column: 'hele rij', reason: expect.stringMatching(/^Deze persoon staat al in rij [23]\.$/) })]);
    expect(plan.newHouseholds[0]?.members).toHaveLength(2);
  });

  test('twins with different names are two people', () => {
    expect(planFor([aMain(), aChild(), aChild({ 'Voorletters/roepnaam': 'Saar' })]).takenRows).toBe(3);
  });

  test('a parent and a child with one name are two people', () => {
    expect(planFor([aMain(), aChild({ 'Voorletters/roepnaam': 'Wilma' })]).takenRows).toBe(2);
  });

  test('the corrected row is taken when the wrong one comes first', () => {
    const plan = planFor([aMain({ Postcode: '0000' }), aMain(), aChild()]);
    expect(plan.newHouseholds[0]?.members.map(({ rowNumber }) => rowNumber)).toEqual([3, 4]);
    expect(plan.refusals.map(({ rowNumber, column }) => [rowNumber, column])).toEqual([[2, 'Postcode'], [2, 'hele rij']]);
  });
});

describe('a household has one address', () => {
  test.each([[{ Postcode: '9711 DA' }], [{ Huisnr: '152' }], [{ 'Toev.': 'B' }]])('a child at another address is refused: %j', (cells) => {
    expect(refusalsOf([aMain(), aChild(cells)])).toEqual(['3 Postcode: Het adres is anders dan in de rij van de hoofdbewoner (rij 2).']);
  });

  test('another way to write the address is the same address', () => {
    expect(refusalsOf([aMain(), aChild({ 'Postcode': '9713ae', 'Huisnr': '151', 'Toev.': 'a' })])).toEqual([]);
  });

  test('the address is secret as soon as one row says so, even a refused one', () => {
    const plan = planFor([aMain(), aChild({ 'Geheim adres': 'ja', 'Geboortedatum': '' })]);
    expect(plan.newHouseholds[0]?.address.protected).toBe(true);
    expect(plan.warnings).toEqual([expect.objectContaining({ rowNumber: 2, column: 'Geheim adres' })]);
  });
});

test('what only the main resident can say gives a warning on another row, unless it is the same', () => {
  const note = { Toelichting: 'Slaapt slecht', Urgentie: 'normaal' };
  expect(planFor([aMain(), aChild(note)]).warnings).toEqual([
    { rowNumber: 3, column: 'Toelichting', reason: 'Dit lezen we alleen op de rij van de hoofdbewoner. Het is niet overgenomen.', key: 'A26-1' },
  ]);
  expect(planFor([aMain(note), aChild(note)], EXAMPLE_RULES).warnings).toEqual([]);
});
