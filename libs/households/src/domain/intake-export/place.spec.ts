import { describe, expect, test } from '@jest/globals';
import { addressKeyOf } from './address-key.js';
import { aChild, aMain, aPartner, planFor, refusalsOf, type Cells } from './example-export.js';
import type { KnownHousehold } from './intake-plan.js';

const BSN = '999950733';
const wilma = { normalisedName: 'wilma de boer', birthDate: '1988-04-19', bsnIndex: null };
const known = (household: Partial<KnownHousehold> = {}): KnownHousehold => ({
  externalRef: 'A26-1', caseNumber: 'N-12', householdId: 'household 1', members: [wilma],
  addressKey: addressKeyOf({ postcode: '9713 AE', houseNumber: 151, suffix: 'A' }), ...household,
});
const plan = (rows: Cells[], ...households: KnownHousehold[]) => planFor(rows, { known: households });

describe('a household that Naast has under the same number', () => {
  test('is not made again', () => {
    expect(plan([aMain()], known())).toMatchObject({ newHouseholds: [], newMembers: [], known: 1, takenRows: 1, refusedRows: 0 });
  });

  test('gets only the people who are new', () => {
    const { newMembers, known: count } = plan([aMain(), aChild()], known());
    expect(newMembers).toEqual([{ householdId: 'household 1', externalRef: 'A26-1', member: expect.objectContaining({ firstName: 'Zoë', role: 'child' }) }]);
    expect(count).toBe(1);
  });

  test('takes a child that comes without the row of the main resident', () => {
    expect(plan([aChild()], known()).newMembers).toHaveLength(1);
  });

  test('recognises a person by BSN after a change of name', () => {
    expect(plan([aMain({ BSN, Achternaam: 'Smit' })], known({ members: [{ ...wilma, bsnIndex: `index of ${BSN}` }] })).known).toBe(1);
  });

  test.each([
    ['the file has the lost letter', 'Nowak-Wi?niewska', 'wilma de nowak wisniewska'],
    ['Naast has the lost letter', 'Nowak-Wiśniewska', 'wilma de nowak wi?niewska'],
    ['both have it', 'Nowak-Wi?niewska', 'wilma de nowak wi?niewska'],
  ])('recognises a person by name when %s', (_, lastName, normalisedName) => {
    expect(plan([aMain({ Achternaam: lastName })], known({ members: [{ ...wilma, normalisedName }] })).known).toBe(1);
  });

  test('does not take in a family with another main resident', () => {
    expect(refusalsOf([aMain({ 'Voorletters/roepnaam': 'Kees' }), aChild()], { known: [known()] })).toEqual([
      '2 Aanmeldnummer: Bij dit aanmeldnummer hoort al een huishouden met een andere hoofdbewoner.',
      '3 Relatie: De rij van de hoofdbewoner (rij 2) is niet overgenomen.',
    ]);
  });

  test('gives no warnings about people who are already in it', () => {
    expect(plan([aMain({ Achternaam: 'Bo?r' })], known()).warnings).toEqual([]);
  });

  test('gets a warning when the new child has a secret address', () => {
    expect(plan([aChild({ 'Geheim adres': 'ja' })], known()).warnings).toEqual([expect.objectContaining({ column: 'Geheim adres' })]);
  });
});

describe('a main resident whom Naast has under another number', () => {
  const other = (cells: Cells = {}) => aMain({ Aanmeldnummer: 'A26-9', ...cells });
  const reason = (reference: string) => `Deze hoofdbewoner hoort al bij ${reference}. Controleer of het hetzelfde huishouden is.`;

  test.each([
    ['the same name and birth date at the same address', {}, 'aanmelding A26-1', known()],
    ['the same name in capitals, and the address written differently', { 'Achternaam': 'BOER', 'Postcode': '9713ae', 'Toev.': 'a' }, 'aanmelding A26-1', known()],
    ['the same BSN at another address', { BSN, Huisnr: '3' }, 'aanmelding A26-1', known({ members: [{ ...wilma, bsnIndex: `index of ${BSN}` }] })],
    ['a case without a number', {}, 'zaak N-12', known({ externalRef: null })],
    ['a case without any number', {}, 'een ander huishouden', known({ externalRef: null, caseNumber: null })],
  ])('is refused: %s', (_, cells, reference, household) => {
    expect(refusalsOf([other(cells)], { known: [household] })).toEqual([`2 hele rij: ${reason(reference)}`]);
  });

  test('takes the other rows of that number along', () => {
    expect(refusalsOf([other(), aChild({ Aanmeldnummer: 'A26-9' })], { known: [known()] })[1]).toBe('3 Relatie: De rij van de hoofdbewoner (rij 2) is niet overgenomen.');
  });

  test('is told together with the other faults of the row', () => {
    expect(plan([other({ BSN: '123456789' })], known()).refusals.map(({ column }) => column)).toEqual(['BSN', 'hele rij']);
  });

  test.each([
    ['the same name and birth date at another address', { Huisnr: '152' }],
    ['another birth date at the same address', { Geboortedatum: '20-4-1988' }],
    ['another name at the same address', { 'Voorletters/roepnaam': 'Kees' }],
  ])('is someone else: %s', (_, cells) => {
    expect(plan([other(cells)], known()).newHouseholds).toHaveLength(1);
  });

  test('is also recognised within one file', () => {
    expect(refusalsOf([aMain(), other({ 'Voorletters/roepnaam': 'WILMA' })])).toEqual([`3 hele rij: ${reason('aanmelding A26-1')}`]);
  });

  test('is recognised as a child that the same file adds to a known household', () => {
    const grown = { 'Voorletters/roepnaam': 'Zoë', 'Geboortedatum': '10-6-2005' };
    expect(refusalsOf([aChild(grown), other(grown)], { known: [known()] })).toEqual([`3 hele rij: ${reason('aanmelding A26-1')}`]);
  });
});

test('a child or partner who also lives elsewhere is taken with a warning', () => {
  const elsewhere = known({ members: [{ ...wilma, bsnIndex: `index of ${BSN}` }] });
  expect(plan([aMain({ 'Aanmeldnummer': 'A26-9', 'Voorletters/roepnaam': 'Kees' }), aPartner({ Aanmeldnummer: 'A26-9', BSN })], elsewhere).warnings).toEqual([
    { rowNumber: 3, column: 'hele rij', reason: 'Deze persoon hoort ook bij aanmelding A26-1. Controleer of dat klopt.', key: 'A26-9' },
  ]);
});
