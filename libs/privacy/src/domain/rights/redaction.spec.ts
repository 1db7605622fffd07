import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blacken, occursIn, suggestedPhrases } from './redaction.js';

describe('blackening data of others', () => {
  it.each([
    ['a name', 'Erik belt morgen.', ['Erik'], '████ belt morgen.'],
    ['in capitals too', 'ERIK belt.', ['erik'], '████ belt.'],
    ['not inside another word', 'In januari belt Jan.', ['Jan'], 'In januari belt ███.'],
    ['over a line end', 'Erik\nde Wit belt.', ['Erik de Wit'], '████\n██ ███ belt.'],
    ['a telephone number', 'Bel 0687654321.', ['0687654321'], 'Bel ██████████.'],
    ['with signs that mean something to a machine', 'Mw. A. (Annie) belt.', ['A. (Annie)'], 'Mw. ██ ███████ belt.'],
    ['with letters from elsewhere', 'Şükran belt.', ['Şükran'], '██████ belt.'],
    ['nothing when nothing is named', 'Erik belt.', ['', '  '], 'Erik belt.'],
  ])('%s', (_, text, phrases, shown) => {
    expect(blacken(text, phrases)).toBe(shown);
  });

  it('never changes the length or a letter that stays', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }), (text, phrases) => {
      const shown = [...blacken(text, phrases)];
      const original = [...text];
      return shown.length === original.length && shown.every((letter, at) => letter === original[at] || letter === '█');
    }));
  });

  it('proposes the words of others that stand in the text, never those of the person', () => {
    expect(suggestedPhrases('Fatima Bouzid en Noor Bouzid bellen.', ['Noor Bouzid', 'Noor', 'Bouzid', 'Erik'], ['Fatima', 'Bouzid'])).toEqual(['Noor Bouzid', 'Noor']);
    expect(occursIn('Noortje belt', 'Noor')).toBe(false);
  });
});
