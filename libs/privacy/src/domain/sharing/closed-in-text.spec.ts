import { describe, expect, it } from '@jest/globals';
import { closedInText, type PersonInText, type TextReader } from './closed-in-text.js';

const FATIMA: PersonInText = { memberId: 'fatima', firstName: 'Fatima', infix: null, lastName: 'Bouzid', phone: '+31612345678', email: 'fatima@example.nl' };
const ERIK: PersonInText = { memberId: 'erik', firstName: 'Erik', infix: 'van der', lastName: 'Wít', phone: null, email: null };
const NAME_OF_FATIMA: TextReader = { name: 'Humanitas', covered: [{ memberId: 'fatima', category: 'name' }] };
const NOTHING: TextReader = { name: 'GKB', covered: [] };

const NAME = 'Schrijf geen namen. In de tekst staat een gezinslid van wie je de naam niet deelt met Humanitas.';
const CONTACT = 'In de tekst staat een telefoonnummer of e-mailadres dat je niet deelt met Humanitas.';
const BSN = 'In de tekst staat een nummer dat een BSN kan zijn. Dat gaat nooit mee in een tekst.';

describe('a free text that another organisation reads', () => {
  it.each<[what: string, text: string, problems: string[]]>([
    ['may ask something without naming anybody', 'Willen jullie de schulden op een rij zetten?', []],
    ['may name who is shared by name', 'Wil Fatima Bouzid morgen komen?', []],
    ['may hold a first name, which says little by itself', 'Erik belt morgen.', []],
    ['names nobody else', 'Ook Erik van der Wit komt.', [NAME]],
    ['also not without infix, marks or capitals', 'ook ERIK wit komt', [NAME]],
    ['also not over a line end or in the genitive', 'De fiets van\nErik van\nder Wits zus', [NAME]],
    ['is not stopped by a name inside another word', 'Erik Witteveen is iemand anders.', []],
    ['holds no telephone number that is not shared', 'Bel 06-12 34 56 78.', [CONTACT]],
    ['also not as it is written abroad', 'Bel 0031 6 12345678.', [CONTACT]],
    ['holds no e-mail address that is not shared', 'Mail naar Fatima@Example.nl', [CONTACT]],
    ['never holds a BSN', 'BSN 999990019', [BSN]],
    ['may hold the telephone number of somebody else', 'Bel de school: 06 10 00 00 08', []],
    ['is told everything at once', 'Erik Wit, fatima@example.nl, 999990019', [BSN, NAME, CONTACT]],
  ])('%s', (_what, text, problems) => {
    expect(closedInText('question', text, [FATIMA, ERIK], [NAME_OF_FATIMA])).toEqual(problems.map((message) => ({ name: 'question', message })));
  });

  it('must be open for every organisation that reads it', () => {
    const found = closedInText('subject', 'Over Fatima Bouzid', [FATIMA, ERIK], [NAME_OF_FATIMA, NOTHING]);
    expect(found).toEqual([{ name: 'subject', message: expect.stringContaining('GKB') }]);
  });

  it('never repeats what it found', () => {
    const said = JSON.stringify(closedInText('question', 'Erik Wit 0612345678 fatima@example.nl 999990019', [FATIMA, ERIK], [NOTHING]));
    expect(said).not.toMatch(/Erik|Wit|Fatima|06123|example|99999/i);
  });
});
