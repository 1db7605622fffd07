import { describe, expect, it } from '@jest/globals';
import { type NamedMember, withoutNames, withoutNamesIn } from './pseudonym.js';

const member = (role: NamedMember['role'], firstName: string, lastName: string, infix: string | null = null): NamedMember => ({ role, firstName, infix, lastName });

const family = [
  member('main', 'Renée', 'Çelik-Jansen'),
  member('partner', 'Wil', 'Wit', 'de'),
  member('child', 'Noah', 'Wit', 'de'),
  member('child', 'An', 'Wit', 'de'),
];

describe('a text without the names of the family', () => {
  const cases: [string, string, string][] = [
    ['a first name', 'Renée werkt.', '[hoofdpersoon] werkt.'],
    ['another spelling and case', 'renee en RENÉE', '[hoofdpersoon] en [hoofdpersoon]'],
    ['the whole name', 'Mevrouw Renée Çelik-Jansen komt.', 'Mevrouw [hoofdpersoon] komt.'],
    ['half of a double name', 'mevrouw Celik', 'mevrouw [hoofdpersoon]'],
    ['a name with an infix', 'Wil de Wit en meneer De Wit', '[partner] en meneer [achternaam]'],
    ['a last name that several have', 'de familie de Wit', 'de familie [achternaam]'],
    ['two children apart', 'Noah en An', '[kind 1] en [kind 2]'],
    ['a genitive', 'Noahs school en Noah’s jas', '[kind 1] school en [kind 1]’s jas'],
    ['words that look like a short name', 'Wij wil dat niet an sich, wit is wit.', 'Wij wil dat niet an sich, wit is wit.'],
    ['a name inside another word', 'Noahfonds en Anton', 'Noahfonds en Anton'],
    ['telephone numbers', 'Bel 06-12345678, 050 123 45 67 of +31 6 12 34 56 78.', 'Bel [telefoonnummer], [telefoonnummer] of [telefoonnummer].'],
    ['an e-mail address', 'Mail renee.celik@example.nl!', 'Mail [e-mailadres]!'],
    ['an address', 'Op 9711 AB 12a en 9711ab', 'Op [adres] en [adres]'],
    ['a year before a short word', 'In 2027 is het af, met 1500 en 1050 of', 'In 2027 is het af, met 1500 en 1050 of'],
    ['a BSN, and no other number of nine digits', '111222333 en 123456789', '[nummer] en 123456789'],
    ['an amount', 'Het kost 3500 euro.', 'Het kost 3500 euro.'],
  ];
  it.each(cases)('%s', (_title, text, expected) => {
    expect(withoutNames(text, family)).toBe(expected);
  });

  it('goes through a whole canvas and leaves numbers and days', () => {
    const canvas = { needed: 'Een bed voor Noah', values: { return: 'Renée slaapt' }, costMuddlingOnCents: 12, reviewOn: '2027-05-22', none: null };
    expect(withoutNamesIn(canvas, family)).toEqual({
      needed: 'Een bed voor [kind 1]', values: { return: '[hoofdpersoon] slaapt' }, costMuddlingOnCents: 12, reviewOn: '2027-05-22', none: null,
    });
  });
});
